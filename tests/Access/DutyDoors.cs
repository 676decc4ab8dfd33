using System.Text.Json;
using Modular.Instruments;
using static Modular.Tests.Access.Probes;

namespace Modular.Tests.Access;

static class DutyDoors
{
    const string Prefix = "/api/instruments";

    // Every planted instrument came under the duty years ago; what is on the platform is shared.
    public static IEnumerable<Door> All =>
    [
        new("GET /api/instruments/duties",
            Rows(Kind.Instrument, $"{Prefix}/duties?size=200") with { Matches = (i, _) => Owes(i) },
            FirstRow(Kind.Instrument, "count", Kind.Nothing, _ => $"{Prefix}/duties?size=1&state=overdue", (i, _) => Owes(i)),
            Rows(Kind.Instrument, "query", Kind.Unit, t => $"{Prefix}/duties?size=200&unitId={t.Key}", (i, unit) => Owes(i) && i.Owner.ToString() == unit.Key),
            Rows(Kind.Instrument, "query", Kind.Supervisor, t => $"{Prefix}/duties?size=200&supervisorId={t.Key}", (i, department) => Owes(i) && i.Path.StartsWith(department.Path, StringComparison.Ordinal)),
            Rows(Kind.Instrument, "search", Kind.Unit, t => $"{Prefix}/duties?size=200&search={t.Marker}", (i, unit) => Owes(i) && i.Owner.ToString() == unit.Key)),
        new("GET /api/instruments/duties/export",
            Rows(Kind.Instrument, $"{Prefix}/duties/export?format=csv") with { Matches = (i, _) => Owes(i), Counted = false },
            Rows(Kind.Instrument, "query", Kind.Supervisor, t => $"{Prefix}/duties/export?format=xlsx&supervisorId={t.Key}", (i, department) => Owes(i) && i.Path.StartsWith(department.Path, StringComparison.Ordinal)) with { Counted = false }),
        new("GET /api/instruments/duties/counts",
            Plain(HttpMethod.Get, $"{Prefix}/duties/counts") with { Listed = Kind.Instrument, Check = CountsDuties },
            new Probe(Style.Plain, "query", Kind.Supervisor, t => Get($"{Prefix}/duties/counts?supervisorId={t.Key}"))),
        new("GET /api/instruments/duties/open-rate",
            Plain(HttpMethod.Get, $"{Prefix}/duties/open-rate") with { Public = IsNamed },
            One("query", Kind.Supervisor, "", t => Get($"{Prefix}/duties/open-rate?within={t.Key}")) with { Public = IsNamed }),
        .. Exemptions,
    ];

    static IEnumerable<Door> Exemptions =>
    [
        new("GET /api/instruments/exemptions",
            Rows(Kind.Exemption, $"{Prefix}/exemptions?size=200"),
            FirstRow(Kind.Exemption, "count", Kind.Nothing, _ => $"{Prefix}/exemptions?size=1", (_, _) => true),
            Rows(Kind.Exemption, "query", Kind.Unit, t => $"{Prefix}/exemptions?size=200&unitId={t.Key}", (e, unit) => e.Owner.ToString() == unit.Key),
            Rows(Kind.Exemption, "query", Kind.Supervisor, t => $"{Prefix}/exemptions?size=200&supervisorId={t.Key}", (e, department) => e.Path.StartsWith(department.Path, StringComparison.Ordinal)),
            Rows(Kind.Exemption, "search", Kind.Exemption, t => $"{Prefix}/exemptions?size=200&search={t.Marker}", (e, wanted) => e.Marker == wanted.Marker)),
        new("GET /api/instruments/exemptions/export",
            Rows(Kind.Exemption, $"{Prefix}/exemptions/export?format=csv") with { Counted = false },
            Rows(Kind.Exemption, "query", Kind.Unit, t => $"{Prefix}/exemptions/export?format=xlsx&unitId={t.Key}", (e, unit) => e.Owner.ToString() == unit.Key) with { Counted = false }),
        new("GET /api/instruments/exemptions/counts", Plain(HttpMethod.Get, $"{Prefix}/exemptions/counts") with
        {
            Listed = Kind.Exemption,
            Check = (counts, own) => counts.EnumerateArray().Sum(state => state.GetProperty("count").GetInt32()) is var told && told == own.Count ? null : $"counts {told} where {own.Count} are in reach",
        }),
        new("GET /api/instruments/exemptions/{exemptionId:guid}", One("path", Kind.Exemption, "Submitted", t => Get($"{Prefix}/exemptions/{t.Key}"))),
        new("POST /api/instruments/exemptions",
            One("body", Kind.Instrument, "Draft", t => Send(HttpMethod.Post, $"{Prefix}/exemptions", new DeclareExemption(Some.Exemption(t.Id)))) with { WrongStates = ["Listed", "Retired"] }),
        new("PUT /api/instruments/exemptions/{exemptionId:guid}",
            One("path", Kind.Exemption, "Returned", t => Send(HttpMethod.Put, $"{Prefix}/exemptions/{t.Key}", new ReviseExemption(Some.ClassifiedExemption, t.Version))) with { WrongStates = ["Submitted", "Endorsed", "Filed"] },
            Together(Style.One, "body", Kind.Instrument, Kind.Exemption, (t, own) => Send(HttpMethod.Put, $"{Prefix}/exemptions/{own.Key}", new ReviseExemption(Some.Exemption(t.Id), own.Version))) with { State = "Draft" }),
        new("POST /api/instruments/exemptions/{exemptionId:guid}/withdraw",
            One("path", Kind.Exemption, "Submitted", t => Step(t, "withdraw", new WithdrawExemption(t.Version, "mended"))) with { WrongStates = ["Filed"] }),
        new("POST /api/instruments/exemptions/{exemptionId:guid}/review",
            One("path", Kind.Exemption, "Submitted", t => Step(t, "review", new ReviewExemption(true, null, t.Version))) with { WrongStates = ["Returned", "Endorsed", "Filed"] }),
        new("POST /api/instruments/exemptions/{exemptionId:guid}/file",
            One("path", Kind.Exemption, "Endorsed", t => Step(t, "file", new FileExemption(true, "Record 2", null, t.Version))) with { WrongStates = ["Submitted", "Returned", "Filed"] }),
        new("POST /api/instruments/exemptions/{exemptionId:guid}/end",
            One("path", Kind.Exemption, "Filed", t => Step(t, "end", new EndExemption(t.Version, "repaired"))) with { WrongStates = ["Submitted", "Returned", "Endorsed"] }),
    ];

    static HttpRequestMessage Step(Target exemption, string step, object body) => Send(HttpMethod.Post, $"{Prefix}/exemptions/{exemption.Key}/{step}", body);

    static bool Owes(Target instrument) => instrument.State is "Draft" or "Submitted" or "Returned";

    // Everybody may know how every organisation stands.
    static bool IsNamed(Target target) => target.Kind is Kind.Unit or Kind.Supervisor or Kind.Region;

    static string? CountsDuties(JsonElement overview, IReadOnlyList<Target> own)
    {
        var total = overview.GetProperty("total");
        var told = (total.GetProperty("mustOpen").GetInt32(), total.GetProperty("open").GetInt32(), total.GetProperty("overdue").GetInt32());
        var real = (own.Count(i => i.State != "Retired"), own.Count(i => i.State == "Listed"), own.Count(Owes));
        return told == real ? null : $"counts {told} where {real} are in reach";
    }
}
