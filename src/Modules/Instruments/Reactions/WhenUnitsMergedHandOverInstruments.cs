using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Instruments;
using Modular.Contracts.Units;

namespace Modular.Instruments;

// What has gone over is no longer the former unit's, so the news may arrive twice.
internal sealed class WhenUnitsMergedHandOverInstruments(InstrumentsDb db, IUnitDirectory units, TimeProvider clock) : INotificationHandler<UnitsMerged>
{
    public async Task Handle(UnitsMerged notification, CancellationToken cancellationToken)
    {
        // Asked, not taken from the news: the successor may have been renamed or moved since.
        var into = (await units.FindMany([notification.IntoUnitId], cancellationToken))[notification.IntoUnitId];
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var moving = await db.Instruments.AsNoTracking().Where(i => i.UnitId == notification.UnitId)
            .Select(i => new { i.Id, i.Version, i.AssetNumber, Listed = i.LifeCycle == LifeCycle.Listed }).ToListAsync(cancellationToken);
        var numbers = await db.Instruments.Where(i => i.UnitId == notification.UnitId || i.UnitId == into.Id)
            .Where(i => i.AssetNumber != null).Select(i => new { i.UnitId, i.AssetNumber }).ToListAsync(cancellationToken);
        var taken = numbers.Where(n => n.UnitId == into.Id).Select(n => n.AssetNumber!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var all = numbers.Select(n => n.AssetNumber!).ToHashSet(StringComparer.OrdinalIgnoreCase);

        foreach (var instrument in moving)
        {
            IReadOnlyList<FieldChange> changes = [];
            // Both units counted from one: the number gets a sign of its own, and the history keeps the old one.
            if (instrument.AssetNumber is { } number && taken.Contains(number))
            {
                var free = Free(number, all);
                changes = [new FieldChange("assetNumber", JsonSerializer.SerializeToElement(number), JsonSerializer.SerializeToElement(free))];
                await db.Instruments.Where(i => i.Id == instrument.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.AssetNumber, free), cancellationToken);
            }

            db.Revisions.Add(new InstrumentRevision
            {
                InstrumentId = instrument.Id, Version = instrument.Version + 1, At = now, AccountId = notification.AccountId, AccountName = notification.By, OrganisationName = notification.UnitName,
                Action = "handedOver", Reason = $"{notification.UnitName} → {notification.IntoUnitName} · {notification.Reason}", Changes = changes,
            });
            if (instrument.Listed) db.Announce(instrument.Id, new InstrumentChanged(instrument.Id, into.Id), now);
        }

        await db.SaveChangesAsync(cancellationToken);
        await db.Instruments.Where(i => i.UnitId == notification.UnitId).ExecuteUpdateAsync(set => set
            .SetProperty(i => i.UnitId, into.Id).SetProperty(i => i.UnitPath, into.Path).SetProperty(i => i.UnitName, into.Name)
            .SetProperty(i => i.UpdatedAt, now).SetProperty(i => i.Version, i => i.Version + 1), cancellationToken);
        await db.Exemptions.Where(e => e.UnitId == notification.UnitId).ExecuteUpdateAsync(set => set
            .SetProperty(e => e.UnitId, into.Id).SetProperty(e => e.UnitPath, into.Path), cancellationToken);
        // Cards follow their instruments. Where both units have one of the number, the successor's own stands for it.
        await db.AssetCards.Where(c => c.UnitId == notification.UnitId && !db.AssetCards.Any(own => own.UnitId == into.Id && own.CardNumber == c.CardNumber))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.UnitId, into.Id).SetProperty(c => c.UnitPath, into.Path), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.NoteWrite();
    }

    static string Free(string number, HashSet<string> all)
    {
        for (var count = 2; ; count++)
        {
            var sign = $"#{count}";
            var tried = number[..Math.Min(number.Length, 50 - sign.Length)] + sign;
            if (all.Add(tried)) return tried;
        }
    }
}
