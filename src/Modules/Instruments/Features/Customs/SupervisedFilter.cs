using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>What the list of supervised instruments and its export have in common.</summary>
internal static class SupervisedFilter
{
    public static IQueryable<Instrument> Supervised(this InstrumentsDb db, CurrentUser user, string? search, CustomsState? state, Guid? unitId, DateOnly today, int years)
    {
        var found = db.Instruments.AsNoTracking().Within(user).Where(i => i.CustomsSupervised == true && i.CustomsReleasedOn != null && i.LifeCycle != LifeCycle.Retired);
        if (unitId is { } unit) found = found.Where(i => i.UnitId == unit);
        if (!string.IsNullOrWhiteSpace(search))
        {
            var part = search.Trim();
            found = found.Where(i => i.NameZh!.Contains(part) || i.AssetNumber!.Contains(part) || i.CustomsDeclarationNumber!.Contains(part) || i.UnitName.Contains(part));
        }

        var over = CustomsSupervision.LatestReleaseEndedBefore(today, years);
        var soon = CustomsSupervision.LatestReleaseEndedBefore(today.AddDays(CustomsSupervision.SoonDays + 1), years);
        return state switch
        {
            CustomsState.Over => found.Where(i => i.CustomsReleasedOn <= over),
            CustomsState.EndingSoon => found.Where(i => i.CustomsReleasedOn > over && i.CustomsReleasedOn <= soon),
            CustomsState.Supervised => found.Where(i => i.CustomsReleasedOn > soon),
            _ => found,
        };
    }
}
