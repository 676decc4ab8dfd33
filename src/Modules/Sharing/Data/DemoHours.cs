using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Instruments;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Sharing;

/// <summary>The hours that the demo region's units declared for the year before last; those of last year come with their instruments.</summary>
internal sealed class DemoHours(SharingDb db, IUnitDirectory units, IInstrumentRoll roll, TimeProvider clock) : IDemoSeed
{
    // A demo at the nation's size does not wait for all of them.
    const int MostUnits = 80;

    public int Order => 20;

    public async Task Seed(int size, CancellationToken ct)
    {
        var (year, now) = (clock.Today().Year - 2, clock.GetUtcNow());
        if (await db.UsageDeclarations.AnyAsync(d => d.Year == year, ct)) return;
        foreach (var unit in (await units.Within("", ct)).Take(MostUnits))
        {
            var instruments = await roll.Of(year, unit.Id, ct);
            for (var i = 0; i < instruments.Count; i++)
            {
                var declaration = new UsageDeclaration { InstrumentId = instruments[i].Id, Year = year, UnitId = unit.Id };
                var effective = 180 + i * 397 % 1650;
                declaration.Declare(effective, effective * (i % 5) / 10, $"{unit.Name} 联络员", now.AddMonths(-18));
                db.UsageDeclarations.Add(declaration);
            }
        }

        await db.SaveChangesAsync(ct);
    }
}
