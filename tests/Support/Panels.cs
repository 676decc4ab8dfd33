using Modular.PurchaseReview;
using Modular.Shared;
using Modular.Units;

namespace Modular.Tests;

/// <summary>A round of review with complete cases and a panel of six: finance, science, education, three experts of the field (R-4).</summary>
internal sealed class Panels
{
    public const string Address = "/api/purchase-review/rounds";

    public required Purchases Us { get; init; }

    public required IReadOnlyList<(Account Account, Client Person, Seat Seat)> Members { get; init; }

    public required IReadOnlyList<SavedCase> Cases { get; init; }

    public SavedRound Round { get; set; } = null!;

    public Client Centre => Us.Centre;

    /// <summary>The last of the experts of the field.</summary>
    public (Account Account, Client Person, Seat Seat) Expert => Members[^1];

    public static async Task<Panels> In(App app, int cases = 1, Func<Panels, Task>? before = null)
    {
        var us = await Purchases.In(app);
        var office = await app.NewOffice(us.Region);
        var bureau = await app.Supervisor(us.Region);
        var members = new List<(Account, Client, Seat)>();
        foreach (var (role, organisation, seat) in new[]
        {
            ("financeOfficer", office, Seat.Finance), ("policyOfficer", office, Seat.Science), ("reviewer", bureau, Seat.Education),
            ("expert", app.ExpertPool, Seat.Field), ("expert", app.ExpertPool, Seat.Field), ("expert", app.ExpertPool, Seat.Field),
        })
        {
            var account = await app.Account(organisation, [role]);
            members.Add((account, await app.SignIn(account), seat));
        }

        var complete = new List<SavedCase>();
        for (var i = 0; i < cases; i++) complete.Add(await us.Complete(Purchases.Wish($"扫描电子显微镜{(i == 0 ? "" : i)}")));
        var panel = new Panels { Us = us, Members = members, Cases = complete };
        panel.Round = await us.Centre.Post<SavedRound>(Address, new CreateRound(panel.Facts()));
        if (before is not null) await before(panel);
        return panel;
    }

    public RoundFacts Facts(params Guid[] without) => new(
        $"Round {Some.Number()}", 2026, Annual: false, 1_000_000_000, null, new DateOnly(2026, 12, 1), null,
        [.. Members.Where(m => !without.Contains(m.Account.Id)).Select(m => new MemberFacts(m.Account.Id, m.Seat))], [.. Cases.Select(c => c.Id)]);

    public static async Task<Panels> Convened(App app, int cases = 1, Func<Panels, Task>? before = null)
    {
        var panel = await In(app, cases, before);
        panel.Round = await panel.Convene();
        return panel;
    }

    public Task<SavedRound> Convene() => Centre.Post<SavedRound>($"{Address}/{Round.Id}/convene", new ConveneRound(Round.Version));

    public static Task Declare(Client member, Guid caseId, bool conflict = false) =>
        member.Post($"{Purchases.Address}/{caseId}/declaration", new DeclareConflict(conflict, conflict ? "my brother" : null));

    public static Task Advise(Client member, Guid caseId, Outcome recommendation = Outcome.Passed, string text = "needed") =>
        member.Put($"{Purchases.Address}/{caseId}/my-opinion", new GiveOpinion(text, recommendation));

    public static Task Vote(Client member, Guid caseId, Outcome vote) => member.Put($"{Purchases.Address}/{caseId}/my-vote", new CastVote(vote, null));

    /// <summary>Everybody has declared and advised, the discussion is open.</summary>
    public static async Task<Panels> Discussing(App app, int cases = 1)
    {
        var panel = await Convened(app, cases);
        foreach (var member in panel.Members)
        {
            foreach (var judged in panel.Cases)
            {
                await Declare(member.Person, judged.Id);
                await Advise(member.Person, judged.Id);
            }
        }

        panel.Round = await panel.Centre.Post<SavedRound>($"{Address}/{panel.Round.Id}/discussion", new OpenDiscussion(panel.Round.Version));
        return panel;
    }

    /// <summary>And everybody has voted alike.</summary>
    public static async Task<Panels> Voted(App app, Outcome outcome, int cases = 1)
    {
        var panel = await Discussing(app, cases);
        foreach (var member in panel.Members)
            foreach (var judged in panel.Cases) await Vote(member.Person, judged.Id, outcome);
        return panel;
    }

    public Task<CaseDetails> Read(Client? by = null, int at = 0) => (by ?? Centre).Get<CaseDetails>($"{Purchases.Address}/{Cases[at].Id}");

    public async Task<SavedCase> Decide(Outcome outcome, IReadOnlyList<GrantedWish>? granted = null, int at = 0)
    {
        var read = await Read(at: at);
        return await Centre.Post<SavedCase>($"{Purchases.Address}/{read.Id}/decision", new DecideCase(outcome, granted, $"No {Some.Number()}", outcome == Outcome.Passed ? null : "as discussed", read.Version));
    }

    public static async Task<Panels> Decided(App app, Outcome outcome = Outcome.Passed)
    {
        var panel = await Voted(app, outcome);
        await panel.Decide(outcome);
        return panel;
    }
}
