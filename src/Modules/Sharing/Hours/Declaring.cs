using Modular.Contracts.Instruments;
using Modular.Contracts.Sharing;
using Modular.Shared;

namespace Modular.Sharing;

internal static class Declaring
{
    /// <summary>Keeps one instrument's hours of a year, leaves the line in the trail and tells the registry. Nothing happens where nothing is different.</summary>
    /// <returns>The version afterwards.</returns>
    public static int Declare(
        this SharingDb db, RollEntry instrument, int year, decimal? effective, decimal? external, UsageDeclaration? declaration, CurrentUser user, TimeProvider clock)
    {
        if (declaration is null && (effective, external) == (null, null)) return 0;
        if (declaration is null) db.UsageDeclarations.Add(declaration = new UsageDeclaration { InstrumentId = instrument.Id, Year = year, UnitId = instrument.UnitId });
        var (now, before) = (clock.GetUtcNow(), new { Year = year, declaration.EffectiveHours, declaration.ExternalHours });
        declaration.UnitId = instrument.UnitId;
        if (!declaration.Declare(effective, external, $"{user.OrganisationName} {user.DisplayName}", now)) return declaration.Version;
        db.Record(user, clock, "hours.declared", instrument.Id, instrument.UnitPath, before, new { Year = year, EffectiveHours = effective, ExternalHours = external });
        db.Announce(instrument.Id, new YearlyHoursDeclared(instrument.Id, instrument.UnitId, year, effective, external, user.AccountId, user.DisplayName, user.OrganisationName), now);
        return declaration.Version;
    }
}
