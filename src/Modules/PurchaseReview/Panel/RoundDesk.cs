using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.PurchaseReview;

internal sealed record SavedRound(Guid Id, int Version);

/// <summary>What a round's steps have in common: who may sit on its panel, which cases it takes, who is told.</summary>
internal sealed class RoundDesk(PurchaseReviewDb db, CaseReach reach, IPanelCandidates accounts, CurrentUser user, TimeProvider clock)
{
    /// <exception cref="Problem">422 when somebody may not sit on a panel.</exception>
    public async Task<IReadOnlyList<RoundMember>> Members(Guid roundId, IReadOnlyList<MemberFacts> wanted, CancellationToken ct)
    {
        if (wanted.Count == 0) return [];
        var allowed = (await accounts.Allowed(Permissions.PurchasesAssess, user.ScopePath, ct)).ToDictionary(account => account.Id);
        return
        [
            .. wanted.Select(member => allowed.GetValueOrDefault(member.AccountId) is { } account
                ? new RoundMember { RoundId = roundId, AccountId = account.Id, Name = account.Name, OrganisationName = account.OrganisationName, Seat = member.Seat }
                : throw PanelProblems.MemberUnknown(member.AccountId)),
        ];
    }

    /// <summary>Takes the cases in, in this order; what is left out goes free again, but what a unit brought to an annual round stays in it, unranked.</summary>
    /// <exception cref="Problem">404 when a case is not the caller's to know of, 422 when it is not complete or stands in another round.</exception>
    public async Task TakeIn(ReviewRound round, IReadOnlyList<Guid> caseIds, CancellationToken ct)
    {
        var cases = await (await reach.Cases(ct)).Where(c => caseIds.Contains(c.Id) || c.RoundId == round.Id).ToDictionaryAsync(c => c.Id, ct);
        foreach (var left in cases.Values.Where(c => c.RoundId == round.Id && c.State == CaseState.Complete && !caseIds.Contains(c.Id))) left.JoinRound(round.Annual ? round.Id : null, null);
        foreach (var (at, id) in caseIds.Index())
        {
            var taken = cases.GetValueOrDefault(id) ?? throw CaseProblems.NotFound(id);
            if (taken.State != CaseState.Complete || taken.RoundId is { } other && other != round.Id) throw PanelProblems.CaseNotReady(taken.Number);
            taken.JoinRound(round.Id, at + 1);
        }
    }

    /// <summary>Tells each member who still has one of the seats. The words say nothing of any case: a notice outlives a recusal.</summary>
    public void Tell(ReviewRound round, IEnumerable<Ballot> seats, string kind)
    {
        foreach (var member in seats.Where(ballot => ballot.RecusedAt is null).Select(ballot => ballot.AccountId).Distinct())
        {
            db.Announce(round.Id, new NoticeRaised(kind, user.OrganisationId, Permissions.PurchasesAssess, $"/purchases/rounds/{round.Id}", new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = round.Name },
                round.MeetingOn, AccountId: member), clock.GetUtcNow());
        }
    }

    /// <summary>Puts those aside who must not have a part in a case; what they may have said of it goes with them.</summary>
    public void Recuse(IReadOnlyCollection<PurchaseCase> cases, IReadOnlyDictionary<(Guid AccountId, Guid CaseId), Conflict> conflicts)
    {
        foreach (var ballot in cases.SelectMany(c => c.Ballots).Where(ballot => ballot.RecusedAt is null))
            if (conflicts.TryGetValue((ballot.AccountId, ballot.CaseId), out var conflict)) ballot.Recuse(conflict, null, clock.GetUtcNow());
    }

    /// <summary>
    /// A step that all cases of a round take together. Its line in the trail stands under each case: the round's own lines name none, because somebody who
    /// reads them may be recused from one.
    /// </summary>
    public void Note(PurchaseCase moved, string action, string? reason)
    {
        db.CaseSteps.Add(new CaseStep
        {
            CaseId = moved.Id, Version = moved.Version, At = clock.GetUtcNow(), AccountId = user.AccountId, AccountName = user.DisplayName, OrganisationName = user.OrganisationName, Action = action, Reason = reason,
        });
        db.Record(user, clock, $"purchase.{action}", moved.Id, moved.UnitPath, after: new { moved.Number, moved.State }, why: reason);
    }

    public async Task<SavedRound> Keep(ReviewRound round, string action, object? after, CancellationToken ct)
    {
        db.Record(user, clock, $"round.{action}", round.Id, round.RegionPath, after: after);
        await db.SaveChangesAsync(ct);
        return new SavedRound(round.Id, round.Version);
    }
}
