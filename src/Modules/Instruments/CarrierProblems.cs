using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Every refusal about what instruments belong to, by name.</summary>
internal static class CarrierProblems
{
    public static Problem NotFound(Guid id) => Problem.NotFound("carrier", id);

    public static Problem NotInState(string action, LifeCycle state) =>
        new(409, $"carrier.cannot-{action}", $"This cannot be done while it is {state.ToString().ToLowerInvariant()}.");

    public static Problem HasInstruments(int count) =>
        new(409, "carrier.has-instruments", $"Instruments still belong to it: {count}. Let them go first.");

    public static Problem OfAnotherUnit() => new(422, "carrier.of-another-unit", "An instrument can only belong to something of its own unit.");

    public static Problem NumberTaken(string number) =>
        new(409, "carrier.number-taken", $"The unit has one of this kind with the number {number} already.")
        {
            Errors = new Dictionary<string, FieldFault[]>(StringComparer.Ordinal)
            {
                ["record.number"] = [new FieldFault("carrier.number-taken", "This unit has it already.")],
            },
        };
}
