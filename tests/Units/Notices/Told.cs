using Modular.Contracts.Units;
using Modular.Shared;
using Modular.Units;

namespace Modular.Tests.Units;

/// <summary>People who are told of things, and what they read of it.</summary>
internal static class Told
{
    public const string Address = "/api/units/account/notices";

    public static NoticeRaised Notice(Organisation about, Action<Dictionary<string, string>>? with = null, string kind = "instruments.returned", string permission = "instruments.edit")
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = "Microscope", ["by"] = "Bureau", ["reason"] = "Please mend it." };
        with?.Invoke(words);
        return new NoticeRaised(kind, about.Id, permission, "/instruments", words);
    }

    /// <summary>Announces it from another module and waits for it to arrive.</summary>
    public static async Task Tell(this App app, params NoticeRaised[] notices)
    {
        await app.InDatabase<Modular.Instruments.InstrumentsDb, int>(db =>
        {
            foreach (var notice in notices) db.Announce(notice.OrganisationId, notice, app.Clock.GetUtcNow());
            return db.SaveChangesAsync();
        });
        await app.DeliverEvents();
    }

    public static async Task<IReadOnlyList<NoticeRow>> Notices(this Client person) => (await person.Get<Page<NoticeRow>>($"{Address}?size=200")).Items;

    /// <summary>Somebody whose mails go to an address that nobody else in this run has.</summary>
    public static Task<Account> Mailed(this App app, Organisation organisation, string role = "liaison", Action<Account>? with = null) => app.Account(organisation, [role], account =>
    {
        account.Email = $"{account.UserName}@people.example";
        with?.Invoke(account);
    });
}
