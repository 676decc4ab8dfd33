using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Instruments;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Sharing;

internal static class HoursReading
{
    public static void RuleForYear<T>(IRuleBuilder<T, int> year, TimeProvider clock) => year
        .Must(value => value >= HoursRules.FirstYear && value <= clock.Today().Year).WithErrorCode("hours.year").WithMessage("From 2000 to this year.");

    /// <summary>A list against the hours of the caller's own unit as they stand.</summary>
    public static async Task<(HoursSheet List, Dictionary<Guid, UsageDeclaration> Known)> Read(
        Stream content, int year, SharingDb db, IUnitDirectory units, IInstrumentRoll roll, RatedHours rates, CurrentUser user, CancellationToken ct)
    {
        var unit = await units.UnitInReach(user.OrganisationId, user, ct);
        var instruments = await roll.Of(year, unit.Id, ct);
        var ids = instruments.Select(i => i.Id).ToList();
        var known = await db.UsageDeclarations.Where(d => d.Year == year && ids.Contains(d.InstrumentId)).ToDictionaryAsync(d => d.InstrumentId, ct);
        return (HoursSheet.Read(content, year, instruments, known, await rates.In(year, unit.Path, ct), ct), known);
    }
}
