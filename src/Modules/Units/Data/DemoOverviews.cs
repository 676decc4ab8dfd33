using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Yearly overviews of the demo region's units; last year's is still missing for some.</summary>
internal sealed class DemoOverviews(UnitsDb db, TimeProvider clock) : IDemoSeed
{
    public int Order => 2;

    public async Task Seed(int size, CancellationToken ct)
    {
        if (await db.Overviews.AnyAsync(ct)) return;

        var (last, now) = (clock.Today().Year - 1, clock.GetUtcNow());
        var units = await db.ManagingUnits.AsNoTracking().OrderBy(u => u.Organisation.Path).Select(u => new { u.Id, u.Organisation.Name }).ToListAsync(ct);
        var counts = await db.Staff.Where(m => m.FullTime).GroupBy(m => m.UnitId).Select(unit => new { unit.Key, Count = unit.Count() }).ToDictionaryAsync(unit => unit.Key, unit => unit.Count, ct);
        foreach (var (unit, i) in units.Select((unit, i) => (unit, i)))
        {
            var offered = counts.GetValueOrDefault(unit.Id);
            for (var year = last - 2; year <= last; year++)
            {
                if (year == last && i % 4 == 1) continue;
                var overview = new UnitOverview { UnitId = unit.Id, Year = year };
                var technicians = i % 5 == 2 ? offered + 2 : offered;
                db.OverviewRevisions.Add(overview.Fill(
                    800 + i * 137 % 5200 + (year - last) * 40, technicians, offered, technicians == offered ? null : "另有外聘技术人员2人，未列入在岗专职人员。", 0, $"{unit.Name} 联络员", now.AddYears(year - last).AddDays(-i)));
                db.Overviews.Add(overview);
            }
        }

        await db.SaveChangesAsync(ct);
    }
}
