using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

[Collection(MailTests.Name)]
public class MailDispatchTests(App app)
{
    [Fact]
    public async Task A_mail_goes_out_as_plain_text_to_its_one_recipient()
    {
        using var server = new MailServerOfTests();
        var mail = await app.Written(with: mail => mail.Attempts = 3);

        await app.Dispatch(server.Settings).SendDue(CancellationToken.None);

        var (to, lines) = server.Received.Single(received => received.To.Any(line => line.Contains(mail.Address, StringComparison.Ordinal)));
        to.ShouldHaveSingleItem();
        var headers = lines.TakeWhile(line => line.Length > 0).ToList();
        headers.ShouldContain($"Message-ID: <{mail.Id:N}@region.example>");
        headers.ShouldContain("From: platform@region.example");
        headers.ShouldContain(line => line.StartsWith("Content-Type: text/plain", StringComparison.Ordinal));
        headers.ShouldNotContain(line => line.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase));
        var now = await app.Now(mail);
        (now.State, now.Attempts, now.Error, now.SentAt is null).ShouldBe((MailState.Sent, 4, null, false));
    }

    // What was stored before a rule, or past it, still cannot begin a header.
    [Fact]
    public async Task Line_breaks_in_subject_or_name_never_become_headers()
    {
        using var server = new MailServerOfTests();
        var mail = await app.Written(with: mail => mail.Error = null);
        await app.InDatabase<UnitsDb, int>(async db =>
        {
            db.Mails.Attach(mail);
            db.Entry(mail).Property(m => m.Subject).CurrentValue = "Moved\r\nBcc: all@people.example\r\n\r\nother text";
            db.Entry(mail).Property(m => m.Name).CurrentValue = "Li\nReply-To: evil@people.example";
            return await db.SaveChangesAsync();
        });

        await app.Dispatch(server.Settings).SendDue(CancellationToken.None);

        var (to, lines) = server.Received.Single(received => received.To.Any(line => line.Contains(mail.Address, StringComparison.Ordinal)));
        to.ShouldHaveSingleItem();
        lines.TakeWhile(line => line.Length > 0).ShouldAllBe(line => !line.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase) && !line.StartsWith("Reply-To", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Of_many_instances_one_sends_each_mail()
    {
        using var server = new MailServerOfTests();
        var unit = await app.Unit();
        var mails = new List<Mail>();
        for (var i = 0; i < 25; i++) mails.Add(await app.Written(unit));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.Dispatch(server.Settings).SendDue(CancellationToken.None)));

        foreach (var mail in mails)
        {
            server.Received.Count(received => received.To.Any(line => line.Contains(mail.Address, StringComparison.Ordinal))).ShouldBe(1);
            (await app.Now(mail)).State.ShouldBe(MailState.Sent);
        }
    }

    [Fact]
    public async Task What_another_instance_is_sending_is_left_alone_until_its_lease_is_over()
    {
        using var server = new MailServerOfTests();
        var mail = await app.Written(with: mail => (mail.Sender, mail.LeaseUntil) = (Guid.CreateVersion7(), app.Clock.GetUtcNow().AddMinutes(2)));
        var dispatch = app.Dispatch(server.Settings);

        await dispatch.SendDue(CancellationToken.None);
        (await app.Now(mail)).State.ShouldBe(MailState.Waiting);

        app.Clock.Advance(TimeSpan.FromMinutes(3));
        await dispatch.SendDue(CancellationToken.None);
        (await app.Now(mail)).State.ShouldBe(MailState.Sent);
    }

    [Fact]
    public async Task What_is_refused_for_now_is_tried_again_with_growing_pauses_and_given_up_at_last()
    {
        using var server = new MailServerOfTests();
        var mail = await app.Written(person: "later");
        var dispatch = app.Dispatch(server.Settings);
        var pauses = new List<TimeSpan>();
        for (var attempt = 1; attempt <= MailDispatch.MaximumAttempts; attempt++)
        {
            await dispatch.SendDue(CancellationToken.None);
            var now = await app.Now(mail);
            now.Attempts.ShouldBe(attempt);
            now.State.ShouldBe(attempt < MailDispatch.MaximumAttempts ? MailState.Waiting : MailState.Dead);
            pauses.Add(now.NextAttemptAt - app.Clock.GetUtcNow());
            await dispatch.SendDue(CancellationToken.None);
            (await app.Now(mail)).Attempts.ShouldBe(attempt, "not before its time");
            app.Clock.Advance(pauses[^1] + TimeSpan.FromMinutes(1));
        }

        pauses.Zip(pauses.Skip(1)).ShouldAllBe(pair => pair.Second > pair.First || pair.First > TimeSpan.FromHours(4));
        (await app.Now(mail)).Error.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Who_is_not_there_for_good_is_given_up_at_once()
    {
        using var server = new MailServerOfTests();
        var mail = await app.Written(person: "refused");

        await app.Dispatch(server.Settings).SendDue(CancellationToken.None);

        (await app.Now(mail)).ShouldSatisfyAllConditions(now => now.State.ShouldBe(MailState.Dead), now => now.Error!.ShouldContain("no such person"));
    }

    [Fact]
    public async Task A_server_that_does_not_answer_costs_one_try_and_nothing_is_lost()
    {
        var server = new MailServerOfTests();
        var settings = server.Settings;
        server.Dispose();
        var (first, second) = (await app.Written(), await app.Written());

        // Whichever of all that wait comes first.
        var before = await Tries();

        (await app.Dispatch(settings).SendDue(CancellationToken.None)).ShouldBe(0);

        (await Tries() - before).ShouldBe(1);
        var mails = new[] { await app.Now(first), await app.Now(second) };
        mails.ShouldAllBe(mail => mail.State == MailState.Waiting);
        await app.InDatabase<UnitsDb, int>(db => db.Mails.Where(m => m.Id == first.Id || m.Id == second.Id).ExecuteDeleteAsync());

        Task<int> Tries() => app.InDatabase<UnitsDb, int>(db => db.Mails.SumAsync(m => m.Attempts));
    }

    [Fact]
    public async Task Without_a_server_mails_stay_in_the_outbox()
    {
        var mail = await app.Written();

        (await app.Dispatch(new MailSettings()).SendDue(CancellationToken.None)).ShouldBe(0);

        (await app.Now(mail)).ShouldSatisfyAllConditions(now => now.State.ShouldBe(MailState.Waiting), now => now.Attempts.ShouldBe(0));
    }

    [Fact]
    public void A_host_without_a_sender_is_refused_when_the_platform_starts() => Should.Throw<InvalidOperationException>(() => MailSettings.From(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Mail:Host"] = "mail.example" }).Build()));
}
