using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;

namespace Modular.Units;

/// <summary>Answers other modules' questions about units.</summary>
internal sealed class UnitDirectory(UnitsDb db) : IUnitDirectory
{
    public async Task<IReadOnlyDictionary<Guid, UnitSummary>> FindMany(IReadOnlyCollection<Guid> unitIds, CancellationToken ct) =>
        await Summaries(db.ManagingUnits.Where(unit => unitIds.Contains(unit.Id))).ToDictionaryAsync(unit => unit.Id, ct);

    public async Task<IReadOnlyList<UnitSummary>> Within(string scopePath, CancellationToken ct) =>
        await Summaries(db.ManagingUnits.Where(unit => unit.Organisation.Path.StartsWith(scopePath) && unit.ClosedOn == null).OrderBy(unit => unit.Organisation.Name)).ToListAsync(ct);

    static IQueryable<UnitSummary> Summaries(IQueryable<ManagingUnit> units) => units.AsNoTracking().Select(unit => new UnitSummary(
        unit.Id, unit.Organisation.Path, unit.Organisation.Name, unit.CreditCode, unit.LeagueCode, unit.CentralLevel, unit.ClosedOn != null));
}
