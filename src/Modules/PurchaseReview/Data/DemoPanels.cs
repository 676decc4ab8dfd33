using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>The demo region's pool of experts, a round whose panel is at work, one that is decided, and an annual one that takes applications.</summary>
internal sealed class DemoPanels(PurchaseReviewDb db, IPanelCandidates accounts, IPolicies policies, Conflicts conflicts, TimeProvider clock) : IDemoSeed
{
    public int Order => 31;

    public async Task Seed(int size, CancellationToken ct)
    {
        if (await db.Rounds.AnyAsync(ct)) return;
        var complete = await db.Cases.Include(c => c.Wishes).Include(c => c.Ballots).Where(c => c.State == CaseState.Complete).OrderBy(c => c.CreatedAt).ToListAsync(ct);
        if (complete.Count < 5) return;
        var (today, now) = (clock.Today(), clock.GetUtcNow());
        var region = complete[0].UnitPath[..OrganisationPath.OfRegion];
        var policy = await policies.On(today, region, ct);
        var people = (await accounts.Allowed(Permissions.PurchasesAssess, region, ct)).ToList();
        var members = new List<RoundMember>();
        void Take(Seat seat, Func<PanelCandidate, bool> which, int most)
        {
            foreach (var person in people.Where(which).Take(most)) members.Add(new RoundMember { RoundId = Guid.Empty, AccountId = person.Id, Name = person.Name, OrganisationName = person.OrganisationName, Seat = seat });
        }

        Take(Seat.Finance, person => person.OrganisationName.Contains("财政", StringComparison.Ordinal), 1);
        Take(Seat.Science, person => person.OrganisationName.Contains("科学技术厅", StringComparison.Ordinal), 1);
        Take(Seat.Education, person => person.OrganisationName.Contains("教育", StringComparison.Ordinal), 1);
        Take(Seat.Field, person => person.Expert, 4);
        if (members.Count < policy.PanelQuorum) return;
        foreach (var (at, member) in members.Index())
        {
            db.PanelExperts.Add(new PanelExpert
            {
                AccountId = member.AccountId, Seat = member.Seat, Version = 1, Fields = member.Seat == Seat.Field ? [$"0{(at % 4) + 1}"] : [],
                // One works at the applicant: the case does not exist for them.
                UnitId = at == members.Count - 1 ? complete[0].UnitId : null,
            });
        }

        await db.SaveChangesAsync(ct);
        db.Rounds.Add(ReviewRound.Begin(region, new RoundFacts($"{today.Year + 1}年度大型科研仪器购置集中评议", today.Year + 1, Annual: true, 6_000_000_000, today.AddDays(60), today.AddDays(80), null, [], []), Copy(members), now));
        var decided = await Convened($"{today.Year}年第二批购置评议", complete.GetRange(0, 2), now.AddDays(-12));
        var assessing = await Convened($"{today.Year}年第三批购置评议", complete.GetRange(2, Math.Min(3, complete.Count - 3)), now.AddDays(-2));
        Decide(decided.Cases[0], decided.Round, Outcome.Passed, null, now.AddDays(-8));
        Decide(decided.Cases[1], decided.Round, Outcome.Adjusted, "同类仪器机时尚有余量，核减预算，按基本配置购置。", now.AddDays(-8));
        // Granted long ago, in the demo, and not come yet: the first is overdue.
        db.Expectations.AddRange(decided.Cases.SelectMany((judged, at) => Expectation.Of(judged, at == 0 ? 0 : policy.PurchaseYears)));
        decided.Round.Discuss(decided.Round.Version);
        decided.Round.Close();
        // The first two have begun with the third round.
        foreach (var ballot in assessing.Cases[0].Ballots.Where(ballot => ballot.RecusedAt is null && ballot.Seat is Seat.Finance or Seat.Science))
        {
            ballot.DeclareNone(now.AddDays(-1));
            ballot.Advise(ballot.Seat == Seat.Finance ? "预算依据充分，但建议比较国产型号。" : "区内同类仪器机时接近饱和，确有需要。", ballot.Seat == Seat.Finance ? Outcome.Adjusted : Outcome.Passed, now.AddDays(-1));
        }

        await db.SaveChangesAsync(ct);

        async Task<(ReviewRound Round, List<PurchaseCase> Cases)> Convened(string name, List<PurchaseCase> cases, DateTimeOffset at)
        {
            var round = ReviewRound.Begin(region, new RoundFacts(name, today.Year, Annual: false, null, null, DateOnly.FromDateTime(at.AddDays(14).Date), null, [], []), Copy(members), at);
            round.Convene(policy, round.Version);
            db.Rounds.Add(round);
            foreach (var (rank, judged) in cases.Index())
            {
                judged.JoinRound(round.Id, rank + 1);
                judged.Step(CaseAction.Convene, judged.Version, at);
                Keep(judged, "under-review", name, at);
                foreach (var member in round.Members) judged.Ballots.Add(new Ballot { CaseId = judged.Id, AccountId = member.AccountId, Name = member.Name, Seat = member.Seat });
            }

            foreach (var (who, conflict) in await conflicts.Derive([.. members.Select(member => member.AccountId)], cases, ct))
                cases.Single(c => c.Id == who.CaseId).Ballots.Single(ballot => ballot.AccountId == who.AccountId).Recuse(conflict, null, at);
            return (round, cases);
        }

        void Decide(PurchaseCase judged, ReviewRound round, Outcome outcome, string? reason, DateTimeOffset at)
        {
            foreach (var ballot in judged.Ballots.Where(ballot => ballot.RecusedAt is null))
            {
                ballot.DeclareNone(at.AddDays(-2));
                ballot.Advise(outcome == Outcome.Passed ? "必要，建议购置。" : "建议核减预算。", outcome, at.AddDays(-2));
                ballot.Cast(outcome, null, at);
            }

            judged.Step(CaseAction.Discuss, judged.Version, at);
            Keep(judged, "discussion", null, at);
            var granted = judged.Wishes.ConvertAll(wish => new GrantedWish(wish.Id, wish.Quantity, outcome == Outcome.Passed ? wish.UnitPriceFen ?? 0 : (wish.UnitPriceFen ?? 0) / 10 * 8));
            judged.Decide(outcome, granted, $"内科评〔{today.Year}〕{12 + judged.Rank}号", reason, judged.Version, at);
            Keep(judged, "decided", reason, at);
        }
    }

    void Keep(PurchaseCase judged, string action, string? reason, DateTimeOffset at) => db.CaseSteps.Add(new CaseStep
    {
        CaseId = judged.Id, Version = judged.Version, At = at, AccountId = Guid.Empty, AccountName = "平台部 苏日娜", OrganisationName = "内蒙古自治区科技创新发展中心", Action = action, Reason = reason,
    });

    static List<RoundMember> Copy(IEnumerable<RoundMember> members) =>
        [.. members.Select(m => new RoundMember { RoundId = Guid.Empty, AccountId = m.AccountId, Name = m.Name, OrganisationName = m.OrganisationName, Seat = m.Seat })];
}
