using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>Who is recused from a case finds its lines nowhere in the audit trail either, whatever they read by office .</summary>
internal sealed class RecusedFromTrail(PurchaseReviewDb db, Recusals recusals, CurrentUser user) : IAuditWithholding
{
    public Type Database => typeof(PurchaseReviewDb);

    public async Task<IQueryable<Guid>> WithheldSubjects(CancellationToken ct)
    {
        await recusals.OfMine(ct);
        var me = user.AccountId;
        return db.Ballots.AsNoTracking().Where(b => b.AccountId == me && b.RecusedAt != null).Select(b => b.CaseId);
    }
}
