using Modular.Contracts.Units;
using Modular.Contracts.Vocabulary;

namespace Modular.Instruments;

/// <summary>
/// The units a list may speak of: those of its sender's subtree. A unit outside it is as unknown as one that does not exist.
/// </summary>
internal sealed class UnitLookup
{
    readonly Dictionary<Guid, UnitSummary> _byId;
    readonly ILookup<string, UnitSummary> _byName;
    readonly Dictionary<string, UnitSummary> _byCreditCode;

    public UnitLookup(IReadOnlyList<UnitSummary> units)
    {
        _byId = units.ToDictionary(unit => unit.Id);
        // One unit's name in several spellings: full width, with blanks or dots between.
        _byName = units.ToLookup(unit => FoldedText.Compact(unit.Name), StringComparer.Ordinal);
        _byCreditCode = units.Where(unit => unit.CreditCode.Length > 0).DistinctBy(unit => unit.CreditCode, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(unit => unit.CreditCode, StringComparer.OrdinalIgnoreCase);
    }

    public UnitSummary? Find(Guid id) => _byId.GetValueOrDefault(id);

    /// <summary>The unit a row names, by credit code before name; a row that names none is the list's own unit's.</summary>
    public Reading<UnitSummary> Resolve(string? name, string? creditCode, Guid? standard)
    {
        creditCode = TextCleaning.HalfWidth(creditCode ?? "");
        name = TextCleaning.Line(name ?? "");
        if (creditCode.Length > 0)
            return _byCreditCode.TryGetValue(creditCode, out var coded) ? Reading<UnitSummary>.Of(coded) : Reading<UnitSummary>.Fault(ValueFault.Error("unit.unknown", creditCode));
        if (name.Length == 0)
            return standard is { } id && Find(id) is { } own ? Reading<UnitSummary>.Of(own) : Reading<UnitSummary>.Fault(ValueFault.Error("unit.missing"));
        return _byName[FoldedText.Compact(name)].Take(2).ToList() switch
        {
            [var one] => Reading<UnitSummary>.Of(one),
            [] => Reading<UnitSummary>.Fault(ValueFault.Error("unit.unknown", name)),
            _ => Reading<UnitSummary>.Fault(ValueFault.Error("unit.ambiguous", name)),
        };
    }
}
