using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Instruments;
using Modular.Contracts.Units;

namespace Modular.Instruments;

/// <summary>Who had the instruments, why they go, and by whose word.</summary>
internal sealed record HandingOver(Guid UnitId, string UnitName, string IntoUnitName, Guid AccountId, string By, string Reason);

/// <summary>Instruments of one unit become another's, with their asset cards and what they belong to; each keeps a step of it. What has gone over already is not found again.</summary>
internal sealed partial class HandOver(InstrumentsDb db, IUnitDirectory units, TimeProvider clock)
{
    /// <param name="moving">The instruments in question, of the unit that gives them away.</param>
    /// <param name="all">Everything goes: cards that stand for no instrument too.</param>
    public async Task Run(HandingOver news, Guid intoUnitId, IQueryable<Instrument> moving, bool all, CancellationToken ct)
    {
        // Asked, not taken from the news: the successor may have been renamed or moved since.
        var into = (await units.FindMany([intoUnitId], ct))[intoUnitId];
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var going = await moving.AsNoTracking().Select(i => new { i.Id, i.Version, i.AssetNumber, i.CarrierType, i.CarrierNumber, Listed = i.LifeCycle == LifeCycle.Listed }).ToListAsync(ct);
        var numbers = await db.Instruments.Where(i => i.UnitId == news.UnitId || i.UnitId == into.Id)
            .Where(i => i.AssetNumber != null).Select(i => new { i.UnitId, i.AssetNumber }).ToListAsync(ct);
        var taken = numbers.Where(n => n.UnitId == into.Id).Select(n => n.AssetNumber!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var known = numbers.Select(n => n.AssetNumber!).ToHashSet(StringComparer.OrdinalIgnoreCase);

        var ties = await TakeCarriers(news, into, going.ConvertAll(instrument => instrument.Id), all, now, ct);
        foreach (var instrument in going)
        {
            IReadOnlyList<FieldChange> changes = [];
            // Both units counted from one: the number gets a sign of its own, and the history keeps the old one.
            if (instrument.AssetNumber is { } number && taken.Contains(number))
            {
                var free = Free(number, known);
                changes = [new FieldChange("assetNumber", JsonSerializer.SerializeToElement(number), JsonSerializer.SerializeToElement(free))];
                await db.Instruments.Where(i => i.Id == instrument.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.AssetNumber, free), ct);
            }

            if (ties.Find(instrument.CarrierType, instrument.CarrierNumber) is { } tie)
            {
                changes = [.. changes, .. tie.Changes];
                await db.Instruments.Where(i => i.Id == instrument.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(i => i.CarrierType, tie.Type).SetProperty(i => i.CarrierNumber, tie.Number), ct);
            }

            db.Revisions.Add(new InstrumentRevision
            {
                InstrumentId = instrument.Id, Version = instrument.Version + 1, At = now, AccountId = news.AccountId, AccountName = news.By, OrganisationName = news.UnitName,
                Action = "handedOver", Reason = $"{news.UnitName} → {news.IntoUnitName} · {news.Reason}", Changes = changes,
            });
            if (instrument.Listed) db.Announce(instrument.Id, new InstrumentChanged(instrument.Id, into.Id), now);
        }

        await db.SaveChangesAsync(ct);
        var ids = going.ConvertAll(instrument => instrument.Id);
        // A statement about several instruments goes when all of them do; otherwise it stays what the unit said of its own.
        await db.Exemptions.Where(e => e.UnitId == news.UnitId && (all || e.Items.Any() && e.Items.All(item => ids.Contains(item.InstrumentId)))).ExecuteUpdateAsync(set => set
            .SetProperty(e => e.UnitId, into.Id).SetProperty(e => e.UnitPath, into.Path), ct);
        // Cards follow their instruments. Where both units have one of the number, the successor's own stands for it.
        await db.AssetCards.Where(c => c.UnitId == news.UnitId && (all || ids.Contains(c.InstrumentId!.Value)) && !db.AssetCards.Any(own => own.UnitId == into.Id && own.CardNumber == c.CardNumber))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.UnitId, into.Id).SetProperty(c => c.UnitPath, into.Path), ct);
        // Of a split unit the people stay behind: the successor says who runs what it got.
        if (!all) await db.Custodians.Where(c => ids.Contains(c.InstrumentId)).ExecuteDeleteAsync(ct);
        await db.Instruments.Where(i => ids.Contains(i.Id)).ExecuteUpdateAsync(set => set
            .SetProperty(i => i.UnitId, into.Id).SetProperty(i => i.UnitPath, into.Path).SetProperty(i => i.UnitName, into.Name)
            .SetProperty(i => i.UpdatedAt, now).SetProperty(i => i.Version, i => i.Version + 1), ct);
        await transaction.CommitAsync(ct);
        db.NoteWrite();
    }

    static string Free(string number, HashSet<string> known)
    {
        for (var count = 2; ; count++)
        {
            var sign = $"#{count}";
            var tried = number[..Math.Min(number.Length, 50 - sign.Length)] + sign;
            if (known.Add(tried)) return tried;
        }
    }
}
