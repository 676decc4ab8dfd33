using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Every refusal of this module, by name.</summary>
internal static class InstrumentProblems
{
    public static Problem NotFound(Guid id) => Problem.NotFound("instrument", id);

    public static Problem UnitNotFound(Guid id) => Problem.NotFound("unit", id);

    public static Problem NotInState(string action, LifeCycle state) =>
        new(409, $"instrument.cannot-{action}", $"This cannot be done while the instrument is {state.ToString().ToLowerInvariant()}.");

    public static Problem Incomplete(IReadOnlyList<InstrumentField> missing) =>
        new(422, "instrument.incomplete", $"Before it can be submitted, fill in: {string.Join(", ", missing.Select(field => field.NameZh))}.")
        {
            Errors = missing.ToDictionary(field => $"record.{field.Key}", _ => new[] { new FieldFault("field.required", "Needed before submission.") }, StringComparer.Ordinal),
        };

    public static Problem AssetNumberTaken(string assetNumber) =>
        new(409, "instrument.asset-number-taken", $"The unit has an instrument with the asset number {assetNumber} already.")
        {
            Errors = new Dictionary<string, FieldFault[]>(StringComparer.Ordinal)
            {
                ["record.assetNumber"] = [new FieldFault("instrument.asset-number-taken", "This unit has it already.")],
            },
        };
}
