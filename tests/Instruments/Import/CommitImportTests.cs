using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modular.Contracts.Sharing;
using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

// I-9: nothing lost, nothing half-imported, a second upload of the same file changes nothing.
public class CommitImportTests(App app)
{
    static readonly byte[] List = Imports.Csv(
        "资产编号,仪器名称,规格型号,原值（万元）,建账日期,年总运行机时,年对外服务机时",
        "C-1,扫描电子显微镜,JSM-7800F,385,2019-05-20,1200,300",
        "C-2,透射电子显微镜,Talos F200X,960,2020-11-02,,",
        ",高效液相色谱仪,1260,42,2016-03-01,,",
        ",高效液相色谱仪,1260,42,2016-03-01,,");

    [Fact]
    public async Task A_clean_list_becomes_drafts_with_their_history_and_their_audit_lines()
    {
        var liaison = await app.SignedIn("liaison");

        var done = await app.Commit(liaison, await liaison.Upload(List, "清单.csv"));

        done.State.ShouldBe(ImportState.Done);
        done.Result.ShouldBe(new ImportResult(4, 0, 0, 0));
        var instruments = await liaison.Instruments();
        instruments.Count.ShouldBe(4);
        instruments.ShouldAllBe(i => i.LifeCycle == LifeCycle.Draft);
        var first = instruments.Single(i => i.AssetNumber == "C-1");
        (first.OriginalValueFen, first.BookedOn).ShouldBe((385_000_000, new DateOnly(2019, 5, 20)));
        (await liaison.Rows(done.Id)).Select(r => r.InstrumentId).ShouldBe(instruments.Select(i => (Guid?)i.Id), ignoreOrder: true);
        var step = (await liaison.Get<Page<RevisionRow>>($"/api/instruments/{first.Id}/history")).Items.ShouldHaveSingleItem();
        (step.Action, step.Reason, step.Version).ShouldBe(("imported", "清单.csv · 2", 1));
        step.Changes.Select(c => c.Field).ShouldContain("annualHours");
        var audit = await app.InDatabase<InstrumentsDb, List<AuditEntry>>(db => db.Audit.AsNoTracking().Where(e => e.Subject == first.Id || e.Subject == done.Id).OrderBy(e => e.Sequence).ToListAsync());
        audit.Select(e => e.Action).ShouldBe(["import.uploaded", "instrument.imported", "import.committed"]);
        audit[1].After!.ShouldContain("JSM-7800F");
    }

    [Fact]
    public async Task Declared_hours_become_known_where_usage_is_kept()
    {
        var liaison = await app.SignedIn("liaison");
        await app.Commit(liaison, await liaison.Upload(List));
        var id = (await liaison.Instruments()).Single(i => i.AssetNumber == "C-1").Id;

        await app.DeliverEvents();

        await using var scope = app.Services.CreateAsyncScope();
        var year = app.Clock.Today().Year - 1;
        var usage = await scope.ServiceProvider.GetRequiredService<IUsageLedger>().Declared(year, [id], TestContext.Current.CancellationToken);
        (usage[id].EffectiveHours, usage[id].ExternalHours).ShouldBe((1200m, 300m));
    }

    [Fact]
    public async Task A_second_upload_of_the_same_file_changes_nothing()
    {
        var liaison = await app.SignedIn("liaison");
        await app.Commit(liaison, await liaison.Upload(List));
        var before = await liaison.Instruments();

        var again = await liaison.Upload(List);
        again.Counts.ShouldBe(new ImportCounts(Rows: 4, Leave: 4));
        var done = await app.Commit(liaison, again);

        done.Result.ShouldBe(new ImportResult(0, 0, 4, 0));
        (await liaison.Instruments()).ShouldBe(before);
    }

    [Fact]
    public async Task A_row_without_a_number_is_not_taken_for_another_instrument_without_one()
    {
        var liaison = await app.SignedIn("liaison");
        await liaison.Registered("显微镜", record => record.AssetNumber = null);

        var done = await app.Commit(liaison, await liaison.Upload(Imports.Csv("仪器名称,规格型号,原值（万元）,建账日期", "质谱仪,Q-1,60,2019-05-20")));

        done.Result.ShouldBe(new ImportResult(1, 0, 0, 0));
    }

