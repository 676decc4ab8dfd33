using Modular.Units;
using static Modular.Tests.Access.Probes;

namespace Modular.Tests.Access;

static class StaffDoors
{
    const string Prefix = "/api/units/staff";

    public static IEnumerable<Door> All =>
    [
        new($"GET {Prefix}",
            Rows(Kind.Staff, $"{Prefix}?size=200") with { Counted = false },
            Rows(Kind.Staff, "query", Kind.Unit, t => $"{Prefix}?size=200&unitId={t.Key}", (member, unit) => member.Owner.ToString() == unit.Key) with { Counted = false },
            Rows(Kind.Staff, "search", Kind.Staff, t => $"{Prefix}?size=200&search={t.Marker}", (member, wanted) => member.Marker == wanted.Marker),
            FirstRow(Kind.Staff, "count", Kind.Staff, t => $"{Prefix}?size=1&search={t.Marker}", (member, wanted) => member.Marker == wanted.Marker)),
        new($"GET {Prefix}/summary", Rows(Kind.Unit, $"{Prefix}/summary?size=200")),
        new($"GET {Prefix}/export",
            Rows(Kind.Staff, $"{Prefix}/export") with { Counted = false },
            Rows(Kind.Staff, "query", Kind.Unit, t => $"{Prefix}/export?format=csv&unitId={t.Key}", (member, unit) => member.Owner.ToString() == unit.Key) with { Counted = false }),
        new($"GET {Prefix}/template", Rows(Kind.Staff, $"{Prefix}/template") with { Counted = false }),
        new($"GET {Prefix}/{{memberId:guid}}", One("path", Kind.Staff, "", t => Get($"{Prefix}/{t.Key}"))),
        new($"POST {Prefix}", new Probe(Style.Plain, "-", Kind.Nothing, _ => Send(HttpMethod.Post, Prefix, new EnterStaffMember(Some.StaffFacts())))),
        new($"PUT {Prefix}/{{memberId:guid}}",
            One("path", Kind.Staff, "", t => Send(HttpMethod.Put, $"{Prefix}/{t.Key}", new EditStaffMember(Some.StaffFacts(), t.Version)))),
        new($"DELETE {Prefix}/{{memberId:guid}}", One("path", Kind.Staff, "", t => Send(HttpMethod.Delete, $"{Prefix}/{t.Key}"))),
        new($"POST {Prefix}/{{memberId:guid}}/trainings",
            One("path", Kind.Staff, "", t => Send(HttpMethod.Post, $"{Prefix}/{t.Key}/trainings", Some.Training))),
        new($"DELETE {Prefix}/{{memberId:guid}}/trainings/{{trainingId:guid}}",
            One("path", Kind.Staff, "", t => Send(HttpMethod.Delete, $"{Prefix}/{t.Key}/trainings/{t.Key}"))),
        new($"POST {Prefix}/import/preview", new Probe(Style.Plain, "-", Kind.Nothing, _ => Upload($"{Prefix}/import/preview"))),
        // Of a preview nobody has seen: what may be asked is refused.
        new($"POST {Prefix}/import", new Probe(Style.Plain, "-", Kind.Nothing, _ => Upload($"{Prefix}/import", "nothing")) { Success = 409 }),
    ];

    static HttpRequestMessage Upload(string address, string? fingerprint = null)
    {
        var form = Imports.Form(Imports.Csv("姓名,性别,出生年月,学历", $"Person {Some.Number()},男,1985-06,硕士"), "staff.csv");
        if (fingerprint is not null) form.Add(new StringContent(fingerprint), "fingerprint");
        return new HttpRequestMessage(HttpMethod.Post, address) { Content = form };
    }
}
