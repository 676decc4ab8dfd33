using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

// On a platform of its own: a line of the trail is tampered with, and one verification at a time is enough for everybody.
public sealed class RecusedFromTrailTests : IAsyncLifetime
{
    const string Trail = "/api/purchase-review/audit";

    readonly App _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    // whatever an official reads by office, of a case from which they are recused the trail has no line for them.
    [Fact]
    public async Task Of_a_case_from_which_one_is_recused_the_trail_has_no_line()
    {
        var panel = await Panels.Convened(_app, cases: 2);
        var (official, gone, stays) = (panel.Members[1].Person, panel.Cases[0], panel.Cases[1]);
        var number = (await panel.Read()).Number;
        (await Lines(official, $"subject={gone.Id}")).Total.ShouldBeGreaterThan(4);

        await Panels.Declare(official, gone.Id, conflict: true);

        (await Lines(official, $"subject={gone.Id}")).Total.ShouldBe(0);
        (await Lines(official, $"subject={stays.Id}")).Total.ShouldBeGreaterThan(4);
        var all = await Lines(official, "size=200");
        all.Total.ShouldBe(all.Items.Count);
        // The rounds' own lines say nothing of it either.
        foreach (var told in new[] { JsonSerializer.Serialize(all.Items), Encoding.UTF8.GetString(await official.Download($"{Trail}/export?format=csv")) })
        {
            told.ShouldContain("round.convened");
            told.ShouldNotContain(number);
            told.ShouldNotContain(gone.Id.ToString());
        }

        (await Lines(panel.Centre, $"subject={gone.Id}&action=panel.recused")).Total.ShouldBe(1, "the others read it as before");
        (await Lines(panel.Centre, $"subject={gone.Id}&action=purchase.under-review")).Total.ShouldBe(1);
    }

    // A chain that does not hold is everybody's to know; what stands in the line is not.
    [Fact]
    public async Task A_verification_tells_where_it_does_not_hold_and_not_what_was_done()
    {
        var panel = await Panels.Convened(_app);
        var (official, gone) = (panel.Members[1].Person, panel.Cases[0].Id);
        await Panels.Declare(official, gone, conflict: true);
        await _app.SealAudit();
        var place = await _app.InDatabase<PurchaseReviewDb, long>(async db =>
        {
            var line = await db.Audit.Where(e => e.Subject == gone && e.Action == "purchase.submitted").Select(e => e.SealedAs!.Value).SingleAsync();
            await db.Database.ExecuteSqlAsync($"""UPDATE "purchase-review".audit SET "AccountName" = 'nobody' WHERE "SealedAs" = {line}""");
            return line;
        });

        await official.Post($"{Trail}/verification");
        await _app.RunJobs();

        (await Fault(panel.Centre)).ShouldSatisfyAllConditions(f => f.From.ShouldBe(place), f => f.AccountName.ShouldBe("nobody"), f => f.Action.ShouldBe("purchase.submitted"));
        (await Fault(official)).ShouldBe(new AuditFault(AuditFaultKind.Changed, place, place, null, null, null, null));
        (await official.Get<JobList>("/api/jobs")).Items.Single(job => job.Kind == "purchase-review.audit-verification").Result.ShouldBeNull();
    }

    static Task<Page<AuditRow>> Lines(Client reader, string filter) => reader.Get<Page<AuditRow>>($"{Trail}?{filter}");

    static async Task<AuditFault> Fault(Client reader) => (await reader.Get<LatestAuditVerification>($"{Trail}/verification")).Latest!.Verdict!.Faults.ShouldHaveSingleItem();
}
