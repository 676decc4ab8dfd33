using Modular.Contracts.Units;
using Modular.Instruments;
using Modular.Shared;

namespace Modular.Tests.Access;

sealed partial class World
{
    Task<Target> Carrier(Spot spot, string state) => App.InDatabase<InstrumentsDb, Target>(async db =>
    {
        var (unit, marker, now) = (_units[spot], NewMarker(), App.Clock.GetUtcNow());
        var owner = new UnitSummary(unit.Id, unit.Path, unit.Name, "", unit.RegionCode, CentralLevel: false);
        var carrier = Modular.Instruments.Carrier.Draft(owner, CarrierType.InstrumentCentre, Some.Centre(marker), now);
        if (state != "Draft") carrier.Submit(carrier.Version, now);
        if (state == "Returned") carrier.Return(carrier.Version, "wrong", "reason", [], now);
        if (state is "Listed" or "Retired") carrier.Approve(carrier.Version, now, App.Clock.Today());
        if (state == "Retired") carrier.Retire(carrier.Version, 0, now, App.Clock.Today());
        db.Carriers.Add(carrier);
        db.CarrierRevisions.Add(new CarrierRevision
        {
            CarrierId = carrier.Id, Version = carrier.Version, At = now, AccountId = default, AccountName = "Somebody", OrganisationName = unit.Name, Action = "registered", Reason = marker,
        });
        await db.SaveChangesAsync();
        return new Target(Kind.Carrier, spot, state, carrier.Id.ToString(), unit.Path, marker, carrier.Version, unit.Id);
    });
}
