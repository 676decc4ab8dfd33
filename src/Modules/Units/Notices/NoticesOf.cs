using Modular.Contracts;
using Modular.Contracts.Units;

namespace Modular.Units;

/// <summary>What people are told of what happens to units and accounts. Through the outbox like everybody's: finding the recipients is not the change's business.</summary>
internal static class NoticesOf
{
    public static void Tell(this UnitsDb db, DateTimeOffset now, IEnumerable<NoticeRaised> notices)
    {
        foreach (var notice in notices) db.Announce(notice.OrganisationId, notice, now);
    }

    /// <summary>The unit's people, and the departments that gave it away and took it.</summary>
    public static IEnumerable<NoticeRaised> Moved(Organisation unit, Organisation from, Organisation to, string reason)
    {
        var words = Words(("unit", unit.Name), ("from", from.Name), ("to", to.Name), ("reason", reason));
        yield return new NoticeRaised("unit.moved", unit.Id, Permissions.UnitsEdit, Page(unit.Id), words);
        // Those it left may not open it any more.
        yield return new NoticeRaised("unit.moved", from.Id, Permissions.UnitsEdit, "/units", words);
        yield return new NoticeRaised("unit.moved", to.Id, Permissions.UnitsEdit, Page(unit.Id), words);
    }

    public static IEnumerable<NoticeRaised> Merged(Organisation unit, Organisation into, string reason)
    {
        var words = Words(("unit", unit.Name), ("into", into.Name), ("reason", reason));
        yield return new NoticeRaised("unit.merged", into.Id, Permissions.UnitsEdit, Page(into.Id), words);
        yield return new NoticeRaised("unit.merged", into.Id, Permissions.UnitsEdit, Page(into.Id), words, To: NoticeTo.Supervisor);
        if (unit.ParentId is { } former && former != into.ParentId) yield return new NoticeRaised("unit.merged", former, Permissions.UnitsEdit, "/units", words);
    }

    public static IEnumerable<NoticeRaised> Split(Organisation unit, Organisation into, string reason)
    {
        var words = Words(("unit", unit.Name), ("into", into.Name), ("reason", reason));
        yield return new NoticeRaised("unit.split", unit.Id, Permissions.UnitsEdit, Page(unit.Id), words);
        yield return new NoticeRaised("unit.split", into.Id, Permissions.UnitsEdit, Page(into.Id), words);
        yield return new NoticeRaised("unit.split", into.Id, Permissions.UnitsEdit, Page(into.Id), words, To: NoticeTo.Supervisor);
        if (unit.ParentId is { } former && former != into.ParentId) yield return new NoticeRaised("unit.split", unit.Id, Permissions.UnitsEdit, Page(unit.Id), words, To: NoticeTo.Supervisor);
    }

    /// <summary>The unit's people and its department: a record is not kept behind anybody's back.</summary>
    public static IEnumerable<NoticeRaised> IntegrityOpened(IntegrityRecord record, string unitName)
    {
        var words = Words(("unit", unitName), ("decidedBy", record.DecidedBy), ("what", record.What));
        yield return new NoticeRaised("integrity.opened", record.UnitId, Permissions.UnitsEdit, Page(record.UnitId), words);
        yield return new NoticeRaised("integrity.opened", record.UnitId, Permissions.UnitsEdit, Page(record.UnitId), words, To: NoticeTo.Supervisor);
    }

    /// <summary>The password itself is in no notice.</summary>
    public static NoticeRaised PasswordReset(Account account, string by) =>
        new("password.reset", account.OrganisationId, "", "/account", Words(("by", by), ("account", account.UserName!)), AccountId: account.Id);

    static string Page(Guid unitId) => $"/units/{unitId}";

    static Dictionary<string, string> Words(params (string Name, string Text)[] words) => words.ToDictionary(word => word.Name, word => word.Text, StringComparer.Ordinal);
}
