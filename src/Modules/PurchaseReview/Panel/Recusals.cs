using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modular.Contracts;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>
/// Units become affiliated and experts change their place while a panel is at work. Who comes into conflict has no part in the case from that moment
/// it is derived anew whenever somebody who sits asks for any of their cases, and whenever a step or a reading counts those who sit.
/// </summary>
internal sealed class Recusals(PurchaseReviewDb db, Conflicts conflicts, IServiceScopeFactory scopes, CurrentUser user, TimeProvider clock)
{
    bool _mineSettled;

    /// <summary>The caller's own seats; once in a request.</summary>
    public Task OfMine(CancellationToken ct) =>
        _mineSettled || !user.Can(Permissions.PurchasesAssess) ? Task.CompletedTask : Settle(Guid.Empty, Guid.Empty, ct);

    /// <summary>Everybody who sits on a case, and the caller's own seats.</summary>
    public Task OfCase(Guid caseId, CancellationToken ct) => Settle(caseId, Guid.Empty, ct);

    /// <summary>Everybody who sits in a round, and the caller's own seats.</summary>
    public Task OfRound(Guid roundId, CancellationToken ct) => Settle(Guid.Empty, roundId, ct);

    async Task Settle(Guid caseId, Guid roundId, CancellationToken ct)
    {
        _mineSettled = true;
        var me = user.AccountId;
        // Decided cases stay as they were decided.
        var seats = db.Ballots.Where(b => b.RecusedAt == null && (b.Case.State == CaseState.UnderReview || b.Case.State == CaseState.InDiscussion)
            && (b.AccountId == me || b.CaseId == caseId || b.Case.RoundId == roundId));
        // Of those of whom nothing is known, nothing follows.
        var known = await seats.AsNoTracking().Join(db.PanelExperts, b => b.AccountId, e => e.AccountId, (b, e) => new { b.CaseId, b.Case.UnitId, b.Case.ProjectNumber, Expert = e }).ToListAsync(ct);
        var conflicting = await conflicts.Among(known.ConvertAll(seat => (seat.Expert, new JudgedCase(seat.CaseId, seat.UnitId, seat.ProjectNumber))), ct);
        if (conflicting.Count == 0) return;

        await SetApart(conflicting, ct);
    }

    // By a context of its own: it stands whatever becomes of the request that found it, and saves nothing of what that has begun.
    async Task SetApart(IReadOnlyDictionary<(Guid AccountId, Guid CaseId), Conflict> conflicting, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var apart = scope.ServiceProvider.GetRequiredService<PurchaseReviewDb>();
        var (people, cases) = (conflicting.Keys.Select(key => key.AccountId).Distinct().ToList(), conflicting.Keys.Select(key => key.CaseId).Distinct().ToList());
        foreach (var ballot in await apart.Ballots.Include(b => b.Case).Where(b => b.RecusedAt == null && people.Contains(b.AccountId) && cases.Contains(b.CaseId)).ToListAsync(ct))
        {
            if (!conflicting.TryGetValue((ballot.AccountId, ballot.CaseId), out var conflict)) continue;
            ballot.Recuse(conflict, null, clock.GetUtcNow());
            var region = ballot.Case.UnitPath[..Math.Min(ballot.Case.UnitPath.Length, OrganisationPath.OfRegion)];
            apart.Record(user, clock, "panel.conflict-found", ballot.CaseId, region, after: new { ballot.Name, ballot.Seat, ballot.Conflict });
        }

        try
        {
            await apart.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another request of the same moment has found the same.
        }
    }
}
