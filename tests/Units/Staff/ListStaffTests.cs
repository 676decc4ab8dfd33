using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class ListStaffTests(App app)
{
    // the same person, seen from each tier.
    [Fact]
    public async Task Each_tier_sees_as_much_of_a_person_as_it_needs()
    {
        var region = await app.NewRegion();
        var bureau = await app.Supervisor(region);
        var unit = await app.Unit(bureau);
        var keeper = await app.SignedIn("liaison", unit);
        await keeper.Enter(Some.StaffFacts("王丽君") with { StaffNumber = "N7" });

        (await keeper.Staff()).Single().ShouldSatisfyAllConditions(
            row => row.Name.ShouldBe("王丽君"), row => row.BornIn.ShouldBe("1985-06"), row => row.Phone.ShouldBe("13800001234"), row => row.StaffNumber.ShouldBe("N7"));
        (await (await app.SignedIn("reviewer", bureau)).Staff()).Single().ShouldSatisfyAllConditions(
            row => row.Name.ShouldBe("王丽君"), row => row.BornIn.ShouldBe("1985-06"), row => row.Phone.ShouldBe("138****1234"), row => row.StaffNumber.ShouldBeNull());
        foreach (var role in new[] { "policyOfficer", "centreOfficer" })
            (await (await app.SignedIn(role, await app.NewOffice(region))).Staff()).Single().ShouldSatisfyAllConditions(
                row => row.Name.ShouldBe("王**"), row => row.BornIn.ShouldBe("1985"), row => row.Phone.ShouldBeNull(), row => row.StaffNumber.ShouldBeNull(), row => row.Department.ShouldBe("Analytical centre"));
        foreach (var (role, where) in new[] { ("custodian", unit), ("financeOfficer", await app.NewOffice(region)), ("nationalOfficer", app.Nation) })
            await (await app.SignedIn(role, where)).Staff().ShouldBeRefused(403, "permission.missing");
    }

    [Fact]
    public async Task Who_may_not_see_a_name_does_not_find_it_either()
    {
        var region = await app.NewRegion();
        var bureau = await app.Supervisor(region);
        var keeper = await app.SignedIn("liaison", await app.Unit(bureau));
        await keeper.Enter(Some.StaffFacts("其其格") with { StaffNumber = "N8" });
        var officer = await app.SignedIn("policyOfficer", await app.NewOffice(region));

        (await (await app.SignedIn("reviewer", bureau)).Staff("search=其其")).Count.ShouldBe(1);
        (await officer.Staff("search=其其")).ShouldBeEmpty();
        (await officer.Staff("search=N8")).ShouldBeEmpty();
        (await officer.Staff("search=分析化学")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task It_is_filtered_by_degree_title_and_whether_they_have_left()
    {
        var keeper = await app.SignedIn("liaison");
        await keeper.Enter(Some.StaffFacts("Doctor") with { Education = Education.Doctor, Title = "研究员" });
        await keeper.Enter(Some.StaffFacts("Gone") with { LeftOn = new DateOnly(2024, 1, 1) });

        (await keeper.Staff("education=doctor")).Single().Name.ShouldBe("Doctor");
        (await keeper.Staff("titleLevel=full")).Single().Name.ShouldBe("Doctor");
        (await keeper.Staff("left=true")).Single().Name.ShouldBe("Gone");
        (await keeper.Staff("left=false")).Single().Name.ShouldBe("Doctor");
        (await keeper.Staff("sort=-name")).Select(row => row.Name).ShouldBe(["Gone", "Doctor"]);
    }

    [Fact]
    public async Task It_costs_the_same_however_many_there_are()
    {
        var keeper = await app.SignedIn("liaison");
        await keeper.Enter(Some.StaffFacts());
        await keeper.ShouldCostTheSame("/api/units/staff", async () =>
        {
            for (var i = 0; i < 3; i++) await keeper.Enter(Some.StaffFacts());
        });
    }
}
