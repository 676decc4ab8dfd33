using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>
/// Which cases a person may know of: the one place that says so. Every list, count, search, export and single case is read through it, so that who
/// may not know of a case finds it nowhere.
/// </summary>
internal sealed class CaseReach(PurchaseReviewDb db, Recusals recusals, CurrentUser user)
{
    /// <summary>
    /// Those of one's subtree, drafts only by the unit's own people, and those on whose panel one sits; never one from which one is recused,
    /// whatever else one may see by office.
    /// </summary>
    public async Task<IQueryable<PurchaseCase>> Cases(CancellationToken ct)
    {
        await recusals.OfMine(ct);
        var (scope, drafts, me) = (user.ScopePath, user.Can(Permissions.PurchasesApply), user.AccountId);
        return db.Cases.Where(c => (c.UnitPath.StartsWith(scope) && (drafts || c.State != CaseState.Draft) || c.Ballots.Any(b => b.AccountId == me))
            && !c.Ballots.Any(b => b.AccountId == me && b.RecusedAt != null));
    }

    /// <summary>What was granted earlier, for the standing of an applicant; nothing of a case from which one is recused .</summary>
    public IQueryable<Expectation> Granted
    {
        get
        {
            var me = user.AccountId;
            return db.Expectations.Where(e => !e.Case.Ballots.Any(b => b.AccountId == me && b.RecusedAt != null));
        }
    }

    /// <summary>Those whose dossier is open: a member of the panel has said first whether there is a conflict of interest.</summary>
    public async Task<IQueryable<PurchaseCase>> Dossiers(CancellationToken ct)
    {
        var me = user.AccountId;
        return (await Cases(ct)).Where(c => !c.Ballots.Any(b => b.AccountId == me && b.DeclaredAt == null));
    }

    /// <summary>The rounds of one's region, and those on whose panel one sits.</summary>
    public IQueryable<ReviewRound> Rounds
    {
        get
        {
            var (scope, me) = (user.ScopePath, user.AccountId);
            var region = scope.Length >= OrganisationPath.OfRegion ? scope[..OrganisationPath.OfRegion] : scope;
            var officer = user.Can(Permissions.PurchasesConvene);
            var tiers = user.Can(Permissions.PurchasesApply) || user.Can(Permissions.PurchasesCheck);
            return db.Rounds.Where(r => r.Members.Any(m => m.AccountId == me) || tiers && r.RegionPath.StartsWith(region) && (officer || r.Annual || r.State != RoundState.Open));
        }
    }

    public async Task<ReviewRound> Round(Guid id, CancellationToken ct) =>
        await Rounds.Include(r => r.Members).SingleOrDefaultAsync(r => r.Id == id, ct) ?? throw PanelProblems.RoundNotFound(id);

    /// <summary>An annual round that takes applications on a day.</summary>
    /// <exception cref="Problem">404 when it is not the caller's region's, 422 when it takes none any more.</exception>
    public async Task<ReviewRound> AnnualRound(Guid id, DateOnly day, CancellationToken ct)
    {
        var round = await Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) ?? throw PanelProblems.RoundNotFound(id);
        return round.Annual && round.State == RoundState.Open && round.ApplyUntil >= day ? round : throw PanelProblems.RoundTakesNone();
    }

    /// <summary>My own part in a case of a panel.</summary>
    /// <exception cref="Problem">404 when I have none, or am recused.</exception>
    public async Task<(PurchaseCase Case, Ballot Mine)> Seat(Guid id, CancellationToken ct)
    {
        await recusals.OfCase(id, ct);
        var me = user.AccountId;
        var judged = await (await Cases(ct)).Include(c => c.Ballots).SingleOrDefaultAsync(c => c.Id == id && c.Ballots.Any(b => b.AccountId == me), ct) ?? throw CaseProblems.NotFound(id);
        return (judged, judged.Ballots.Single(ballot => ballot.AccountId == me));
    }

    /// <summary>A granted instrument of a case that I may know of, with the case.</summary>
    public async Task<Expectation> Awaited(Guid id, CancellationToken ct)
    {
        var cases = await Cases(ct);
        return await db.Expectations.Include(e => e.Case).SingleOrDefaultAsync(e => e.Id == id && cases.Any(c => c.Id == e.CaseId), ct) ?? throw Problem.NotFound("expectation", id);
    }

    /// <summary>One case with its instruments, to be changed.</summary>
    /// <exception cref="Problem">404 when there is none, or it is not the caller's to know of.</exception>
    public async Task<PurchaseCase> Case(Guid id, CancellationToken ct) =>
        await (await Cases(ct)).Include(c => c.Wishes.OrderBy(wish => wish.Position)).SingleOrDefaultAsync(c => c.Id == id, ct) ?? throw CaseProblems.NotFound(id);
}
