using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Units;

// Who was told of it already is not told again, so the news may arrive twice.
internal sealed class WhenNoticeRaisedTellPeople(UnitsDb db, MailSettings settings, TimeProvider clock) : INotificationHandler<NoticeRaised>
{
    public async Task Handle(NoticeRaised notification, CancellationToken cancellationToken)
    {
        var text = NoticeTexts.Of(notification.Kind);
        var told = (await db.Notices.Where(n => n.EventId == notification.Id).Select(n => n.AccountId).ToListAsync(cancellationToken)).ToHashSet();
        var words = MailText.Plain(notification.Words);
        var json = JsonSerializer.Serialize(words, JsonShape.Options);
        var now = clock.GetUtcNow();
        foreach (var person in await Recipients(notification, cancellationToken))
        {
            if (!told.Add(person.Id)) continue;
            db.Notices.Add(new Notice
            {
                EventId = notification.Id, AccountId = person.Id, Kind = notification.Kind, Words = json, Link = notification.Link, DueOn = notification.DueOn, RaisedAt = now,
            });
            if (!person.IsMailed(notification.Kind)) continue;
            db.Mails.Add(new Mail
            {
                AccountId = person.Id, OrganisationId = person.OrganisationId, Kind = notification.Kind, Address = person.Email!, Name = person.DisplayName,
                Subject = MailText.Subject(text, words), Text = MailText.Body(text, words, notification, person.DisplayName, settings.Site), CreatedAt = now, NextAttemptAt = now,
            });
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    async Task<IReadOnlyList<Account>> Recipients(NoticeRaised notice, CancellationToken ct)
    {
        var about = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == notice.OrganisationId, ct);
        var accounts = db.Accounts.AsNoTracking().Where(a => !a.Disabled);
        if (notice.AccountId is { } only)
            accounts = accounts.Where(a => a.Id == only);
        else if (about is null)
            return [];
        else if (notice.To == NoticeTo.Region)
            accounts = OfRegion(accounts, PolicyBook.RegionOf(about.Path));
        else if (notice.To == NoticeTo.Supervisor)
            accounts = accounts.Where(a => a.OrganisationId == about.ParentId);
        else
            accounts = accounts.Where(a => a.OrganisationId == about.Id);

        var people = await accounts.OrderBy(a => a.Id).ToListAsync(ct);
        return [.. people.Where(person => notice.Permission.Length == 0 || Roles.PermissionsOf(person.Roles).Contains(notice.Permission, StringComparer.Ordinal))];
    }

    static IQueryable<Account> OfRegion(IQueryable<Account> accounts, string region) => accounts.Where(a => a.Organisation.Tier == Tier.Region && a.Organisation.ScopePath == region);
}
