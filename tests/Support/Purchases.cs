using Microsoft.Extensions.DependencyInjection;
using Modular.PurchaseReview;
using Modular.Units;

namespace Modular.Tests;

/// <summary>A unit that wishes for an instrument, everybody whom its application passes, and the application on its way .</summary>
internal sealed class Purchases
{
    public const string Address = "/api/purchase-review/cases";

    public required App App { get; init; }

    public required Organisation Region { get; init; }

    public required Organisation Bureau { get; init; }

    public required Organisation Unit { get; init; }

    public required Client Liaison { get; init; }

    public required Client Administrator { get; init; }

    public required Client Reviewer { get; init; }

    public required Client Centre { get; init; }

    public static async Task<Purchases> In(App app)
    {
        var region = await app.NewRegion();
        var bureau = await app.Supervisor(region);
        var unit = await app.Unit(bureau);
        await app.Services.GetRequiredService<StockFollower>().Follow(CancellationToken.None);
        return new Purchases
        {
            App = app, Region = region, Bureau = bureau, Unit = unit,
            Liaison = await app.SignedIn("liaison", unit), Administrator = await app.SignedIn("unitAdministrator", unit), Reviewer = await app.SignedIn("reviewer", bureau),
            Centre = await app.SignedIn("centreOfficer", await app.NewOffice(region)),
        };
    }

    public static WishFacts Wish(string name = "扫描电子显微镜", long yuan = 3_600_000, string? model = "JSM-IT800") => new(
        null, name, "SEM", model, "JEOL", null, "0.5 nm at 15 kV", "materials", 1, yuan * 100, BudgetSource.Local, 1600, 500, "Room 1",
        [new Quotation("A", yuan * 100, null), new Quotation("B", yuan * 101, null), new Quotation("C", yuan * 102, null)]);

    public static CaseFacts Facts(params WishFacts[] wishes) => new(
        $"P{Some.Number()}", "Carbon sinks", [PurchaseGround.NoneAlike], "needed", "compared three", "open to all", "two people, sixty square metres", "Zhao", "0471", wishes.Length > 0 ? wishes : [Wish()]);

    public Task<SavedCase> Drafted(params WishFacts[] wishes) => Liaison.Post<SavedCase>(Address, new DraftCase(Facts(wishes)));

    public async Task<SavedCase> Submitted(params WishFacts[] wishes) => await Submit(await Drafted(wishes));

    public Task<SavedCase> Submit(SavedCase draft) => Liaison.Post<SavedCase>($"{Address}/{draft.Id}/submit", new SubmitCase(draft.Version));

    public async Task<SavedCase> UnitEndorsed(params WishFacts[] wishes)
    {
        var at = await Submitted(wishes);
        return await Administrator.Post<SavedCase>($"{Address}/{at.Id}/unit-review", new ReviewCaseInUnit(true, null, null, at.Version));
    }

    public async Task<SavedCase> SupervisorEndorsed(params WishFacts[] wishes)
    {
        var at = await UnitEndorsed(wishes);
        return await Reviewer.Post<SavedCase>($"{Address}/{at.Id}/supervisor-review", new ReviewCaseAsSupervisor(true, null, null, at.Version));
    }

    public async Task<SavedCase> Complete(params WishFacts[] wishes)
    {
        var at = await SupervisorEndorsed(wishes);
        return await Centre.Post<SavedCase>($"{Address}/{at.Id}/completeness", new CheckCaseCompleteness(true, null, null, at.Version));
    }

    public Task<CaseDetails> Read(SavedCase at, Client? by = null) => (by ?? Liaison).Get<CaseDetails>($"{Address}/{at.Id}");
}