    [Fact]
    public async Task The_same_list_sent_in_twice_before_either_is_taken_over_is_not_doubled()
    {
        var liaison = await app.SignedIn("liaison");
        var (one, other) = (await liaison.Upload(List), await liaison.Upload(List));
        await app.Commit(liaison, one);

        var late = await app.Commit(liaison, other);

        late.State.ShouldBe(ImportState.Ready);
        late.Failure!.Code.ShouldBe("import.changed-meanwhile");
        late.Counts.Refuse.ShouldBe(4);
        (await liaison.Instruments()).Count.ShouldBe(4);
        // Checked again, there is nothing to do.
        (await liaison.Put<ImportDetails>($"{Imports.Address}/{late.Id}/mapping", late.Mapping())).Counts.Leave.ShouldBe(4);
    }

    [Fact]
    public async Task Changed_instruments_keep_their_state_and_empty_cells_erase_nothing()
    {
        var unit = await app.Unit();
        var liaison = await app.SignedIn("liaison", unit);
        var saved = await liaison.Registered(with: record => (record.AssetNumber, record.Model) = ("K-1", "JSM-7800F"));
        var before = (await liaison.Get<InstrumentDetails>($"/api/instruments/{saved.Id}")).Record;

        var import = await liaison.Upload(Imports.Csv("资产编号,仪器名称,规格型号,生产厂家", "K-1,,JSM-7900F,"));
        var change = (await liaison.Rows(import.Id, "outcome=change")).ShouldHaveSingleItem();
        change.InstrumentId.ShouldBe(saved.Id);
        change.Changes.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            c => c.Field.ShouldBe("model"), c => c.Before!.Value.GetString().ShouldBe("JSM-7800F"), c => c.After!.Value.GetString().ShouldBe("JSM-7900F"));
        (await app.Commit(liaison, import)).Result.ShouldBe(new ImportResult(0, 1, 0, 0));

