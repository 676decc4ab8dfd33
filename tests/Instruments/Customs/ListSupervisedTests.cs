using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments.Customs;

// I-3: what customs still supervise, what ends soon, and what has ended and still says otherwise.
public class ListSupervisedTests(App app)
{
    [Fact]
    public async Task The_list_tells_what_ends_when_by_state()
    {
        var liaison = await app.SignedIn("liaison");
        var today = app.Clock.Today();
        await Register(liaison, "over", today.AddYears(-3).AddDays(-1));
        await Register(liaison, "soon", today.AddYears(-3).AddDays(30));
        await Register(liaison, "long", today.AddYears(-1));
        await liaison.Registered("none");

        var all = (await liaison.Get<Page<SupervisedRow>>("/api/instruments/customs")).Items;

        all.Select(row => (row.NameZh, row.State)).ShouldBe([("over", CustomsState.Over), ("soon", CustomsState.EndingSoon), ("long", CustomsState.Supervised)]);
        all[2].Until.ShouldBe(today.AddYears(2));
        foreach (var (state, name) in new[] { ("over", "over"), ("endingSoon", "soon"), ("supervised", "long") })
            (await liaison.Get<Page<SupervisedRow>>($"/api/instruments/customs?state={state}")).Items.ShouldHaveSingleItem().NameZh.ShouldBe(name);
        (await liaison.Get<Page<SupervisedRow>>("/api/instruments/customs?search=soo")).Items.ShouldHaveSingleItem().NameZh.ShouldBe("soon");
    }

    // P-9: the years are a number of the policies.
    [Fact]
    public async Task A_region_that_sets_other_years_sees_other_last_days()
    {
        var (officer, region) = await app.PolicyOfficer();
        var liaison = await app.SignedIn("liaison", await app.Unit(await app.Supervisor(region)));
        await Register(liaison, "long", app.Clock.Today().AddYears(-4));
        (await liaison.Get<Page<SupervisedRow>>("/api/instruments/customs")).Items.ShouldHaveSingleItem().State.ShouldBe(CustomsState.Over);

        await officer.Sets("customsYears", 5, app.Clock.Today());

        (await liaison.Get<Page<SupervisedRow>>("/api/instruments/customs")).Items.ShouldHaveSingleItem().State.ShouldBe(CustomsState.Supervised);
    }

    static Task Register(Client liaison, string name, DateOnly releasedOn) => liaison.Post<SavedInstrument>("/api/instruments", new RegisterInstrument(null, Some.DutyFree(name, releasedOn)));
}
