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
        .. Panels,
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
        new("GET /api/purchase-review/cases/{caseId:guid}", One("path", Kind.PurchaseCase, "Submitted", t => Get($"{Prefix}/cases/{t.Key}")), One("path", Kind.PurchaseCase, "Draft", t => Get($"{Prefix}/cases/{t.Key}")),
            One("path", Kind.PurchaseCase, "UnderReview", t => Get($"{Prefix}/cases/{t.Key}")), One("path", Kind.PurchaseCase, "Decided", t => Get($"{Prefix}/cases/{t.Key}"))),
        new("GET /api/purchase-review/cases/{caseId:guid}/wishes/{wishId:guid}/check",
            One("path", Kind.PurchaseCase, "Complete", t => Get($"{Prefix}/cases/{t.Key}/wishes/{t.Key}/check")),
            One("path", Kind.PurchaseCase, "InDiscussion", t => Get($"{Prefix}/cases/{t.Key}/wishes/{t.Key}/check"))),
        new("GET /api/purchase-review/cases/{caseId:guid}/files/{fileId:guid}",
            One("path", Kind.PurchaseCase, "Submitted", t => Get($"{Prefix}/cases/{t.Key}/files/{t.Key}")),
            One("path", Kind.PurchaseCase, "UnderReview", t => Get($"{Prefix}/cases/{t.Key}/files/{t.Key}"))),
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
        new("POST /api/purchase-review/cases/unit-review", Pass("Submitted", "unit-review", "Returned", "UnitEndorsed")),
        new("POST /api/purchase-review/cases/supervisor-review", Pass("UnitEndorsed", "supervisor-review", "Submitted", "Complete")),
        new("POST /api/purchase-review/cases/completeness", Pass("SupervisorEndorsed", "completeness", "UnitEndorsed", "Complete")),
        new("POST /api/purchase-review/cases/{caseId:guid}/unit-review", Step("Submitted", "unit-review", t => new ReviewCaseInUnit(true, null, null, t.Version), "Draft", "UnitEndorsed")),
        new("POST /api/purchase-review/cases/{caseId:guid}/supervisor-review", Step("UnitEndorsed", "supervisor-review", t => new ReviewCaseAsSupervisor(true, null, null, t.Version), "Submitted", "Complete")),
        new("POST /api/purchase-review/cases/{caseId:guid}/completeness", Step("SupervisorEndorsed", "completeness", t => new CheckCaseCompleteness(true, null, null, t.Version), "UnitEndorsed", "Complete")),
    ];

    static IEnumerable<Door> Panels =>
    [
        new("GET /api/purchase-review/rounds",
            Rows(Kind.Round, $"{Prefix}/rounds?size=200"),
            FirstRow(Kind.Round, "count", Kind.Nothing, _ => $"{Prefix}/rounds?size=1", (_, _) => true)),
        new("GET /api/purchase-review/rounds/{roundId:guid}", One("path", Kind.Round, "Discussing", t => Get($"{Prefix}/rounds/{t.Key}")), One("path", Kind.Round, "Open", t => Get($"{Prefix}/rounds/{t.Key}"))),
        new("POST /api/purchase-review/rounds",
            One("body", Kind.PurchaseCase, "Complete", t => Send(HttpMethod.Post, $"{Prefix}/rounds", new CreateRound(World.RoundFacts("Round", t.Id)))) with { WrongStates = ["Submitted", "UnderReview"] }),
        new("PUT /api/purchase-review/rounds/{roundId:guid}",
            One("path", Kind.Round, "Open", t => Send(HttpMethod.Put, $"{Prefix}/rounds/{t.Key}", new EditRound(World.RoundFacts(t.Marker), t.Version)))),
        new("POST /api/purchase-review/rounds/{roundId:guid}/convene",
            One("path", Kind.Round, "Open", t => Send(HttpMethod.Post, $"{Prefix}/rounds/{t.Key}/convene", new ConveneRound(t.Version))) with { WrongStates = ["Assessing", "Discussing"] }),
        // Nobody knows of this person: who may appoint is told so; nobody else gets so far.
        new("POST /api/purchase-review/rounds/{roundId:guid}/members",
            One("path", Kind.Round, "Assessing", t => Send(HttpMethod.Post, $"{Prefix}/rounds/{t.Key}/members", new AppointMembers([new MemberFacts(Guid.CreateVersion7(), Seat.Field)], t.Version))) with { Success = 422 }),
        new("POST /api/purchase-review/rounds/{roundId:guid}/discussion",
            One("path", Kind.Round, "Assessing", t => Send(HttpMethod.Post, $"{Prefix}/rounds/{t.Key}/discussion", new OpenDiscussion(t.Version))) with { WrongStates = ["Discussing"] }),
        new("POST /api/purchase-review/cases/{caseId:guid}/declaration", Step("UnderReview", "declaration", _ => new DeclareConflict(true, "related"), "Decided") with { Seated = true }),
        new("PUT /api/purchase-review/cases/{caseId:guid}/my-opinion",
            One("path", Kind.PurchaseCase, "UnderReview", t => Send(HttpMethod.Put, $"{Prefix}/cases/{t.Key}/my-opinion", new GiveOpinion("needed", Outcome.Passed))) with { WrongStates = ["InDiscussion"], Seated = true }),
        new("PUT /api/purchase-review/cases/{caseId:guid}/my-vote",
            One("path", Kind.PurchaseCase, "InDiscussion", t => Send(HttpMethod.Put, $"{Prefix}/cases/{t.Key}/my-vote", new CastVote(Outcome.Passed, null))) with { WrongStates = ["UnderReview", "Decided"], Seated = true }),
        new("POST /api/purchase-review/cases/{caseId:guid}/decision", Step("InDiscussion", "decision", t => new DecideCase(Outcome.Passed, null, "No 2", null, t.Version), "UnderReview", "Decided")),
        new("POST /api/purchase-review/cases/{caseId:guid}/objection", Step("Decided", "objection", t => new ObjectToDecision("look again", t.Version), "InDiscussion")),
        new("POST /api/purchase-review/cases/{caseId:guid}/objection/answer", Step("Objected", "objection/answer", t => new AnswerObjection(false, "it stands", t.Version), "Decided")),
        new("GET /api/purchase-review/expectations", Rows(Kind.Expectation, $"{Prefix}/expectations?size=200")),
        new("GET /api/purchase-review/expectations/export", Rows(Kind.Expectation, $"{Prefix}/expectations/export?format=csv") with { Counted = false }),
        new("POST /api/purchase-review/expectations/{expectationId:guid}/end",
            One("path", Kind.Expectation, "", t => Send(HttpMethod.Post, $"{Prefix}/expectations/{t.Key}/end", new EndExpectation("given up", t.Version)))),
        // It was not given up: who may resume it is told so.
        new("POST /api/purchase-review/expectations/{expectationId:guid}/resume",
            One("path", Kind.Expectation, "", t => Send(HttpMethod.Post, $"{Prefix}/expectations/{t.Key}/resume", new ResumeExpectation(t.Version))) with { Success = 409 }),
        new("GET /api/purchase-review/rounds/{roundId:guid}/export",
            One("path", Kind.Round, "Discussing", t => Get($"{Prefix}/rounds/{t.Key}/export?format=csv")), One("path", Kind.Round, "Open", t => Get($"{Prefix}/rounds/{t.Key}/export"))),
        new("POST /api/purchase-review/rounds/{roundId:guid}/wishes",
            One("path", Kind.Round, "Open", t => new HttpRequestMessage(HttpMethod.Post, $"{Prefix}/rounds/{t.Key}/wishes") { Content = Imports.Form(Imports.Csv("仪器名称,型号", "扫描电镜,S-4800"), "wishes.csv") })
                with { WrongStates = ["Discussing"] }),
        new("GET /api/purchase-review/experts", Plain(HttpMethod.Get, $"{Prefix}/experts"), new Probe(Style.Plain, "query", Kind.Round, t => Get($"{Prefix}/experts?roundId={t.Key}")) { State = "Discussing" }),
        // Nobody knows of this version: who may, is told so; nobody else gets so far.
        new("PUT /api/purchase-review/experts/{accountId:guid}",
            Plain(HttpMethod.Put, $"{Prefix}/experts/{Guid.CreateVersion7()}", new EnterExpert(Seat.Field, [], null, [], 99)) with { Success = 404 }),
    ];

    static Probe Step(string state, string step, Func<Target, object> body, params string[] wrong) =>
        One("path", Kind.PurchaseCase, state, t => Send(HttpMethod.Post, $"{Prefix}/cases/{t.Key}/{step}", body(t))) with { WrongStates = wrong };

    static Probe Pass(string state, string step, params string[] wrong) => Bulk(Kind.PurchaseCase, state, (t, own) => Send(HttpMethod.Post, $"{Prefix}/cases/{step}",
        new PassCases([.. new[] { own, t }.DistinctBy(each => each.Id).Select(each => new CaseVersion(each.Id, each.Version))]))) with { WrongStates = wrong, MissingCode = "purchase.not-found" };

    static HttpRequestMessage Upload(string address) =>
        new(HttpMethod.Post, $"{Prefix}/duplicate-check/{address}") { Content = Imports.Form(Imports.Csv("仪器名称,型号", "扫描电镜,S-4800"), "wishes.csv") };

    // A grade is published, and stands beside each hit of the unit.
    static bool IsStock(Target target) => target.Kind is Kind.Instrument or Kind.Unit or Kind.Grade;
}
