using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class RemoveStaffMemberTests(App app)
{
    [Fact]
    public async Task Nothing_of_the_person_stays()
    {
        var keeper = await app.SignedIn("liaison");
        var entered = await keeper.Enter(Some.StaffFacts());
        var training = await keeper.Post<OpenedRecord>($"/api/units/staff/{entered.Id}/trainings", Some.Training);

        await keeper.Delete($"/api/units/staff/{entered.Id}");

        (await app.Stored<StaffMember>(entered.Id)).ShouldBeNull();
        (await app.Stored<StaffTraining>(training.Id)).ShouldBeNull();
        await keeper.Delete($"/api/units/staff/{entered.Id}").ShouldBeRefused(404, "staff.not-found");
    }
}
