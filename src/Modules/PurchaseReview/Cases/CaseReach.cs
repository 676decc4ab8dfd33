using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>
/// Which cases a person may know of: the one place that says so. Every list, count, search, export and single case is read through it, so that who
/// may not know of a case finds it nowhere.
/// </summary>
internal sealed class CaseReach(PurchaseReviewDb db, CurrentUser user)
{
    /// <summary>Those of one's subtree; drafts only by the unit's own people .</summary>
    public IQueryable<PurchaseCase> Cases
    {
        get
        {
            var (scope, drafts) = (user.ScopePath, user.Can(Permissions.PurchasesApply));
            return db.Cases.Where(c => c.UnitPath.StartsWith(scope) && (drafts || c.State != CaseState.Draft));
        }
    }

    /// <summary>One case with its instruments, to be changed.</summary>
    /// <exception cref="Problem">404 when there is none, or it is not the caller's to know of.</exception>
    public async Task<PurchaseCase> Case(Guid id, CancellationToken ct) =>
        await Cases.Include(c => c.Wishes.OrderBy(wish => wish.Position)).SingleOrDefaultAsync(c => c.Id == id, ct) ?? throw CaseProblems.NotFound(id);
}
