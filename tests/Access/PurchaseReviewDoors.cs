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
    ];

    static HttpRequestMessage Upload(string address) =>
        new(HttpMethod.Post, $"{Prefix}/duplicate-check/{address}") { Content = Imports.Form(Imports.Csv("仪器名称,型号", "扫描电镜,S-4800"), "wishes.csv") };

    static bool IsStock(Target target) => target.Kind is Kind.Instrument or Kind.Unit;
}
