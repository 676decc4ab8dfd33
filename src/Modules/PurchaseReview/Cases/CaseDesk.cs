using Modular.Contracts;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.PurchaseReview;

internal sealed record SavedCase(Guid Id, int Version);

/// <summary>Keeps each step of a case: the step itself, its line in the audit trail, and the news to those it waits for.</summary>
internal sealed class CaseDesk(PurchaseReviewDb db, CurrentUser user, TimeProvider clock)
{
    /// <param name="action">submitted, withdrawn, unit-endorsed, supervisor-endorsed, complete, returned, opinion-edited.</param>
    public async Task<SavedCase> Keep(PurchaseCase moved, string action, string? reason, IReadOnlyList<CaseRemark> remarks, CancellationToken ct)
    {
        Note(moved, action, reason, remarks);
        var answer = db.WillAnswer(new SavedCase(moved.Id, moved.Version));
        await db.SaveChangesAsync(ct);
        return answer;
    }

    /// <summary>The same for the caller to save, with others.</summary>
    public void Note(PurchaseCase moved, string action, string? reason, IReadOnlyList<CaseRemark> remarks)
    {
        var now = clock.GetUtcNow();
        db.CaseSteps.Add(new CaseStep
        {
            CaseId = moved.Id, Version = moved.Version, At = now, AccountId = user.AccountId, AccountName = user.DisplayName, OrganisationName = user.OrganisationName,
            Action = action, Reason = reason, Remarks = remarks,
        });
        db.Record(user, clock, $"purchase.{action}", moved.Id, moved.UnitPath, after: new { moved.Number, moved.State, moved.TotalFen, Remarks = remarks }, why: reason);
        if (CaseNotices.Of(moved, action, reason, $"{user.OrganisationName} {user.DisplayName}") is { } notice) db.Announce(moved.Id, notice, now);
    }
}

internal static class CaseNotices
{
    public static NoticeRaised? Of(PurchaseCase about, string action, string? reason, string by)
    {
        (string Permission, NoticeTo To)? told = action switch
        {
            "submitted" => (Permissions.PurchasesEndorse, NoticeTo.Organisation),
            "unit-endorsed" => (Permissions.PurchasesReview, NoticeTo.Supervisor),
            "supervisor-endorsed" => (Permissions.PurchasesConvene, NoticeTo.Region),
            "objected" => (Permissions.PurchasesConvene, NoticeTo.Region),
            "returned" or "complete" or "decided" or "objection-answered" or "reopened" => (Permissions.PurchasesApply, NoticeTo.Organisation),
            _ => null,
        };
        return told is not var (permission, to) ? null : new NoticeRaised($"purchase.{action}", about.UnitId, permission, $"/purchases/{about.Id}", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["unit"] = about.UnitName, ["number"] = about.Number, ["name"] = about.Wishes.OrderBy(wish => wish.Position).FirstOrDefault()?.NameZh ?? "", ["by"] = by, ["reason"] = reason ?? "",
        }, To: to);
    }
}
