using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class EditStaffMemberTests(App app)
{
    [Fact]
    public async Task Who_leaves_stays_with_the_day()
    {
        var keeper = await app.SignedIn("liaison");
        var facts = Some.StaffFacts();
        var entered = await keeper.Enter(facts);

        await keeper.Put($"/api/units/staff/{entered.Id}", new EditStaffMember(facts with { LeftOn = new DateOnly(2026, 1, 1) }, entered.Version));

        (await keeper.Staff("left=false")).ShouldBeEmpty();
        (await keeper.Staff("left=true")).Single().LeftOn.ShouldBe(new DateOnly(2026, 1, 1));
    }

    [Fact]
    public async Task The_second_of_two_who_edit_is_told()
    {
        var keeper = await app.SignedIn("liaison");
        var entered = await keeper.Enter(Some.StaffFacts());
        await keeper.Put($"/api/units/staff/{entered.Id}", new EditStaffMember(Some.StaffFacts(), entered.Version));

        await keeper.Put($"/api/units/staff/{entered.Id}", new EditStaffMember(Some.StaffFacts(), entered.Version)).ShouldBeRefused(409, "staff.changed-meanwhile");
        await (await app.SignedIn("liaison")).Put($"/api/units/staff/{entered.Id}", new EditStaffMember(Some.StaffFacts(), 2)).ShouldBeRefused(404, "staff.not-found");
    }

    [Fact]
    public async Task A_name_that_is_there_already_is_refused()
    {
        var keeper = await app.SignedIn("liaison");
        await keeper.Enter(Some.StaffFacts("One"));
        var two = await keeper.Enter(Some.StaffFacts("Two"));

        await keeper.Put($"/api/units/staff/{two.Id}", new EditStaffMember(Some.StaffFacts("One"), two.Version)).ShouldBeRefused(409, "staff.exists");
    }
}
