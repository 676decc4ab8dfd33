using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Instruments;

// What instruments belong to (I-1) goes along when all that belongs to it goes; what stays lets those go that leave.
internal sealed partial class HandOver
{
    /// <returns>What changes in the records of the instruments that go.</returns>
    async Task<CarrierTies> TakeCarriers(HandingOver news, UnitSummary into, IReadOnlyList<Guid> going, bool all, DateTimeOffset now, CancellationToken ct)
    {
        var ties = new CarrierTies();
        var theirs = await db.Carriers.AsNoTracking().Where(c => c.UnitId == news.UnitId).ToListAsync(ct);
        if (theirs.Count == 0) return ties;
        var staying = await db.Instruments.Where(i => i.UnitId == news.UnitId && i.CarrierNumber != null && i.LifeCycle != LifeCycle.Retired && !going.Contains(i.Id))
            .Select(i => new { i.CarrierType, i.CarrierNumber }).Distinct().ToListAsync(ct);
        var leaving = await db.Instruments.Where(i => going.Contains(i.Id) && i.CarrierNumber != null).Select(i => new { i.CarrierType, i.CarrierNumber }).Distinct().ToListAsync(ct);
        var taken = (await db.Carriers.Where(c => c.UnitId == into.Id).Select(c => new { c.Kind, c.Number }).ToListAsync(ct)).Select(c => (c.Kind, c.Number!)).ToHashSet();
        foreach (var carrier in theirs)
        {
            bool Has(IEnumerable<(CarrierType?, string?)> some) => some.Contains((carrier.Kind, carrier.Number));
            var goes = all || Has(leaving.Select(i => (i.CarrierType, i.CarrierNumber))) && !Has(staying.Select(i => (i.CarrierType, i.CarrierNumber)));
            if (!goes)
            {
                ties.Release(carrier);
                continue;
            }

            var number = FreeNumber(carrier, taken);
            IReadOnlyList<FieldChange> changes = [];
            if (number != carrier.Number)
            {
                changes = [new FieldChange("number", JsonSerializer.SerializeToElement(carrier.Number), JsonSerializer.SerializeToElement(number))];
                ties.Renumber(carrier, number);
            }

            db.CarrierRevisions.Add(new CarrierRevision
            {
                CarrierId = carrier.Id, Version = carrier.Version + 1, At = now, AccountId = news.AccountId, AccountName = news.By, OrganisationName = news.UnitName,
                Action = "handedOver", Reason = $"{news.UnitName} → {news.IntoUnitName} · {news.Reason}", Changes = changes,
            });
            await db.Carriers.Where(c => c.Id == carrier.Id).ExecuteUpdateAsync(set => set
                .SetProperty(c => c.UnitId, into.Id).SetProperty(c => c.UnitPath, into.Path).SetProperty(c => c.UnitName, into.Name).SetProperty(c => c.Number, number)
                .SetProperty(c => c.UpdatedAt, now).SetProperty(c => c.Version, c => c.Version + 1), ct);
        }

        return ties;
    }

    // Both units counted from one, as with instruments.
    static string FreeNumber(Carrier carrier, HashSet<(CarrierType, string)> taken)
    {
        var number = carrier.Number!;
        for (var count = 2; !taken.Add((carrier.Kind, number)); count++)
        {
            var sign = $"#{count}";
            number = carrier.Number![..Math.Min(carrier.Number!.Length, 50 - sign.Length)] + sign;
        }

        return number;
    }
}

/// <summary>What a hand-over changes in the records of instruments about what they belong to.</summary>
internal sealed class CarrierTies
{
    readonly Dictionary<(CarrierType, string), CarrierTie> _changed = [];

    public CarrierTie? Find(CarrierType? type, string? number) => type is { } kind && number is not null ? _changed.GetValueOrDefault((kind, number)) : null;

    public void Renumber(Carrier carrier, string number) =>
        _changed[(carrier.Kind, carrier.Number!)] = new CarrierTie(carrier.Kind, number, [Change("carrierNumber", carrier.Number, number)]);

    /// <summary>It stays with the former unit: whoever leaves belongs to it no longer.</summary>
    public void Release(Carrier carrier) => _changed[(carrier.Kind, carrier.Number!)] =
        new CarrierTie(CarrierType.None, null, [Change("carrierType", carrier.Kind, CarrierType.None), Change("carrierNumber", carrier.Number, null)]);

    static FieldChange Change<T>(string field, T before, T? after) =>
        new(field, JsonSerializer.SerializeToElement(before, JsonShape.Options), after is null ? null : JsonSerializer.SerializeToElement(after, JsonShape.Options));
}

internal sealed record CarrierTie(CarrierType Type, string? Number, IReadOnlyList<FieldChange> Changes);
