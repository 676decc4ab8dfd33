using System.IO.Compression;
using System.Text;
using Modular.Shared.Sheets;

namespace Modular.Instruments;

/// <summary>Asset cards as an asset-management system gives them out, for the demo: the same for the same unit.</summary>
internal static class DemoCards
{
    const long Yuan = 100;

    static readonly SheetColumn[] Columns =
    [
        new("卡片编号"), new("资产编号", Width: 16), new("资产名称", Width: 28), new("资产分类代码"), new("规格型号", Width: 20), new("生产厂家", Width: 20), new("国别"),
        new("价值（元）", SheetColumnFormat.Money, 16), new("取得方式"), new("财务入账日期", SheetColumnFormat.Date), new("会计凭证号"), new("供应商", Width: 24),
        new("使用部门", Width: 18), new("存放地点", Width: 18), new("使用状况"),
    ];

    // What a university buys in a year: on the line and above it, or in parts below it.
    static readonly (string Name, string Class, string Model, string Maker, string Country, long Yuan, string Voucher)[] Bought =
    [
        ("飞行时间二次离子质谱仪", "2403100", "M6 Plus", "IONTOF", "德国", 11_860_000, "2026-03-0117"),
        ("激光共聚焦显微镜", "2402100", "LSM 980", "Carl Zeiss", "德国", 4_275_000, "2026-04-0233"),
        ("元素分析仪", "2403200", "UNICUBE", "Elementar", "德国", 868_000, "2026-05-0081"),
        ("全自动化学吸附仪主机", "2403300", "AutoChem III", "Micromeritics", "美国", 289_000, "2026-06-0412"),
        ("全自动化学吸附仪检测器", "2403300", "AutoChem III", "Micromeritics", "美国", 268_000, "2026-06-0412"),
        ("全自动化学吸附仪控制软件", "2010800", "AutoChem III", "Micromeritics", "美国", 196_000, "2026-06-0412"),
    ];

    /// <summary>The package of the year before: a card for each instrument, two forgotten, and what no registry asks for.</summary>
    public static IEnumerable<object?[]> FirstYear(IReadOnlyList<InstrumentRecord> instruments)
    {
        for (var i = 0; i < instruments.Count; i++)
        {
            if (i is not (3 or 7)) yield return Row($"ZC{i + 1:D6}", instruments[i], instruments[i].OriginalValueFen ?? 0, $"2019-{i % 12 + 1:D2}-{i:D4}", "内蒙古科仪设备有限公司", "在用");
        }

        foreach (var row in Small(2024)) yield return row;
    }

    /// <summary>A year later: cards gone, values moved, new ones, one purchase in three parts, and an instrument under another number.</summary>
    /// <param name="cards">As the package before left them, by number.</param>
    /// <param name="cardless">An instrument that no card stands for yet.</param>
    public static IEnumerable<object?[]> SecondYear(IReadOnlyList<AssetCard> cards, InstrumentRecord? cardless, DateOnly today)
    {
        for (var i = 0; i < cards.Count; i++)
        {
            // The third and the fifth were disposed of, the last was only marked so.
            if (i is 2 or 4) continue;
            var record = RecordJson.Read(cards[i].Record);
            var value = i switch { 0 => cards[i].ValueFen + 1_280_000 * Yuan, 5 => cards[i].ValueFen * 96 / 100, _ => cards[i].ValueFen };
            yield return Row(cards[i].CardNumber, record, value, "", cards[i].Supplier ?? "", i == cards.Count - 1 && i > 8 ? "已处置" : "在用");
        }

        if (cardless is not null) yield return Row($"ZC90{cards.Count:D4}", cardless, cardless.OriginalValueFen ?? 0, "2026-02-0009", "北京中仪科贸有限公司", "在用", number: $"TY{today.Year}90{cards.Count:D4}");
        // Numbers that no card of the years before has, however often a year passes.
        var number = cards.Count * 10;
        foreach (var (name, cls, model, maker, country, yuan, voucher) in Bought)
        {
            number++;
            var record = new InstrumentRecord { AssetNumber = $"TY{today.Year}91{number:D6}", NameZh = name, Model = model, Manufacturer = maker, OriginCountry = country, BookedOn = today.AddDays(-60), Department = "分析测试中心", Street = "理化楼" };
            yield return Row($"ZC91{number:D6}", record, yuan * Yuan, voucher, "内蒙古科仪设备有限公司", "在用", cls);
        }

        foreach (var row in Small(today.Year)) yield return row;
    }

    public static async Task<byte[]> Workbook(IEnumerable<object?[]> rows, CancellationToken ct)
    {
        using var file = new MemoryStream();
        await SheetWriter.WriteXlsx(file, [SheetContent.Of("设备", Columns, rows), SheetContent.Of("房屋和车辆", Columns, Others)], ct);
        return file.ToArray();
    }

    /// <summary>The offline package around a workbook.</summary>
    public static byte[] Package(byte[] workbook, string name)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            using (var list = archive.CreateEntry($"{name}.xlsx").Open()) list.Write(workbook);
            using var about = archive.CreateEntry("package.xml").Open();
            about.Write(Encoding.UTF8.GetBytes($"<package><name>{name}</name><system>行政事业单位资产管理信息系统</system></package>"));
        }

        return file.ToArray();
    }

    static object?[] Row(string card, InstrumentRecord r, long valueFen, string voucher, string supplier, string standing, string cls = "2403000", string? number = null) =>
    [
        card, number ?? r.AssetNumber, r.NameZh, cls, r.Model, r.Manufacturer, r.OriginCountry, valueFen / 100m, "购置", r.BookedOn, voucher, supplier, r.Department, r.Street, standing,
    ];

    static IEnumerable<object?[]> Small(int year) => Enumerable.Range(1, 40).Select(i => new object?[]
    {
        $"ZC8{i:D5}", $"DN{year}{i:D4}", i % 3 == 0 ? "激光打印机" : i % 3 == 1 ? "台式计算机" : "电子天平", i % 3 == 2 ? "2402000" : "2010104", $"P{i % 7}", "联想", "中国", 4_800m + i * 310, "购置",
        new DateOnly(year, 3, 1).AddDays(-i), $"{year}-03-{i:D4}", "呼和浩特办公设备公司", "教务处", "行政楼", "在用",
    });

    static readonly object?[][] Others =
    [
        ["FW000001", "FW2009001", "理化实验楼", "1020000", null, null, null, 68_000_000m, "自建", new DateOnly(2009, 9, 1), null, null, "后勤处", "校本部", "在用"],
        ["CL000007", "CL2018007", "大型客车", "2030500", "XMQ6802", "厦门金龙", "中国", 612_000m, "购置", new DateOnly(2018, 4, 2), null, null, "车队", "车库", "在用"],
    ];
}
