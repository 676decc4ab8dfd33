using Modular.Contracts.Units;
using Modular.PurchaseReview;
using Modular.Shared;

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
        await db.SaveChangesAsync();
        return new Target(Kind.PurchaseCase, spot, state, made.Id.ToString(), unit.Path, marker, made.Version, unit.Id);
    });

    async Task<string> KeptFile() => (await ((IFileStore)App.Services.GetService(typeof(IFileStore))!).Save(new MemoryStream(Files.Pdf), 1000, CancellationToken.None)).Hash;
}
