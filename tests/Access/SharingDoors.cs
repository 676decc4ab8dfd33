using Modular.Sharing;
using static Modular.Tests.Access.Probes;

namespace Modular.Tests.Access;

static class SharingDoors
{
    const string Prefix = "/api/sharing/hours";

    public static IEnumerable<Door> All =>
    [
        new($"GET {Prefix}", One("query", Kind.Unit, "", t => Get($"{Prefix}?size=200&year=2024&unitId={t.Key}"))),
        new($"GET {Prefix}/units",
            Rows(Kind.Unit, $"{Prefix}/units?size=200&year=2024"),
            FirstRow(Kind.Unit, "search", Kind.Unit, t => $"{Prefix}/units?size=1&year=2024&search={t.Marker}", (unit, wanted) => unit.Marker == wanted.Marker)),
        new($"GET {Prefix}/export", One("query", Kind.Unit, "", t => Get($"{Prefix}/export?year=2024&unitId={t.Key}"))),
        new($"POST {Prefix}", Bulk(Kind.Instrument, "Listed", (t, own) => Send(HttpMethod.Post, Prefix,
            new DeclareHours(2024, [.. new[] { t, own }.Distinct().Select(instrument => new DeclaredRow(instrument.Id, 100, 10, 0))])))),
        new($"POST {Prefix}/import/preview", new Probe(Style.Plain, "-", Kind.Nothing, _ => Upload($"{Prefix}/import/preview"))),
        // Of a preview nobody has seen: what may be asked is refused.
        new($"POST {Prefix}/import", new Probe(Style.Plain, "-", Kind.Nothing, _ => Upload($"{Prefix}/import", "nothing")) { Success = 409 }),
    ];

    static HttpRequestMessage Upload(string address, string? fingerprint = null)
    {
        var form = Imports.Form(Imports.Csv("资产编号,年运行机时"), "hours.csv");
        form.Add(new StringContent("2024"), "year");
        if (fingerprint is not null) form.Add(new StringContent(fingerprint), "fingerprint");
        return new HttpRequestMessage(HttpMethod.Post, address) { Content = form };
    }
}