        var after = await liaison.Get<InstrumentDetails>($"/api/instruments/{saved.Id}");
        (after.Record.Model, after.Record.NameZh, after.Record.Manufacturer, after.LifeCycle).ShouldBe(("JSM-7900F", before.NameZh, before.Manufacturer, LifeCycle.Draft));
        (await liaison.Get<Page<RevisionRow>>($"/api/instruments/{saved.Id}/history")).Items.Select(r => r.Action).ShouldBe(["imported", "registered"]);
    }

    // I-4: what the supervisor looks at does not change under their eyes.
    [Fact]
    public async Task An_instrument_under_review_is_not_changed()
    {
        var liaison = await app.SignedIn("liaison");
        var saved = await liaison.Submitted();
        var number = (await liaison.Get<InstrumentDetails>($"/api/instruments/{saved.Id}")).Record.AssetNumber;

        var import = await liaison.Upload(Imports.Csv("资产编号,仪器名称", $"{number},另一个名称"));

        (await liaison.Rows(import.Id)).ShouldHaveSingleItem().Faults.Select(f => f.Code).ShouldContain("instrument.cannot-edit");
    }

    [Fact]
    public async Task With_a_wrong_row_all_is_refused_and_the_clean_rows_can_be_taken()
    {
        var liaison = await app.SignedIn("liaison");
        var import = await liaison.Upload(Imports.Csv("资产编号,仪器名称,建账日期", "D-1,显微镜,2019-05-20", "D-2,离心机,昨天", "D-3,质谱仪,2020"));

        (await liaison.Order(import).ShouldBeRefused(422, "import.has-refused-rows")).Message.ShouldContain("1 rows");
        var done = await app.Commit(liaison, import, CommitMode.Clean);

        done.Result.ShouldBe(new ImportResult(2, 0, 0, 1));
        (await liaison.Instruments()).Select(i => i.AssetNumber).ShouldBe(["D-1", "D-3"]);
    }

    [Fact]
    public async Task A_row_that_was_changed_by_others_meanwhile_holds_everything_back_or_is_left_out()
    {
        var liaison = await app.SignedIn("liaison");
        var saved = await liaison.Registered(with: record => record.AssetNumber = "E-1");
        var import = await liaison.Upload(Imports.Csv("资产编号,仪器名称", "E-1,新名称", "E-2,离心机"));
        var record = (await liaison.Get<InstrumentDetails>($"/api/instruments/{saved.Id}")).Record;
        record.Department = "Somebody else's change";
        await liaison.Put<SavedInstrument>($"/api/instruments/{saved.Id}", new EditInstrument(record, saved.Version));

        var held = await app.Commit(liaison, import);
        (held.State, held.Failure!.Code, held.Counts.Refuse).ShouldBe((ImportState.Ready, "import.changed-meanwhile", 1));
        (await liaison.Instruments()).Count.ShouldBe(1);

        (await app.Commit(liaison, held, CommitMode.Clean)).Result.ShouldBe(new ImportResult(1, 0, 0, 1));
        (await liaison.Instruments()).Select(i => i.NameZh).ShouldBe([record.NameZh, "离心机"]);
    }

    [Fact]
    public async Task Ordered_twice_it_is_taken_over_once()
    {
        var liaison = await app.SignedIn("liaison");
        var import = await liaison.Upload(List);
        var order = new CommitImport(CommitMode.All, import.Version);
        async Task<HttpResponseMessage> Send() => await liaison.Send(HttpMethod.Post, $"{Imports.Address}/{import.Id}/commit", order, (Idempotency.Header, $"commit-{import.Id}"));

        using var first = await Send();
        await app.RunJobs();
        using var second = await Send();

        second.Headers.Contains("Idempotency-Replayed").ShouldBeTrue();
        await liaison.Order(import).ShouldBeRefused(409, "import.done");
        await app.RunJobs();
        (await liaison.Instruments()).Count.ShouldBe(4);
    }

    [Fact]
    public async Task An_old_version_of_the_list_is_not_taken_over()
    {
        var liaison = await app.SignedIn("liaison");
        var import = await liaison.Upload(List);

        await liaison.Order(import with { Version = import.Version - 1 }).ShouldBeRefused(409, "import.changed-meanwhile");
    }

    // R10: killed at any point, all or nothing; and it can run again.
    [Fact]
    public async Task Killed_at_any_point_it_leaves_nothing_and_runs_again()
    {
        var liaison = await app.SignedIn("liaison");
        const int rows = 4_600;
        var import = await liaison.Upload(Imports.Csv(["资产编号,仪器名称", .. Enumerable.Range(1, rows).Select(number => $"F{number:D5},显微镜 {number}")]));
        var kills = 0;
        await app.Alone(async () =>
        {
            await liaison.Order(import);
            while (await KilledAt(import.Id, kills + 1))
            {
                kills++;
                var state = await app.InDatabase<InstrumentsDb, (int, int, ImportState)>(async db => (
                    await db.Instruments.CountAsync(i => i.AssetNumber!.StartsWith("F") && i.NameZh!.StartsWith("显微镜 ")),
                    await db.Audit.CountAsync(e => e.Subject == import.Id && e.Action == "import.committed"),
                    (await db.Imports.SingleAsync(i => i.Id == import.Id)).State));
                state.ShouldBe((0, 0, ImportState.Committing));
            }
        });

        kills.ShouldBeGreaterThanOrEqualTo(3);
        await app.RunJobs();
        var done = await liaison.Details(import.Id);
        (done.State, done.Result!.Created).ShouldBe((ImportState.Done, rows));
        (await liaison.Get<Page<InstrumentRow>>("/api/instruments")).Total.ShouldBe(rows);
    }

    // The work itself, and an instance that dies when it has reported for the n-th time.
    async Task<bool> KilledAt(Guid importId, int step)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InstrumentsDb>();
        var jobId = (await db.Imports.AsNoTracking().SingleAsync(i => i.Id == importId)).JobId;
        var job = await db.Jobs.AsNoTracking().SingleAsync(j => j.Id == jobId);
        var reports = 0;
        var progress = new JobProgress((_, _, _) => ++reports == step ? throw new InstanceDies() : Task.CompletedTask, new Hurried());
        try
        {
            await scope.ServiceProvider.GetServices<IJobWork>().Single(work => work.Kind == job.Kind).Run(job, progress, TestContext.Current.CancellationToken);
            return false;
        }
        catch (InstanceDies)
        {
            return true;
        }
    }

    sealed class InstanceDies : Exception;

    /// <summary>A second passes between any two looks at the clock, so that no report is left out.</summary>
    sealed class Hurried : TimeProvider
    {
        long _now;

        public override long GetTimestamp() => _now += TimestampFrequency;
    }
}
