using Microsoft.EntityFrameworkCore;
using Modular.Shared;
using Modular.Sharing;
using Shouldly;
using Xunit;

namespace Modular.Tests.Shared;

// On a platform of its own: one verification at a time is enough for everybody, so that others' orders would be taken for these.
public sealed class AuditVerificationTests : IAsyncLifetime
{
    readonly App _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    const string Address = "/api/sharing/audit/verification";

    // R6: asked for in the page, run in the background, and the answer says which line it is.
    [Fact]
    public async Task A_verification_says_that_the_chain_holds_and_after_tampering_where_it_does_not()
    {
        var officer = await _app.SignedIn("centreOfficer");
        var subject = Guid.CreateVersion7();
        await Write(subject);

        var asked = await officer.Post<AuditVerificationState>(Address);
        (await officer.Post<AuditVerificationState>(Address)).JobId.ShouldBe(asked.JobId, "one at a time is enough");
        await _app.RunJobs();

        var first = (await officer.Get<LatestAuditVerification>(Address)).Latest!;
        (first.State, first.Verdict!.Holds, first.Done).ShouldBe((JobState.Finished, true, first.Total));
        first.Verdict.Lines.ShouldBeGreaterThanOrEqualTo(30);

        var place = first.Verdict.Head!.Place - 5;
        var name = await Change(place, "nobody");
        await officer.Post<AuditVerificationState>(Address);
        await _app.RunJobs();
        var second = (await officer.Get<LatestAuditVerification>(Address)).Latest!.Verdict!;
        second.Faults.ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Kind.ShouldBe(AuditFaultKind.Changed), f => f.From.ShouldBe(place), f => f.AccountName.ShouldBe("nobody"));
        second.Known!.Place.ShouldBeGreaterThanOrEqualTo(first.Verdict.Head.Place, "the next look is held to what this one saw, and to what was sealed since");

        await Change(place, name);
        await officer.Post<AuditVerificationState>(Address);
        await _app.RunJobs();
        (await officer.Get<LatestAuditVerification>(Address)).Latest!.Verdict!.ShouldSatisfyAllConditions(v => v.Holds.ShouldBeTrue(), v => v.Known!.Place.ShouldBeGreaterThanOrEqualTo(second.Known.Place));
        (await officer.Get<Page<AuditRow>>("/api/sharing/audit?action=audit.verified")).Total.ShouldBe(3);
    }

    [Fact]
    public async Task Only_those_who_watch_the_platform_walk_everybodys_lines()
    {
        var administrator = await _app.SignedIn("unitAdministrator");

        await administrator.Post(Address).ShouldBeRefused(403, "permission.missing");
        await administrator.Get<object>(Address).ShouldBeRefused(403, "permission.missing");
    }

    async Task Write(Guid subject)
    {
        await _app.InDatabase<SharingDb, int>(db =>
        {
            for (var i = 0; i < 30; i++)
                db.Audit.Add(new AuditEntry { At = new DateTimeOffset(2026, 1, 1, 0, 0, i, TimeSpan.Zero), AccountName = $"person {i}", Action = "figure.changed", OwnerPath = "~", Subject = subject });
            return db.SaveChangesAsync();
        });
        await _app.SealAudit();
    }

    Task<string> Change(long place, string name) => _app.InDatabase<SharingDb, string>(async db =>
    {
        var was = await db.Audit.Where(e => e.SealedAs == place).Select(e => e.AccountName).SingleAsync();
        await db.Database.ExecuteSqlAsync($"""UPDATE sharing.audit SET "AccountName" = {name} WHERE "SealedAs" = {place}""");
        return was;
    });
}
