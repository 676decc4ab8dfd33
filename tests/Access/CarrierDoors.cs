using Modular.Instruments;
using static Modular.Tests.Access.Probes;

namespace Modular.Tests.Access;

static class CarrierDoors
{
    const string Prefix = "/api/instruments/carriers";

    public static IEnumerable<Door> All =>
    [
        new("GET /api/instruments/carriers",
            Rows(Kind.Carrier, $"{Prefix}?size=200"),
            FirstRow(Kind.Carrier, "count", Kind.Nothing, _ => $"{Prefix}?size=1", (_, _) => true),
            Rows(Kind.Carrier, "query", Kind.Unit, t => $"{Prefix}?size=200&unitId={t.Key}", (c, unit) => c.Owner.ToString() == unit.Key),
            Rows(Kind.Carrier, "search", Kind.Carrier, t => $"{Prefix}?size=200&search={t.Marker}", (c, wanted) => c.Marker == wanted.Marker),
            Rows(Kind.Carrier, "search", Kind.Unit, t => $"{Prefix}?size=200&search={t.Marker}", (c, unit) => c.Owner.ToString() == unit.Key)),
        new("GET /api/instruments/carriers/export",
            Rows(Kind.Carrier, $"{Prefix}/export?format=csv") with { Counted = false },
            Rows(Kind.Carrier, "query", Kind.Unit, t => $"{Prefix}/export?format=xlsx&unitId={t.Key}", (c, unit) => c.Owner.ToString() == unit.Key) with { Counted = false }),
        new("POST /api/instruments/carriers",
            One("body", Kind.Unit, "", t => Send(HttpMethod.Post, Prefix, new RegisterCarrier(t.Id, CarrierType.InstrumentCentre, Some.Centre())))),
        new("GET /api/instruments/carriers/{carrierId:guid}", One("path", Kind.Carrier, "Draft", t => Get($"{Prefix}/{t.Key}"))),
        new("GET /api/instruments/carriers/{carrierId:guid}/history", One("path", Kind.Carrier, "Draft", t => Get($"{Prefix}/{t.Key}/history"))),
        new("PUT /api/instruments/carriers/{carrierId:guid}",
            One("path", Kind.Carrier, "Draft", t => Send(HttpMethod.Put, $"{Prefix}/{t.Key}", new EditCarrier(Some.Centre(t.Marker), t.Version))) with { WrongStates = ["Submitted", "Retired"] }),
        new("DELETE /api/instruments/carriers/{carrierId:guid}",
            One("path", Kind.Carrier, "Draft", t => Send(HttpMethod.Delete, $"{Prefix}/{t.Key}?version={t.Version}")) with { WrongStates = ["Submitted", "Returned", "Listed", "Retired"] }),
        new("POST /api/instruments/carriers/{carrierId:guid}/submit",
            One("path", Kind.Carrier, "Draft", t => Step(t, "submit", new SubmitCarrier(t.Version, Withdraw: false))) with { WrongStates = ["Submitted", "Listed", "Retired"] }),
        new("POST /api/instruments/carriers/{carrierId:guid}/review",
            One("path", Kind.Carrier, "Submitted", t => Step(t, "review", new ReviewCarrier(t.Version, true, null, null, null))) with { WrongStates = ["Draft", "Returned", "Listed", "Retired"] }),
        new("POST /api/instruments/carriers/{carrierId:guid}/retire",
            One("path", Kind.Carrier, "Listed", t => Step(t, "retire", new RetireCarrier(t.Version, "closed"))) with { WrongStates = ["Draft", "Submitted", "Returned", "Retired"] }),
        new("GET /api/instruments/catalogue/carriers",
            Rows(Kind.Carrier, "/api/instruments/catalogue/carriers?size=200") with { Public = IsPublic },
            Rows(Kind.Carrier, "query", Kind.Unit, t => $"/api/instruments/catalogue/carriers?size=200&unitId={t.Key}", (c, unit) => c.Owner.ToString() == unit.Key) with { Public = IsPublic },
            Rows(Kind.Carrier, "search", Kind.Carrier, t => $"/api/instruments/catalogue/carriers?size=200&q={t.Marker}", (c, wanted) => c.Marker == wanted.Marker) with { Public = IsPublic }),
        new("GET /api/instruments/catalogue/carriers/{carrierId:guid}",
            One("path", Kind.Carrier, "Listed", t => Get($"/api/instruments/catalogue/carriers/{t.Key}")) with { Public = IsPublic, WrongStates = ["Draft", "Submitted", "Returned", "Retired"] }),
    ];

    // The catalogue shows everybody what is listed, and the units that own it.
    static bool IsPublic(Target target) => target is { Kind: Kind.Carrier, State: "Listed" } or { Kind: Kind.Unit };

    static HttpRequestMessage Step(Target carrier, string step, object body) => Send(HttpMethod.Post, $"{Prefix}/{carrier.Key}/{step}", body);
}
