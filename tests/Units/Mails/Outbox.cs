using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Modular.Units;
using Xunit;

namespace Modular.Tests.Units;

/// <summary>Classes that send mails do so one after another: a dispatch takes whatever is due.</summary>
[CollectionDefinition(Name)]
public sealed class MailTests
{
    public const string Name = "mails";
}

internal static class Outbox
{
    /// <summary>A mail that has waited longer than any other, so that it is sent first.</summary>
    public static async Task<Mail> Written(this App app, Organisation? organisation = null, string person = "person", Action<Mail>? with = null)
    {
        organisation ??= await app.Unit();
        var name = $"{person}{Some.Number()}";
        var mail = new Mail
        {
            AccountId = Guid.CreateVersion7(), OrganisationId = organisation.Id, Kind = "unit.moved", Address = person is "refused" or "later" ? $"{person}@{name}.example" : $"{name}@people.example", Name = name,
            Subject = "主管部门变更", Text = "第一行\n.\nthe third", CreatedAt = app.Clock.GetUtcNow(), NextAttemptAt = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero),
        };
        with?.Invoke(mail);
        return await app.InDatabase<UnitsDb, Mail>(async db =>
        {
            db.Mails.Add(mail);
            await db.SaveChangesAsync();
            return mail;
        });
    }

    public static MailDispatch Dispatch(this App app, MailSettings settings) => new(app.Services.GetRequiredService<IServiceScopeFactory>(), settings, app.Clock, NullLogger<MailDispatch>.Instance);

    public static Task<Mail> Now(this App app, Mail mail) => app.InDatabase<UnitsDb, Mail>(db => db.Mails.AsNoTracking().SingleAsync(m => m.Id == mail.Id));
}
