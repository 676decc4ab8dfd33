using System.Collections.Concurrent;
using Modular.Contracts.Units;
using Modular.PurchaseReview;
using Modular.Shared;
using Modular.Units;

namespace Modular.Tests.Access;

sealed partial class World
{
    /// <summary>The states a case is planted in.</summary>
    public static readonly string[] CaseStates = ["Draft", "Submitted", "UnitEndorsed", "SupervisorEndorsed", "Complete", "Returned"];

    // Its marker is the first instrument's name; the check that came with it knows nothing of the stock, whose markers everybody may know anyway.
    Task<Target> PurchaseCase(Spot spot, string state) => App.InDatabase<PurchaseReviewDb, Target>(async db =>
    {
        var (unit, marker, now) = (_units[spot], NewMarker(), App.Clock.GetUtcNow());
        var owner = new UnitSummary(unit.Id, unit.Path, unit.Name, "", unit.RegionCode, CentralLevel: false);
        var made = Modular.PurchaseReview.PurchaseCase.Draft(owner, Purchases.Facts(Purchases.Wish(marker)), now);
        CaseAction[] way = state switch
        {
            "Draft" => [],
            "Submitted" => [CaseAction.Submit],
            "UnitEndorsed" => [CaseAction.Submit, CaseAction.EndorseInUnit],
            "SupervisorEndorsed" => [CaseAction.Submit, CaseAction.EndorseInUnit, CaseAction.EndorseBySupervisor],
            "Returned" => [CaseAction.Submit, CaseAction.ReturnInUnit],
            _ => [CaseAction.Submit, CaseAction.EndorseInUnit, CaseAction.EndorseBySupervisor, CaseAction.FindComplete],
        };
        foreach (var action in way) made.Step(action, made.Version, now);
        if (CaseStatesWithPanel.Contains(state)) BeforePanel(made, state, spot, now);
        if (state != "Draft")
        {
            var wish = made.Wishes.Single();
            var answer = new DuplicateCheckAnswer("nothingFound", "1", new StockStamp(1, 1, now), new BandCounts(0, 0, 0), StockIndex.Understand(new Likeable(marker)), [], [], "");
            wish.Freeze(System.Text.Json.JsonSerializer.Serialize(new FrozenCheck(now, wish.ToCheck(), answer, "1"), JsonShape.Options), null, "none", "");
        }

        db.Cases.Add(made);
        // What stands inside a case has the case's own id, so that requests can name it.
        db.Entry(made.Wishes.Single()).Property(wish => wish.Id).CurrentValue = made.Id;
        db.CaseFiles.Add(new CaseFile { Id = made.Id, CaseId = made.Id, FileName = $"{marker}.pdf", ContentType = "application/pdf", Hash = await KeptFile(), SizeBytes = 1, AddedAt = now, AddedBy = "Somebody" });
        if (state == "Decided")
        {
            var awaited = Modular.PurchaseReview.Expectation.Of(made, 1).Single();
            var named = NewMarker();
            db.Expectations.Add(awaited);
            db.Entry(awaited).Property(e => e.NameZh).CurrentValue = named;
            Add(_awaited[made.Id] = new Target(Kind.Expectation, spot, named, awaited.Id.ToString(), unit.Path, named, 1, unit.Id));
        }

        if (CaseStatesWithPanel.Contains(state))
        {
            var told = NewMarker();
            db.Audit.Add(new AuditEntry
            {
                At = new DateTimeOffset(2026, 1, 6, 8, 0, 0, TimeSpan.Zero), AccountId = default, AccountName = "Somebody", OrganisationId = unit.Id, Action = CaseLineAction, Subject = made.Id, OwnerPath = unit.Path, Why = told,
            });
            Add(new Target(Kind.CaseLine, spot, state, made.Id.ToString(), unit.Path, told, 1, unit.Id));
        }

        await db.SaveChangesAsync();
        return new Target(Kind.PurchaseCase, spot, state, made.Id.ToString(), unit.Path, marker, made.Version, unit.Id);
    });

    // By the case that granted it.
    readonly ConcurrentDictionary<Guid, Target> _awaited = new();

    public const string CaseLineAction = "planted.case-line";

    static readonly string[] CaseStatesWithPanel = ["UnderReview", "InDiscussion", "Decided", "Objected"];

    public static bool WithPanel(Target target) => CaseStatesWithPanel.Contains(target.State);

    public Account SittingExpert { get; private set; } = null!;

    public Account RecusedExpert { get; private set; } = null!;

    public Account RecusedOfficer { get; private set; } = null!;

