namespace Modular.Instruments;

/// <summary>The faults' words for those who call the API by themselves; the client has its own in both languages, by code.</summary>
internal static class FaultTexts
{
    static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["name.missing"] = "An instrument needs a name.",
        ["unit.missing"] = "The row names no unit, and none was chosen for the whole list.",
        ["unit.unknown"] = "There is no such unit here.",
        ["unit.ambiguous"] = "Several units have this name; give the credit code.",
        ["asset-number.repeated"] = "The number stands in the list more than once for the same unit.",
        ["instrument.matched-twice"] = "Another row is about the same instrument. Give both their asset numbers.",
        ["instrument.cannot-edit"] = "The instrument cannot be changed in its present state.",
        ["instrument.changed-meanwhile"] = "Somebody changed or entered this instrument after the list was checked. Check the list again.",
        ["value.below-threshold"] = "Below 300 000 yuan joining is voluntary.",
        ["field.missing"] = "A submission will need this.",
        ["money.unit-doubtful"] = "The figures do not look like the unit they are taken in: yuan for 10 000 yuan, or the other way round.",
    };

    public static string Of(string code, IReadOnlyList<string> args) => Texts.TryGetValue(code, out var text) ? text : args.Count > 0 ? args[0] : code;
}
