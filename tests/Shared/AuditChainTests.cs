using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modular.Evaluation;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Shared;

// R6 in short: any change by hand is found, and named. On the schema of a module that writes no lines of its own yet.
public class AuditChainTests(App app)
{
    const int Lines = 60;

    static readonly AuditKey Guessed = new(new byte[AuditKey.Bytes]);

    const string Shift = """
        UPDATE evaluation.audit SET "SealedAs" = -("SealedAs" + {1}) WHERE "SealedAs" > {0};
        UPDATE evaluation.audit SET "SealedAs" = -"SealedAs" WHERE "SealedAs" < 0;
        """;

    [Fact]
    public async Task Every_kind_of_tampering_is_found_where_it_was_done()
    {
        await Write();
        var head = await Tampered(_ => Task.CompletedTask, verdict =>
        {
            (verdict.Holds, verdict.FaultCount).ShouldBe((true, 0), "untouched, the chain holds");
            verdict.Lines.ShouldBeGreaterThanOrEqualTo(Lines);
        });

        var random = new Random(20260101);
        for (var round = 0; round < 12; round++)
        {
            var place = (long)random.Next(3, Lines - 3);
            foreach (var (what, kind, change) in Forgeries(place))
                await Tampered(change, verdict =>
                {
                    verdict.Holds.ShouldBeFalse($"{what} at {place}");
                    var fault = verdict.Faults.ShouldHaveSingleItem($"{what} at {place}");
                    (fault.Kind, fault.From).ShouldBe((kind, place), what);
                });
        }

        // Only who knows where the end was can tell that it is gone.
        await Tampered(db => Sql(db, """DELETE FROM evaluation.audit WHERE "SealedAs" > {0}""", head!.Place - 2), verdict => verdict.Holds.ShouldBeTrue());
        await Tampered(
            db => Sql(db, """DELETE FROM evaluation.audit WHERE "SealedAs" > {0}""", head!.Place - 2),
            verdict => verdict.Faults.ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Kind.ShouldBe(AuditFaultKind.Missing), f => f.From.ShouldBe(head!.Place - 1), f => f.To.ShouldBe(head!.Place)), head);
        // Sealed anew by somebody without the platform's key, nothing from there on holds; with it, the changed line still lacks its mark, and the end is another.
        await Tampered(RewriteFrom(4, Guessed), verdict => (verdict.Faults[0].Kind, verdict.Faults[0].From, verdict.FaultCount).ShouldBe((AuditFaultKind.Changed, 4, verdict.Lines - 3)));
        await Tampered(
            RewriteFrom(4, app.Services.GetRequiredService<AuditKey>()),
            verdict => verdict.Faults.Select(f => (f.Kind, f.From)).ShouldBe([(AuditFaultKind.Extra, 4), (AuditFaultKind.Rewritten, head!.Place)]), head);
    }

    [Fact]
    public async Task Several_at_once_are_told_apart()
    {
        await Write();

        await Tampered(
            async db =>
            {
                await Sql(db, """UPDATE evaluation.audit SET "Why" = 'because' WHERE "SealedAs" = {0}""", 10L);
                await Sql(db, """DELETE FROM evaluation.audit WHERE "SealedAs" BETWEEN {0} AND {0} + 2""", 20L);
                await Sql(db, """UPDATE evaluation.audit SET "Action" = 'x' WHERE "SealedAs" IN ({0}, {0} + 1)""", 30L);
            },
            verdict => verdict.Faults.Select(f => (f.Kind, f.From, f.To)).ShouldBe(
            [
                (AuditFaultKind.Changed, 10, 10), (AuditFaultKind.Missing, 20, 22), (AuditFaultKind.Changed, 30, 30), (AuditFaultKind.Changed, 31, 31),
            ]));
    }

    static IEnumerable<(string What, AuditFaultKind Kind, Func<EvaluationDb, Task> Change)> Forgeries(long place)
    {
        yield return ("a changed figure", AuditFaultKind.Changed, db => Sql(db, "UPDATE evaluation.audit SET \"After\" = '{{\"n\":999}}' WHERE \"SealedAs\" = {0}", place));
        yield return ("another name", AuditFaultKind.Changed, db => Sql(db, """UPDATE evaluation.audit SET "AccountName" = 'nobody' WHERE "SealedAs" = {0}""", place));
        yield return ("another time", AuditFaultKind.Changed, db => Sql(db, """UPDATE evaluation.audit SET "At" = "At" + interval '1 second' WHERE "SealedAs" = {0}""", place));
        yield return ("another seal", AuditFaultKind.Changed, db => Sql(db, """UPDATE evaluation.audit SET "Seal" = repeat('0', 64) WHERE "SealedAs" = {0}""", place));
        yield return ("a removed line", AuditFaultKind.Missing, db => Sql(db, """DELETE FROM evaluation.audit WHERE "SealedAs" = {0}""", place));
        yield return ("a removed line, the others numbered anew", AuditFaultKind.Missing, async db =>
        {
            await Sql(db, """DELETE FROM evaluation.audit WHERE "SealedAs" = {0}""", place);
            await Sql(db, Shift, place, -1L);
        });
        yield return ("a line slipped in", AuditFaultKind.Extra, async db =>
        {
            await Sql(db, Shift, place - 1, 1L);
            var line = Line(999);
            (line.SealedAs, line.Seal) = (place, new string('a', 64));
            db.Audit.Add(line);
            await db.SaveChangesAsync();
        });
    }

    static Func<EvaluationDb, Task> RewriteFrom(long place, AuditKey key) => async db =>
    {
        await Sql(db, """UPDATE evaluation.audit SET "Why" = 'forged' WHERE "SealedAs" = {0}""", place);
        var seal = (await db.Audit.AsNoTracking().SingleAsync(e => e.SealedAs == place - 1)).Seal!;
        foreach (var line in await db.Audit.Where(e => e.SealedAs >= place).OrderBy(e => e.SealedAs).ToListAsync()) line.Seal = seal = key.SealOf(line, seal, line.SealedAs!.Value);
        await db.SaveChangesAsync();
    };

    // In a transaction that is never committed, so that every forgery begins with the same chain.
    Task<AuditHead?> Tampered(Func<EvaluationDb, Task> change, Action<AuditVerdict> check, AuditHead? known = null) => app.InDatabase<EvaluationDb, AuditHead?>(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await change(db);
        db.ChangeTracker.Clear();
        var verdict = await AuditChain.Verify(db, known, report: null, CancellationToken.None);
        check(verdict);
        return verdict.Head;
    });

    async Task Write()
    {
        await app.InDatabase<EvaluationDb, int>(db =>
        {
            for (var i = 0; i < Lines; i++) db.Audit.Add(Line(i));
            return db.SaveChangesAsync();
        });
        await app.SealAudit();
    }

    static async Task Sql(EvaluationDb db, string sql, params object[] values) => (await db.Database.ExecuteSqlRawAsync(sql, values)).ShouldBeGreaterThan(0, sql);

    static AuditEntry Line(int number) => new()
    {
        At = new DateTimeOffset(2026, 1, 1, 0, 0, number % 60, TimeSpan.Zero),
        AccountName = $"person {number}",
        Action = "figure.changed",
        OwnerPath = "0001",
        Before = $"{{\"n\":{number}}}",
        After = $"{{\"n\":{number + 1}}}",
    };
}