    /// <summary>Reads the audit trail by office.</summary>
    public Account RecusedReader { get; private set; } = null!;

    async Task PlantPanels()
    {
        SittingExpert = await App.Account(App.ExpertPool, ["expert"]);
        RecusedExpert = await App.Account(App.ExpertPool, ["expert"]);
        RecusedOfficer = await App.Account(Office, ["financeOfficer"]);
        RecusedReader = await App.Account(Office, ["policyOfficer"]);
        foreach (var spot in new[] { Spot.Own, Spot.OtherRegion })
            foreach (var state in new[] { "Open", "Assessing", "Discussing" }) Add(await Round(spot, state, withCase: false));
    }

    // Five who vote alike, one who may, and three who have no part in any case.
    void BeforePanel(Modular.PurchaseReview.PurchaseCase made, string state, Spot spot, DateTimeOffset now)
    {
        made.JoinRound(_planted[(Kind.Round, spot == Spot.OtherRegion ? spot : Spot.Own, "Discussing")].Id, 1);
        made.Step(CaseAction.Convene, made.Version, now);
        foreach (var number in Enumerable.Range(1, 5))
        {
            var ballot = new Ballot { CaseId = made.Id, AccountId = Guid.CreateVersion7(), Name = $"Member {number}", Seat = Seat.Field };
            ballot.DeclareNone(now);
            if (state != "UnderReview") ballot.Advise("needed", Outcome.Passed, now);
            if (state != "UnderReview") ballot.Cast(Outcome.Passed, null, now);
            made.Ballots.Add(ballot);
        }

        var sitting = new Ballot { CaseId = made.Id, AccountId = SittingExpert.Id, Name = "Sitting", Seat = Seat.Field };
        sitting.DeclareNone(now);
        if (state != "UnderReview") sitting.Advise("needed", Outcome.Passed, now);
        made.Ballots.Add(sitting);
        foreach (var account in new[] { RecusedExpert, RecusedOfficer, RecusedReader })
        {
            var recused = new Ballot { CaseId = made.Id, AccountId = account.Id, Name = "Recused", Seat = Seat.Field };
            recused.Recuse(Conflict.Declared, "related", now);
            made.Ballots.Add(recused);
        }

        if (state != "UnderReview") made.Step(CaseAction.Discuss, made.Version, now);
        if (state is "Decided" or "Objected") made.Decide(Outcome.Passed, [], "No 1", null, made.Version, now);
        if (state == "Objected") made.Step(CaseAction.Object, made.Version, now);
    }

    static readonly PolicySet NationalPolicy = new("1", 0, 0, 30, 10, 20, 10, 0, 3, 1, 1400, 800, 1200, 85, true, 3, 5, 2, 50, true);

    Task<Target> Round(Spot spot, string state, bool withCase) => App.InDatabase<PurchaseReviewDb, Target>(async db =>
    {
        var (region, marker, now) = (_regions[spot], NewMarker(), App.Clock.GetUtcNow());
        var members = Enumerable.Range(0, 5).Select(at => Member(Guid.CreateVersion7(), at < 3 ? (Seat)at : Seat.Field)).ToList();
        if (state != "Open") members.AddRange(new[] { SittingExpert, RecusedExpert, RecusedOfficer, RecusedReader }.Select(account => Member(account.Id, Seat.Field)));
        var round = ReviewRound.Begin(region.Path, RoundFacts(marker), members, now);
        if (state != "Open") round.Convene(NationalPolicy, round.Version);
        if (state == "Discussing") round.Discuss(round.Version);
        db.Rounds.Add(round);
        if (withCase && state == "Open")
        {
            var complete = await PurchaseCase(spot, "Complete");
            (await db.Cases.FindAsync(complete.Id))!.JoinRound(round.Id, 1);
        }

        await db.SaveChangesAsync();
        return new Target(Kind.Round, spot, state, round.Id.ToString(), region.Path, marker, round.Version, region.Id);

        static RoundMember Member(Guid account, Seat seat) => new() { RoundId = Guid.Empty, AccountId = account, Name = "Member", OrganisationName = "Office", Seat = seat };
    });

    public static RoundFacts RoundFacts(string name, params Guid[] cases) => new(name, 2026, Annual: true, null, new DateOnly(2030, 1, 1), null, null, [], cases);

    async Task<string> KeptFile() => (await ((IFileStore)App.Services.GetService(typeof(IFileStore))!).Save(new MemoryStream(Files.Pdf), 1000, CancellationToken.None)).Hash;
}
