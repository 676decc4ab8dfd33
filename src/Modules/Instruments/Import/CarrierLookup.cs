using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Vocabulary;

namespace Modular.Instruments;

/// <summary>
/// What the rows of a list may belong to (I-1): the facilities, centres and service units of its sender's subtree. Lists name them by number, as the
/// standard wants, or by name; a number that nobody has registered is kept, for it may be registered later.
/// </summary>
internal sealed class CarrierLookup
{
    /// <summary>How the standard writes that there is none.</summary>
    static readonly string[] Nothing = ["无", "-", "—", "/"];

    readonly HashSet<(Guid, CarrierType, string)> _numbers;
    readonly ILookup<(Guid, string), (CarrierType Kind, string Number)> _byNumber;
    readonly ILookup<(Guid, string), (CarrierType Kind, string Number)> _byName;

    CarrierLookup(IReadOnlyList<Carrier> carriers)
    {
        _numbers = carriers.Select(c => (c.UnitId, c.Kind, c.Number!)).ToHashSet();
        _byNumber = carriers.ToLookup(c => (c.UnitId, c.Number!), c => (c.Kind, c.Number!));
        _byName = carriers.ToLookup(c => (c.UnitId, FoldedText.Compact(c.NameZh ?? "")), c => (c.Kind, c.Number!));
    }

    /// <summary>For a list that names none.</summary>
    public static readonly CarrierLookup None = new([]);

    /// <summary>The fields that name one.</summary>
    public static readonly IReadOnlyList<string> Fields = ["carrierType", "carrierNumber", "carrierName"];

    public static async Task<CarrierLookup> Within(InstrumentsDb db, string path, CancellationToken ct) =>
        new(await db.Carriers.AsNoTracking().Where(c => c.UnitPath.StartsWith(path) && c.LifeCycle != LifeCycle.Retired).ToListAsync(ct));

    /// <summary>Writes kind and number into the record where they can be told from what it says.</summary>
    /// <returns>A warning when it names a number that the unit has not registered.</returns>
    public ValueFault? Tie(Guid unitId, InstrumentRecord record)
    {
        if (Nothing.Contains(record.CarrierNumber, StringComparer.Ordinal)) record.CarrierNumber = null;
        if (Nothing.Contains(record.CarrierName, StringComparer.Ordinal)) record.CarrierName = null;
        if (record.CarrierType is not null && !CarrierFields.IsKind(record.CarrierType)) return null;
        if (record is { CarrierType: { } type, CarrierNumber: { } said } && _numbers.Contains((unitId, type, said))) return null;
        foreach (var text in new[] { record.CarrierNumber, record.CarrierName }.OfType<string>())
        {
            var named = _byNumber[(unitId, text)].Concat(_byName[(unitId, FoldedText.Compact(text))]).Distinct()
                .Where(c => record.CarrierType is null || c.Kind == record.CarrierType).ToList();
            if (named is not [var one]) continue;
            (record.CarrierType, record.CarrierNumber) = (one.Kind, one.Number);
            return null;
        }

        return record.CarrierNumber is { } unknown && record.CarrierType is not null ? ValueFault.Warning("carrier-number.unknown", unknown) : null;
    }
}
