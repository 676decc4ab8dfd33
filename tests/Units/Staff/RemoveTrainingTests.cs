using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class RemoveTrainingTests(App app)
{
    [Fact]
    public async Task It_is_gone_and_somebody_elses_is_not_found()
    {
        var keeper = await app.SignedIn("liaison");
        var (one, two) = (await keeper.Enter(Some.StaffFacts()), await keeper.Enter(Some.StaffFacts()));
        var training = await keeper.Post<OpenedRecord>($"/api/units/staff/{one.Id}/trainings", Some.Training);

        await keeper.Delete($"/api/units/staff/{two.Id}/trainings/{training.Id}").ShouldBeRefused(404, "training.not-found");
        await keeper.Delete($"/api/units/staff/{one.Id}/trainings/{training.Id}");

        (await keeper.Get<StaffDetails>($"/api/units/staff/{one.Id}")).Trainings.ShouldBeEmpty();
    }
}
