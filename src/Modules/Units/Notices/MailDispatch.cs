using System.Net;
using System.Net.Mail;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Modular.Units;

/// <summary>
/// Sends what lies in the mail outbox. Each mail is taken by one conditional update first, so two instances never send the same one. One that dies
/// between the server's yes and its own note sends it again after the lease, under the same message id, by which mailboxes know it.
/// </summary>
internal sealed partial class MailDispatch(IServiceScopeFactory scopes, MailSettings settings, TimeProvider clock, ILogger<MailDispatch> log) : BackgroundService
{
    public const int MaximumAttempts = 10;

    const int BatchSize = 50;

    static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    static readonly TimeSpan LeaseLength = TimeSpan.FromMinutes(3);

    readonly Guid _me = Guid.CreateVersion7();

    /// <returns>How many were sent.</returns>
    public async Task<int> SendDue(CancellationToken ct)
    {
        if (!settings.Complete) return 0;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UnitsDb>();
        var now = clock.GetUtcNow();
        var due = await db.Mails.AsNoTracking()
            .Where(m => m.State == MailState.Waiting && m.NextAttemptAt <= now && (m.LeaseUntil == null || m.LeaseUntil < now))
            .OrderBy(m => m.NextAttemptAt).ThenBy(m => m.Id).Take(BatchSize).ToListAsync(ct);
        if (due.Count == 0) return 0;

        using var server = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.UseTls };
        if (settings.User.Length > 0) server.Credentials = new NetworkCredential(settings.User, settings.Password);
        var sent = 0;
        foreach (var mail in due)
        {
            if (!await Take(db, mail.Id, ct)) continue;
            var failure = await Send(server, mail, ct);
            await Note(db, mail, failure);
            if (failure is null) sent++;
            // Nobody answers there: the others wait for the next round instead of each waiting for itself.
            if (failure is not null and not SmtpFailedRecipientException && failure.InnerException is System.Net.Sockets.SocketException) break;
        }

        return sent;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Complete) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SendDue(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The database may be away for a moment; the loop must outlive that.
                LogLoop(log, failure);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task<bool> Take(UnitsDb db, Guid id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var until = now + LeaseLength;
        return await db.Mails
            .Where(m => m.Id == id && m.State == MailState.Waiting && m.NextAttemptAt <= now && (m.LeaseUntil == null || m.LeaseUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Sender, _me).SetProperty(m => m.LeaseUntil, until).SetProperty(m => m.Attempts, m => m.Attempts + 1), ct) == 1;
    }

    async Task<Exception?> Send(SmtpClient server, Mail mail, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            using var message = Message(mail);
            await server.SendMailAsync(message, patience.Token);
            return null;
        }
        catch (Exception failure) when (failure is SmtpException or FormatException or InvalidOperationException or OperationCanceledException)
        {
            LogFailure(log, failure, mail.Id, mail.Attempts + 1);
            return failure;
        }
    }

    MailMessage Message(Mail mail)
    {
        var from = new MailAddress(settings.Address);
        var message = new MailMessage(from, new MailAddress(mail.Address, MailText.OneLine(mail.Name, 100), Encoding.UTF8))
        {
            Subject = MailText.OneLine(mail.Subject, MailText.LongestSubject), SubjectEncoding = Encoding.UTF8, Body = mail.Text, BodyEncoding = Encoding.UTF8, IsBodyHtml = false,
        };
        message.Headers.Add("Message-ID", $"<{mail.Id:N}@{from.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    // Written whatever happens to the request to stop: what was sent must not be sent again.
    async Task Note(UnitsDb db, Mail mail, Exception? failure)
    {
        var now = clock.GetUtcNow();
        var mine = db.Mails.Where(m => m.Id == mail.Id && m.Sender == _me);
        if (failure is null)
        {
            await mine.ExecuteUpdateAsync(set => set
                .SetProperty(m => m.State, MailState.Sent).SetProperty(m => m.SentAt, now).SetProperty(m => m.Error, (string?)null).SetProperty(m => m.LeaseUntil, (DateTimeOffset?)null), CancellationToken.None);
            return;
        }

        var attempts = mail.Attempts + 1;
        var state = attempts >= MaximumAttempts || IsFinal(failure) ? MailState.Dead : MailState.Waiting;
        var next = now + TimeSpan.FromMinutes(Math.Min(360, Math.Pow(2, attempts - 1)));
        var error = MailText.OneLine(failure.InnerException is { } inner ? $"{failure.Message} {inner.Message}" : failure.Message, 500);
        await mine.ExecuteUpdateAsync(set => set
            .SetProperty(m => m.State, state).SetProperty(m => m.NextAttemptAt, next).SetProperty(m => m.Error, error).SetProperty(m => m.LeaseUntil, (DateTimeOffset?)null), CancellationToken.None);
    }

    /// <summary>The recipient is refused for good; a refused sender or sign-in is the settings' fault and is tried again.</summary>
    static bool IsFinal(Exception failure) => failure is FormatException
        || failure is SmtpFailedRecipientException { StatusCode: SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.UserNotLocalTryAlternatePath or SmtpStatusCode.MailboxNameNotAllowed };

    [LoggerMessage(LogLevel.Warning, "Sending mail {Id} failed, attempt {Attempt}")]
    static partial void LogFailure(ILogger log, Exception failure, Guid id, int attempt);

    [LoggerMessage(LogLevel.Error, "The mail loop failed; it goes on")]
    static partial void LogLoop(ILogger log, Exception failure);
}
