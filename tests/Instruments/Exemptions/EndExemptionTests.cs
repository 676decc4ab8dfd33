using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class EndExemptionTests(App app)
{
    [Fact]
    public async Task What_the_region_ends_is_owed_again()
    {
        var us = await Statements.In(app);
        var filed = await us.OnRecord();

        var ended = await us.Officer.Post<SavedExemption>($"{Statements.Address}/{filed.Id}/end", new EndExemption(filed.Version, "repaired since"));

        var read = await us.Read(ended);
        (read.State, read.EndedOn, read.Steps[^1].Reason).ShouldBe((ExemptionState.Ended, app.Clock.Today(), "repaired since"));
        (await us.Overdue()).ShouldBe(1);
        (await us.Liaison.Get<Page<DutyRow>>("/api/instruments/duties")).Items.Single().Statement.ShouldBeNull();
    }

    [Fact]
    public async Task Only_what_is_on_record_is_ended_and_only_by_the_region()
    {
        var us = await Statements.In(app);
        var endorsed = await us.Reviewed(await us.Declared());
        Task<SavedExemption> End(Client person, int version) => person.Post<SavedExemption>($"{Statements.Address}/{endorsed.Id}/end", new EndExemption(version, "over"));

        await End(us.Officer, endorsed.Version).ShouldBeRefused(409, "exemption.cannot-end");
        var filed = await us.Filed(endorsed);
        await End(us.Reviewer, filed.Version).ShouldBeRefused(403, "permission.missing");
        await End(us.Officer, filed.Version);
    }
}
