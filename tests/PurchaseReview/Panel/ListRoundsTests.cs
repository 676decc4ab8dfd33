using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class ListRoundsTests(App app)
{
    [Fact]
    public async Task The_regions_officers_and_the_panel_find_it_and_nobody_elses()
    {
        var panel = await Panels.Convened(app);
        async Task<RoundRow?> Of(Client person) => (await person.Get<Page<RoundRow>>($"{Panels.Address}?size=200")).Items.SingleOrDefault(row => row.Id == panel.Round.Id);

        (await Of(panel.Centre))!.ShouldSatisfyAllConditions(row => row.Cases.ShouldBe(1), row => row.Mine.ShouldBe(0));
        (await Of(panel.Expert.Person))!.Mine.ShouldBe(1);
        (await Of(await app.SignedIn("expert"))).ShouldBeNull();
        (await Of(await app.SignedIn("centreOfficer", await app.NewOffice(await app.NewRegion())))).ShouldBeNull();
    }
}
