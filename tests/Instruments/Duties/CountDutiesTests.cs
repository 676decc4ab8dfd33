using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class CountDutiesTests(App app)
{
    const string Address = "/api/instruments/duties/counts";

    // I-5: who is late, for each tier.
    [Fact]
    public async Task The_region_counts_by_department_and_the_department_by_unit()
    {
        var region = await app.NewRegion();
        var (late, punctual) = (await app.Supervisor(region), await app.Supervisor(region));
        var (first, second) = (await app.Unit(late), await app.Unit(late));
        var today = Modular.Shared.RegionClock.Today(app.Clock);
        await (await app.SignedIn("liaison", first)).Registered();
        await (await app.SignedIn("liaison", first)).Registered(with: record => record.AcceptedOn = null);
        await (await app.SignedIn("liaison", second)).Registered(with: record => record.AcceptedOn = today);
        await (await app.SignedIn("liaison", second)).Registered(with: record => record.AcceptedOn = today.AddDays(-35));
        await app.Listed(await app.Unit(punctual), punctual);

        var officer = await app.SignedIn("policyOfficer", await app.NewOffice(region));
        var whole = await officer.Get<DutyOverview>(Address);
        var department = await (await app.SignedIn("reviewer", late)).Get<DutyOverview>(Address);

        whole.Total.ShouldBe(new DutyCounts(5, 1, 1, 1, 1, 1, 0));
        whole.Groups.Select(group => (group.Id, group.Unit, group.Counts)).ShouldBe(
            [(late.Id, false, new DutyCounts(4, 0, 1, 1, 1, 1, 0)), (punctual.Id, false, new DutyCounts(1, 1, 0, 0, 0, 0, 0))]);
        department.Groups.Select(group => (group.Id, group.Unit, group.Counts.Overdue)).ShouldBe([(first.Id, true, 1), (second.Id, true, 0)]);
        (await officer.Get<DutyOverview>($"{Address}?supervisorId={late.Id}")).Groups.Select(group => group.Id).ShouldBe([first.Id, second.Id]);
        (whole.OnboardingDays, whole.DueSoonDays, whole.ThresholdFen).ShouldBe((30, 10, 50_000_000));
    }
}
