using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class ListExemptionsTests(App app)
{
    [Theory]
    [InlineData("state=submitted", 2)]
    [InlineData("state=filed", 1)]
    [InlineData("reason=classified", 1)]
    [InlineData("search=old microscope", 1)]
    [InlineData("search=BM-2026", 1)]
    [InlineData("search=Record 12", 1)]
    [InlineData("sort=-count", 3)]
    [InlineData("sort=until", 3)]
    public async Task Each_tier_finds_the_statements_of_its_subtree(string query, int found)
    {
        var us = await Statements.In(app);
        await us.OnRecord();
        await us.Declared(Some.ClassifiedExemption);
        await us.Declared(Some.Exemption((await us.Liaison.Registered("离心机")).Id));

        foreach (var person in new[] { us.Liaison, us.Reviewer, us.Officer })
            (await person.Get<Page<ExemptionRow>>($"{Statements.Address}?{query}")).Total.ShouldBe(found);
        (await (await app.SignedIn("liaison")).Get<Page<ExemptionRow>>($"{Statements.Address}?{query}")).Total.ShouldBe(0);
    }

    [Fact]
    public async Task A_department_or_a_unit_narrows_it()
    {
        var us = await Statements.In(app);
        await us.Declared();
        var other = await app.Supervisor(us.Region);

        (await us.Officer.Get<Page<ExemptionRow>>($"{Statements.Address}?supervisorId={us.Bureau.Id}")).Total.ShouldBe(1);
        (await us.Officer.Get<Page<ExemptionRow>>($"{Statements.Address}?supervisorId={other.Id}")).Total.ShouldBe(0);
        (await us.Officer.Get<Page<ExemptionRow>>($"{Statements.Address}?unitId={us.Unit.Id}")).Items.Single().FirstName.ShouldBe("old microscope");
    }

    // P11
    [Fact]
    public async Task The_list_costs_the_same_statements_however_long_it_is()
    {
        var us = await Statements.In(app);
        await us.Declared();

        await us.Liaison.ShouldCostTheSame($"{Statements.Address}?size=200", async () =>
        {
            for (var i = 0; i < 4; i++) await us.Declared(Some.ClassifiedExemption);
        });
    }
}
