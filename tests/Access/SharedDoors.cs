using static Modular.Tests.Access.Probes;

namespace Modular.Tests.Access;

/// <summary>The doors that every module has.</summary>
static class SharedDoors
{
    public static IEnumerable<Door> Of(string module) =>
    [
        new($"GET /api/{module}/audit",
            Rows(Kind.AuditLine, $"/api/{module}/audit?size=200&action={World.AuditAction}") with { Matches = (line, _) => line.State == module },
            FirstRow(Kind.AuditLine, "count", Kind.Nothing, _ => $"/api/{module}/audit?size=1&action={World.AuditAction}", (line, _) => line.State == module),
            Rows(Kind.AuditLine, "query", Kind.Instrument, t => $"/api/{module}/audit?subject={t.Key}", (line, subject) => line.State == module && line.Key == subject.Key) with { State = "Draft" },
            Rows(Kind.AuditLine, "query", Kind.Account, t => $"/api/{module}/audit?accountId={t.Key}&action={World.AuditAction}", (line, account) => line.State == module && line.Owner.ToString() == account.Key)),
        new($"GET /api/{module}/dead-letters",
            Rows(Kind.DeadLetter, $"/api/{module}/dead-letters?size=200") with { Matches = (letter, _) => letter.State == module, Counted = false }),
        new($"POST /api/{module}/dead-letters/{{sequence:long}}/redeliver",
            One("path", Kind.DeadLetter, module, t => Send(HttpMethod.Post, $"/api/{module}/dead-letters/{t.Key}/redeliver"))),
    ];

    /// <summary>Nothing stands there, for anybody.</summary>
    public static Door Nowhere => new("* /api/{**rest}", Plain(HttpMethod.Get, "/api/nowhere") with { Success = 404 }, Plain(HttpMethod.Delete, "/api/units/nowhere") with { Success = 404 });
}
