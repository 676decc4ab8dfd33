using Microsoft.EntityFrameworkCore;
using Modular.Instruments;
using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Shared;

public class JobDeskTests(App app)
{
    [Fact]
    public async Task I_see_what_I_ordered_and_operations_see_what_goes_on_in_their_region()
    {
        var region = await app.NewRegion();
        var unit = await app.Unit(await app.Supervisor(region));
        var (mine, theirs) = (await app.Account(unit, ["liaison"]), await app.Account(unit, ["liaison"]));
        var (first, second) = (await Ordered(mine, unit), await Ordered(theirs, unit, JobState.Failed));

        var liaison = await app.SignIn(mine);
        (await Listed(liaison)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(row => row.Id.ShouldBe(first), row => row.Mine.ShouldBeTrue(), row => row.Module.ShouldBe("instruments"));
        var officer = await app.SignedIn("centreOfficer", await app.NewOffice(region));
        (await Listed(officer)).Select(row => (row.Id, row.Mine)).ShouldBe([(first, false), (second, false)], ignoreOrder: true);
        (await Listed(officer, "?state=failed")).ShouldHaveSingleItem().Id.ShouldBe(second);
        (await Listed(officer, "?mine=true")).ShouldBeEmpty();
        (await Listed(await app.SignedIn("centreOfficer", await app.NewOffice(await app.NewRegion())))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Waiting_work_is_cancelled_and_can_be_tried_again()
    {
        var unit = await app.Unit();
        var account = await app.Account(unit, ["liaison"]);
        var job = await Ordered(account, unit);
        var liaison = await app.SignIn(account);

        await liaison.Post($"/api/instruments/jobs/{job}/cancel");
        (await Now(job)).State.ShouldBe(JobState.Cancelled);
        await liaison.Post($"/api/instruments/jobs/{job}/cancel").ShouldBeRefused(409, "job.ended");

        await liaison.Post($"/api/instruments/jobs/{job}/retry");
        (await Now(job)).ShouldSatisfyAllConditions(now => now.State.ShouldBe(JobState.Waiting), now => now.FinishedAt.ShouldBeNull());
        await liaison.Post($"/api/instruments/jobs/{job}/retry").ShouldBeRefused(409, "job.not-stopped");
    }

    [Fact]
    public async Task Running_work_is_told_to_stop()
    {
        var unit = await app.Unit();
        var account = await app.Account(unit, ["liaison"]);
        var job = await Ordered(account, unit, JobState.Running);

        await (await app.SignIn(account)).Post($"/api/instruments/jobs/{job}/cancel");

        (await Now(job)).ShouldSatisfyAllConditions(now => now.State.ShouldBe(JobState.Running), now => now.CancelRequested.ShouldBeTrue());
    }

    [Fact]
    public async Task A_colleagues_work_is_not_mine_to_stop()
    {
        var unit = await app.Unit();
        var job = await Ordered(await app.Account(unit, ["liaison"]), unit);
        var colleague = await app.SignedIn("liaison", unit);

        await colleague.Post($"/api/instruments/jobs/{job}/cancel").ShouldBeRefused(404, "job.not-found");
        await colleague.Post($"/api/instruments/jobs/{job}/retry").ShouldBeRefused(404, "job.not-found");
    }

    // A cancelled commit begins anew by its own order, and does what it would have done.
    [Fact]
    public async Task An_import_that_was_cancelled_before_it_began_is_done_when_tried_again()
    {
        var liaison = await app.SignedIn("liaison");
        var import = await liaison.Upload(Imports.Csv("资产编号,仪器名称,规格型号,原值（元）", $"{Some.Number()},显微镜,X1,600000"));
        await liaison.Order(import, CommitMode.Clean);
        var job = (await Listed(liaison)).ShouldHaveSingleItem();

        await liaison.Post($"/api/instruments/jobs/{job.Id}/cancel");
        await liaison.Post($"/api/instruments/jobs/{job.Id}/retry");
        await app.RunJobs();

        (await liaison.Details(import.Id)).Result!.Created.ShouldBe(1);
        (await Listed(liaison))[0].State.ShouldBe(JobState.Finished);
    }

    Task<Job> Now(Guid id) => app.InDatabase<InstrumentsDb, Job>(db => db.Jobs.AsNoTracking().SingleAsync(job => job.Id == id));

    static async Task<IReadOnlyList<JobRow>> Listed(Client person, string query = "") => (await person.Get<JobList>($"/api/jobs{query}")).Items;

    Task<Guid> Ordered(Account by, Organisation unit, JobState state = JobState.Waiting) => app.InDatabase<InstrumentsDb, Guid>(async db =>
    {
        // Of a kind that no runner knows, so that it stays as it is.
        var job = new Job
        {
            Kind = $"test.{Guid.NewGuid():N}", Input = "{}", AccountId = by.Id, AccountName = by.DisplayName, OwnerPath = unit.Path, State = state, CreatedAt = app.Clock.GetUtcNow(),
            LeaseUntil = state == JobState.Running ? app.Clock.GetUtcNow().AddHours(1) : null,
        };
        db.Jobs.Add(job);
        await db.SaveChangesAsync();
        return job.Id;
    });
}
