using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>Who is recused from a case finds its lines nowhere in the audit trail either, whatever they read by office .</summary>
internal sealed class RecusedFromTrail(PurchaseReviewDb db, CurrentUser user) : IAuditWithholding
{
    public Type Database => typeof(PurchaseReviewDb);

    public Task<IQueryable<Guid>> WithheldSubjects(CancellationToken ct)
    {
        var me = user.AccountId;
        return Task.FromResult(db.Ballots.AsNoTracking().Where(b => b.AccountId == me && b.RecusedAt != null).Select(b => b.CaseId));
    }
}
