using MediatR;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;

namespace Modular.Instruments;

// What stands under the unit's present path has come along already, so the news may arrive twice.
internal sealed class WhenUnitMovedTakeInstrumentsAlong(InstrumentsDb db, IUnitDirectory units, TimeProvider clock) : INotificationHandler<UnitMoved>
{
    public async Task Handle(UnitMoved notification, CancellationToken cancellationToken)
    {
        var unit = (await units.FindMany([notification.UnitId], cancellationToken))[notification.UnitId];
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var moving = await db.Instruments.AsNoTracking().Where(i => i.UnitId == unit.Id && i.UnitPath != unit.Path).Select(i => new { i.Id, i.Version }).ToListAsync(cancellationToken);
        db.Revisions.AddRange(moving.Select(instrument => new InstrumentRevision
        {
            InstrumentId = instrument.Id, Version = instrument.Version + 1, At = now, AccountId = notification.AccountId, AccountName = notification.By, OrganisationName = unit.Name,
            Action = "unitMoved", Reason = $"{notification.FromSupervisor} → {notification.ToSupervisor} · {notification.Reason}",
        }));
        var carriers = await db.Carriers.AsNoTracking().Where(c => c.UnitId == unit.Id && c.UnitPath != unit.Path).Select(c => new { c.Id, c.Version }).ToListAsync(cancellationToken);
        db.CarrierRevisions.AddRange(carriers.Select(carrier => new CarrierRevision
        {
            CarrierId = carrier.Id, Version = carrier.Version + 1, At = now, AccountId = notification.AccountId, AccountName = notification.By, OrganisationName = unit.Name,
            Action = "unitMoved", Reason = $"{notification.FromSupervisor} → {notification.ToSupervisor} · {notification.Reason}",
        }));
        await db.SaveChangesAsync(cancellationToken);
        await db.Carriers.Where(c => c.UnitId == unit.Id && c.UnitPath != unit.Path).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.UnitPath, unit.Path).SetProperty(c => c.UnitName, unit.Name).SetProperty(c => c.UpdatedAt, now).SetProperty(c => c.Version, c => c.Version + 1), cancellationToken);
        await db.Instruments.Where(i => i.UnitId == unit.Id && i.UnitPath != unit.Path).ExecuteUpdateAsync(set => set
            .SetProperty(i => i.UnitPath, unit.Path).SetProperty(i => i.UnitName, unit.Name).SetProperty(i => i.UpdatedAt, now).SetProperty(i => i.Version, i => i.Version + 1), cancellationToken);
        await db.Exemptions.Where(e => e.UnitId == unit.Id && e.UnitPath != unit.Path).ExecuteUpdateAsync(set => set.SetProperty(e => e.UnitPath, unit.Path), cancellationToken);
        await db.Imports.Where(i => i.OwnerPath == notification.FormerPath).ExecuteUpdateAsync(set => set.SetProperty(i => i.OwnerPath, unit.Path), cancellationToken);
        await db.MoveAssets(unit.Id, unit.Path, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.NoteWrite();
    }
}
