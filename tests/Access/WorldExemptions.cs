using Modular.Contracts.Units;
using Modular.Instruments;
using Modular.Shared;

namespace Modular.Tests.Access;

sealed partial class World
{
    // About an instrument that nobody has any more: the planted ones go on owing their opening.
    Task<Target> Exemption(Spot spot, string state) => App.InDatabase<InstrumentsDb, Target>(async db =>
    {
        var (unit, marker, now) = (_units[spot], NewMarker(), App.Clock.GetUtcNow());
        var owner = new UnitSummary(unit.Id, unit.Path, unit.Name, "", unit.RegionCode, CentralLevel: false);
        var gone = Modular.Instruments.Instrument.Draft(owner, Some.Record(marker), now);
        var exemption = Modular.Instruments.Exemption.Declare(owner, new ExemptionFacts(ExemptionReason.Outdated, marker, null, [gone.Id], null, null), [gone], now);
        if (state == "Returned") exemption.Return(exemption.Version, now);
        if (state is "Endorsed" or "Filed") exemption.Endorse(exemption.Version, now);
        if (state == "Filed") exemption.File("Record 1", exemption.Version, now, App.Clock.Today());
        db.Exemptions.Add(exemption);
        await db.SaveChangesAsync();
        return new Target(Kind.Exemption, spot, state, exemption.Id.ToString(), unit.Path, marker, exemption.Version, unit.Id);
    });
}
