using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class RecordTrainingTests(App app)
{
    [Fact]
    public async Task It_shows_with_the_person_and_in_the_list()
    {
        var keeper = await app.SignedIn("liaison");
        var entered = await keeper.Enter(Some.StaffFacts());
        await keeper.Post($"/api/units/staff/{entered.Id}/trainings", Some.Training);
        await keeper.Post($"/api/units/staff/{entered.Id}/trainings", Some.Training with { Kind = TrainingKind.Exchange, From = new DateOnly(2026, 2, 1), Until = new DateOnly(2026, 2, 3) });

        (await keeper.Get<StaffDetails>($"/api/units/staff/{entered.Id}")).Trainings.Select(t => t.From).ShouldBe([new DateOnly(2026, 2, 1), new DateOnly(2026, 1, 5)]);
        var row = (await keeper.Staff()).Single();
        (row.Trainings, row.LastTrainedOn).ShouldBe((2, new DateOnly(2026, 2, 1)));
    }

    [Fact]
    public async Task What_cannot_be_is_refused()
    {
        var keeper = await app.SignedIn("liaison");
        var address = $"/api/units/staff/{(await keeper.Enter(Some.StaffFacts())).Id}/trainings";

        await keeper.Post(address, Some.Training with { Topic = "" }).ShouldBeRefused(400, "request.invalid");
        await keeper.Post(address, Some.Training with { From = new DateOnly(2090, 1, 1) }).ShouldBeRefused(400, "request.invalid");
        await keeper.Post(address, Some.Training with { Until = new DateOnly(2025, 1, 1) }).ShouldBeRefused(400, "request.invalid");
        await (await app.SignedIn("liaison")).Post(address, Some.Training).ShouldBeRefused(404, "staff.not-found");
    }
}
