using Modular.Contracts;
using static Modular.Tests.Access.Probes;

namespace Modular.Tests.Access;

/// <summary>The doors that every module has.</summary>
static class SharedDoors
{
    public static IEnumerable<Door> Of(string module) =>
    [
        new($"GET /api/{module}/audit",
            [.. OfCases(module, "audit?size=200&", counted: true),
            Rows(Kind.AuditLine, $"/api/{module}/audit?size=200&action={World.AuditAction}") with { Matches = (line, _) => line.State == module },
            FirstRow(Kind.AuditLine, "count", Kind.Nothing, _ => $"/api/{module}/audit?size=1&action={World.AuditAction}", (line, _) => line.State == module),
            Rows(Kind.AuditLine, "query", Kind.Instrument, t => $"/api/{module}/audit?subject={t.Key}", (line, subject) => line.State == module && line.Key == subject.Key) with { State = "Draft" },
            Rows(Kind.AuditLine, "query", Kind.Account, t => $"/api/{module}/audit?accountId={t.Key}&action={World.AuditAction}", (line, account) => line.State == module && line.Owner.ToString() == account.Key)]),
        new($"GET /api/{module}/audit/export",
            [.. OfCases(module, "audit/export?", counted: false),
            Rows(Kind.AuditLine, $"/api/{module}/audit/export?action={World.AuditAction}") with { Matches = (line, _) => line.State == module, Counted = false },
            Rows(Kind.AuditLine, "query", Kind.Instrument, t => $"/api/{module}/audit/export?subject={t.Key}", (line, subject) => line.State == module && line.Key == subject.Key) with { State = "Draft", Counted = false }]),
        new($"GET /api/{module}/audit/verification", Plain(HttpMethod.Get, $"/api/{module}/audit/verification")),
        new($"POST /api/{module}/audit/verification", Plain(HttpMethod.Post, $"/api/{module}/audit/verification")),
        new($"POST /api/{module}/jobs/{{jobId:guid}}/cancel", One("path", Kind.Job, module, t => Send(HttpMethod.Post, $"/api/{module}/jobs/{t.Key}/cancel"))),
        new($"POST /api/{module}/jobs/{{jobId:guid}}/retry", One("path", Kind.Job, $"{module} stopped", t => Send(HttpMethod.Post, $"/api/{module}/jobs/{t.Key}/retry"))),
        new($"GET /api/{module}/dead-letters",
            Rows(Kind.DeadLetter, $"/api/{module}/dead-letters?size=200") with { Matches = (letter, _) => letter.State == module, Counted = false }),
        new($"POST /api/{module}/dead-letters/{{sequence:long}}/redeliver",
            One("path", Kind.DeadLetter, module, t => Send(HttpMethod.Post, $"/api/{module}/dead-letters/{t.Key}/redeliver"))),
    ];

    // of a case from which one is recused the trail tells nothing, by whatever filter one asks.
    static IEnumerable<Probe> OfCases(string module, string address, bool counted) => module != "purchase-review" ? [] :
    [
        Rows(Kind.CaseLine, $"/api/{module}/{address}action={World.CaseLineAction}") with { Counted = counted },
        Rows(Kind.CaseLine, "query", Kind.PurchaseCase, t => $"/api/{module}/{address}subject={t.Key}", (line, about) => line.Key == about.Key) with { State = "InDiscussion", Counted = counted },
    ];

    /// <summary>The search over everything: each kind for those who may see it.</summary>
    public static Door Find => new("GET /api/find", Found(Kind.Instrument), Found(Kind.Carrier), Found(Kind.Unit), Found(Kind.Account, Permissions.AccountsManage), Found(Kind.Import, Permissions.InstrumentsImport),
        Found(Kind.PurchaseCase, Permissions.PurchasesRead));

    static Probe Found(Kind kind, string? needs = null) =>
        Rows(kind, "search", kind, t => $"/api/find?q={t.Marker}", (row, wanted) => row.Marker == wanted.Marker) with { Counted = false, Needs = needs };

    /// <summary>Background work of all modules in one list.</summary>
    public static Door Jobs => new("GET /api/jobs", Rows(Kind.Job, "/api/jobs") with { Counted = false });

    /// <summary>Nothing stands there, for anybody.</summary>
    public static Door Nowhere => new("* /api/{**rest}", Plain(HttpMethod.Get, "/api/nowhere") with { Success = 404 }, Plain(HttpMethod.Delete, "/api/units/nowhere") with { Success = 404 });
}
