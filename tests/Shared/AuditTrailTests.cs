using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modular.Evaluation;
using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Shared;

public class AuditTrailTests(App app)
{
    // X-2: who, for whom, what, before, after.
    [Fact]
    public async Task Whoever_may_read_it_sees_who_changed_what()
    {
        var unit = await app.Unit();
        var administrator = await app.SignedIn("unitAdministrator", unit);
        var saved = await administrator.Registered();

        var page = await administrator.Get<Page<AuditRow>>($"/api/instruments/audit?subject={saved.Id}");

        var line = page.Items.ShouldHaveSingleItem();
        (line.Action, line.OrganisationId).ShouldBe(("instrument.registered", unit.Id));
        line.After!.Value.GetProperty("model").GetString().ShouldBe("JSM-7800F");
    }

    [Fact]
    public async Task Lines_about_others_are_not_shown_and_not_counted()
    {
        var saved = await (await app.SignedIn("liaison")).Registered();

        var stranger = await app.SignedIn("unitAdministrator");

        (await stranger.Get<Page<AuditRow>>($"/api/instruments/audit?subject={saved.Id}")).Total.ShouldBe(0);
        await (await app.SignedIn("liaison")).Get<object>("/api/instruments/audit").ShouldBeRefused(403, "permission.missing");
    }

    // R6 in short: any change by hand is found. On the schema of a module that writes no lines of its own yet.
    [Fact]
    public async Task A_chain_that_somebody_tampered_with_is_found()
    {
        var random = new Random(20260101);
        for (var i = 0; i < 40; i++)
        {
            await app.InDatabase<EvaluationDb, int>(db =>
            {
                db.Audit.Add(Line(i));
                return db.SaveChangesAsync();
            });
        }

        await app.SealAudit();
        var sealer = Sealer();
        (await sealer.FirstBroken(CancellationToken.None)).ShouldBeNull("untouched, the chain holds");

        var forgeries = new (string What, string Sql)[]
        {
            ("a changed figure", "UPDATE evaluation.audit SET \"After\" = '{{\"n\":999}}' WHERE \"SealedAs\" = {0}"),
            ("another name", "UPDATE evaluation.audit SET \"AccountName\" = 'nobody' WHERE \"SealedAs\" = {0}"),
            ("another time", "UPDATE evaluation.audit SET \"At\" = \"At\" + interval '1 second' WHERE \"SealedAs\" = {0}"),
            ("a removed line", "DELETE FROM evaluation.audit WHERE \"SealedAs\" = {0}"),
        };
        foreach (var (what, sql) in forgeries)
        {
            var place = random.Next(2, 39);
            var found = await app.InDatabase<EvaluationDb, long?>(async db =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                (await db.Database.ExecuteSqlRawAsync(sql, place)).ShouldBe(1, what);
                return await AuditSealer<EvaluationDb>.FirstBroken(db, CancellationToken.None);
            });
            found.ShouldBe(place, what);
        }
    }

    IAuditSealer Sealer() => app.Services.GetServices<IAuditSealer>().OfType<AuditSealer<EvaluationDb>>().Single();

    static AuditEntry Line(int number) => new()
    {
        At = new DateTimeOffset(2026, 1, 1, 0, 0, number, TimeSpan.Zero),
        AccountName = $"person {number}",
        Action = "figure.changed",
        OwnerPath = "0001",
        Before = $"{{\"n\":{number}}}",
        After = $"{{\"n\":{number + 1}}}",
    };
}
