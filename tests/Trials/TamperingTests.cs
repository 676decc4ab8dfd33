using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modular.Evaluation;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Trials;

/// <summary>
/// R6, its second half: whatever is done to the audit trail by hand in the database, a verification finds it. On a platform of its own; each forgery is
/// rolled back, so that all begin with the same trail.
/// </summary>
public sealed class TamperingTests
{
    const int Lines = 200;

    static readonly string[] Texts = ["AccountName", "Action", "OwnerPath", "Before", "After", "Why", "Mark", "Seal"];

    [Fact]
    public async Task Whatever_is_done_to_the_trail_by_hand_is_found()
    {
        var trial = Trial.Of("r6-tampering", 60);
        await using var app = await Planted();
        (await Verified(app, _ => Task.CompletedTask)).Holds.ShouldBeTrue("untouched, the trail holds");

        var missed = new List<string>();
        for (var number = 0; number < trial.Cases; number++)
        {
            var dice = trial.Dice(number);
            var (what, forge) = Forgery(dice);
            if ((await Verified(app, forge)).Holds) missed.Add($"{number}: {what}");
        }

        trial.Report($"{trial.Cases - missed.Count} of {trial.Cases} found in a trail of {Lines} lines");
        missed.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_line_that_came_past_the_platform_is_named_though_it_was_sealed()
    {
        await using var app = await Planted();

        var copied = await Verified(app, db => Copy(db, 17));
        var written = await Verified(app, db => Sql(db, Stranger));

        copied.Faults.ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Kind.ShouldBe(AuditFaultKind.Extra), f => f.From.ShouldBe(Lines + 1));
        written.Faults.ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Kind.ShouldBe(AuditFaultKind.Extra), f => f.AccountName.ShouldBe("stranger"));
    }

    const string Stranger = """
        INSERT INTO evaluation.audit ("At", "AccountId", "AccountName", "OrganisationId", "Action", "Subject", "OwnerPath")
        VALUES (now(), gen_random_uuid(), 'stranger', gen_random_uuid(), 'grade.changed', gen_random_uuid(), '0001')
        """;

    static (string What, Func<EvaluationDb, Task> Forge) Forgery(Random dice)
    {
        var place = dice.Next(1, Lines + 1);
        var other = 1 + ((place + dice.Next(1, Lines - 1)) % Lines);
        var text = Texts[dice.Next(Texts.Length)];
        var many = dice.Next(1, Lines - place + 2);
        return dice.Next(12) switch
        {
            0 or 1 => ($"{text} of {place} changed", db => Sql(db, $"""UPDATE evaluation.audit SET "{text}" = left(coalesce("{text}", ''), 30) || 'x' WHERE "SealedAs" = {place}""")),
            2 => ($"{text} of {place} emptied", db => Sql(db, $"""UPDATE evaluation.audit SET "{text}" = '' WHERE "SealedAs" = {place}""")),
            3 => ($"time of {place} moved", db => Sql(db, $"""UPDATE evaluation.audit SET "At" = "At" + interval '1 microsecond' * {many} WHERE "SealedAs" = {place}""")),
            4 => ($"{place} put on somebody else", db => Sql(db, $"""UPDATE evaluation.audit SET "{(dice.Next(2) == 0 ? "AccountId" : "Subject")}" = gen_random_uuid() WHERE "SealedAs" = {place}""")),
            5 => ($"{place} removed", db => Sql(db, $"""DELETE FROM evaluation.audit WHERE "SealedAs" = {place}""")),
            6 => ($"{many} from {place} removed", db => Sql(db, $"""DELETE FROM evaluation.audit WHERE "SealedAs" >= {place} AND "SealedAs" < {place} + {many}""")),
            7 => ($"the end from {place} removed", db => Sql(db, $"""DELETE FROM evaluation.audit WHERE "SealedAs" >= {place}""")),
            8 => ($"{place} copied", db => Copy(db, place)),
            9 => ($"a line of {many} written by hand", db => Sql(db, Stranger)),
            10 => ($"{place} and {other} exchanged", async db =>
            {
                await Sql(db, $"""UPDATE evaluation.audit SET "SealedAs" = -"SealedAs" WHERE "SealedAs" IN ({place}, {other})""");
                await Sql(db, $"""UPDATE evaluation.audit SET "SealedAs" = {place} + {other} + "SealedAs" WHERE "SealedAs" < 0""");
            }),
            _ => ($"{place} removed, the rest numbered and sealed anew with a guessed key", async db =>
            {
                await Sql(db, $"""DELETE FROM evaluation.audit WHERE "SealedAs" = {place}""");
                await Sql(db, $"""UPDATE evaluation.audit SET "SealedAs" = -("SealedAs" - 1) WHERE "SealedAs" > {place}""", few: true);
                await Sql(db, """UPDATE evaluation.audit SET "SealedAs" = -"SealedAs" WHERE "SealedAs" < 0""", few: true);
                var key = new AuditKey(new byte[AuditKey.Bytes]);
                var seal = await db.Audit.Where(e => e.SealedAs == place - 1).Select(e => e.Seal).SingleOrDefaultAsync() ?? "";
                foreach (var line in await db.Audit.Where(e => e.SealedAs >= place).OrderBy(e => e.SealedAs).ToListAsync()) line.Seal = seal = key.SealOf(line, seal, line.SealedAs!.Value);
                await db.SaveChangesAsync();
            }),
        };
    }

    static Task Copy(EvaluationDb db, int place) => Sql(db, string.Create(CultureInfo.InvariantCulture, $"""
        INSERT INTO evaluation.audit ("At", "AccountId", "AccountName", "OrganisationId", "Action", "Subject", "OwnerPath", "Before", "After", "Why", "Mark")
        SELECT "At", "AccountId", "AccountName", "OrganisationId", "Action", "Subject", "OwnerPath", "Before", "After", "Why", "Mark" FROM evaluation.audit WHERE "SealedAs" = {place}
        """));

    static async Task Sql(EvaluationDb db, string sql, bool few = false) => (await db.Database.ExecuteSqlRawAsync(sql)).ShouldBeGreaterThan(few ? -1 : 0, sql);

    /// <summary>The forgery, what the platform does by itself a moment later, and then a verification as the page orders it.</summary>
    static Task<AuditVerdict> Verified(App app, Func<EvaluationDb, Task> forge) => app.InDatabase<EvaluationDb, AuditVerdict>(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await forge(db);
        db.ChangeTracker.Clear();
        while (await AuditSealer<EvaluationDb>.SealBatch(db, CancellationToken.None))
        {
        }

        db.ChangeTracker.Clear();
        return await AuditChain.Verify(db, await AuditVerification.KnownEnd(db, CancellationToken.None), report: null, CancellationToken.None);
    });

    static async Task<App> Planted()
    {
        var app = new App();
        await app.InitializeAsync();
        await app.InDatabase<EvaluationDb, int>(db =>
        {
            for (var number = 0; number < Lines; number++)
                db.Audit.Add(new AuditEntry
                {
                    At = new DateTimeOffset(2026, 1, 1, 8, 0, 0, TimeSpan.Zero).AddSeconds(number / 3), AccountName = $"person {number % 7}", Action = "grade.changed", Subject = Guid.CreateVersion7(), OwnerPath = "0001",
                    Before = $"{{\"n\":{number}}}", After = $"{{\"n\":{number + 1}}}", Why = number % 5 == 0 ? "because" : null,
                });
            return db.SaveChangesAsync();
        });
        await app.SealAudit();
        return app;
    }
}
