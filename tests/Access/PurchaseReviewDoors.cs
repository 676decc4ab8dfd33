using Modular.PurchaseReview;
using static Modular.Tests.Access.Probes;

namespace Modular.Tests.Access;

static class PurchaseReviewDoors
{
    const string Prefix = "/api/purchase-review";

    public static IEnumerable<Door> All =>
    [
        // whoever may check compares with the whole stock, whoever owns it.
        new("POST /api/purchase-review/duplicate-check",
            new Probe(Style.Plain, "body", Kind.Nothing, _ => Send(HttpMethod.Post, $"{Prefix}/duplicate-check", new { name = "扫描电镜" })) { Public = IsStock }),
        new("POST /api/purchase-review/duplicate-check/list", new Probe(Style.Plain, "body", Kind.Nothing, _ => Upload("list")) { Public = IsStock }),
        new("POST /api/purchase-review/duplicate-check/list/workbook", new Probe(Style.Plain, "body", Kind.Nothing, _ => Upload("list/workbook")) { Public = IsStock }),
        .. Cases,
        .. Steps,
    ];

    static IEnumerable<Door> Cases =>
    [
        new("GET /api/purchase-review/cases",
            Rows(Kind.PurchaseCase, $"{Prefix}/cases?size=200"),
            FirstRow(Kind.PurchaseCase, "count", Kind.Nothing, _ => $"{Prefix}/cases?size=1", (_, _) => true),
            Rows(Kind.PurchaseCase, "query", Kind.Unit, t => $"{Prefix}/cases?size=200&unitId={t.Key}", (c, unit) => c.Owner.ToString() == unit.Key),
            Rows(Kind.PurchaseCase, "query", Kind.Supervisor, t => $"{Prefix}/cases?size=200&supervisorId={t.Key}", (c, department) => c.Path.StartsWith(department.Path, StringComparison.Ordinal)),
            Rows(Kind.PurchaseCase, "search", Kind.PurchaseCase, t => $"{Prefix}/cases?size=200&search={t.Marker}", (c, wanted) => c.Marker == wanted.Marker)),
        new("GET /api/purchase-review/cases/export",
            Rows(Kind.PurchaseCase, $"{Prefix}/cases/export?format=csv") with { Counted = false },
            Rows(Kind.PurchaseCase, "query", Kind.Unit, t => $"{Prefix}/cases/export?format=xlsx&unitId={t.Key}", (c, unit) => c.Owner.ToString() == unit.Key) with { Counted = false }),
        new("GET /api/purchase-review/cases/counts", Plain(HttpMethod.Get, $"{Prefix}/cases/counts") with
        {
            Listed = Kind.PurchaseCase,
            Check = (counts, own) => counts.EnumerateArray().Sum(state => state.GetProperty("count").GetInt32()) is var told && told == own.Count ? null : $"counts {told} where {own.Count} are in reach",
        }),
        new("GET /api/purchase-review/cases/{caseId:guid}", One("path", Kind.PurchaseCase, "Submitted", t => Get($"{Prefix}/cases/{t.Key}")), One("path", Kind.PurchaseCase, "Draft", t => Get($"{Prefix}/cases/{t.Key}"))),
        new("GET /api/purchase-review/cases/{caseId:guid}/wishes/{wishId:guid}/check",
            One("path", Kind.PurchaseCase, "Complete", t => Get($"{Prefix}/cases/{t.Key}/wishes/{t.Key}/check"))),
        new("GET /api/purchase-review/cases/{caseId:guid}/files/{fileId:guid}",
            One("path", Kind.PurchaseCase, "Submitted", t => Get($"{Prefix}/cases/{t.Key}/files/{t.Key}"))),
        new("POST /api/purchase-review/cases", Plain(HttpMethod.Post, $"{Prefix}/cases", new DraftCase(Purchases.Facts()))),
        new("PUT /api/purchase-review/cases/{caseId:guid}",
            One("path", Kind.PurchaseCase, "Returned", t => Send(HttpMethod.Put, $"{Prefix}/cases/{t.Key}", new EditCase(Purchases.Facts(Purchases.Wish(t.Marker)), t.Version))) with { WrongStates = ["Submitted", "Complete"] }),
        new("DELETE /api/purchase-review/cases/{caseId:guid}",
            One("path", Kind.PurchaseCase, "Draft", t => Send(HttpMethod.Delete, $"{Prefix}/cases/{t.Key}?version={t.Version}")) with { WrongStates = ["Submitted", "Returned"] }),
        new("POST /api/purchase-review/cases/{caseId:guid}/files",
            One("path", Kind.PurchaseCase, "Draft", t => new HttpRequestMessage(HttpMethod.Post, $"{Prefix}/cases/{t.Key}/files") { Content = Imports.Form(Files.Pdf, "a.pdf") }) with { WrongStates = ["Submitted"] }),
        new("DELETE /api/purchase-review/cases/{caseId:guid}/files/{fileId:guid}",
            One("path", Kind.PurchaseCase, "Draft", t => Send(HttpMethod.Delete, $"{Prefix}/cases/{t.Key}/files/{t.Key}")) with { WrongStates = ["Submitted"] }),
    ];

    static IEnumerable<Door> Steps =>
    [
        new("PUT /api/purchase-review/cases/{caseId:guid}/wishes/{wishId:guid}/opinion",
            One("path", Kind.PurchaseCase, "SupervisorEndorsed", t => Send(HttpMethod.Put, $"{Prefix}/cases/{t.Key}/wishes/{t.Key}/opinion", new EditOpinion(t.Marker, t.Version))) with { WrongStates = ["Submitted", "Returned"] }),
        new("POST /api/purchase-review/cases/{caseId:guid}/submit", Step("Returned", "submit", t => new SubmitCase(t.Version), "Submitted", "Complete")),
        new("POST /api/purchase-review/cases/{caseId:guid}/withdraw", Step("UnitEndorsed", "withdraw", t => new WithdrawCase("why", t.Version), "Draft")),
        new("POST /api/purchase-review/cases/{caseId:guid}/unit-review", Step("Submitted", "unit-review", t => new ReviewCaseInUnit(true, null, null, t.Version), "Draft", "UnitEndorsed")),
        new("POST /api/purchase-review/cases/{caseId:guid}/supervisor-review", Step("UnitEndorsed", "supervisor-review", t => new ReviewCaseAsSupervisor(true, null, null, t.Version), "Submitted", "Complete")),
        new("POST /api/purchase-review/cases/{caseId:guid}/completeness", Step("SupervisorEndorsed", "completeness", t => new CheckCaseCompleteness(true, null, null, t.Version), "UnitEndorsed", "Complete")),
    ];

    static Probe Step(string state, string step, Func<Target, object> body, params string[] wrong) =>
        One("path", Kind.PurchaseCase, state, t => Send(HttpMethod.Post, $"{Prefix}/cases/{t.Key}/{step}", body(t))) with { WrongStates = wrong };

    static HttpRequestMessage Upload(string address) =>
        new(HttpMethod.Post, $"{Prefix}/duplicate-check/{address}") { Content = Imports.Form(Imports.Csv("仪器名称,型号", "扫描电镜,S-4800"), "wishes.csv") };

    static bool IsStock(Target target) => target.Kind is Kind.Instrument or Kind.Unit;
}
