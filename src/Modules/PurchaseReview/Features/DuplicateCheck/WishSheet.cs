using System.Globalization;
using Modular.Shared;
using Modular.Shared.Sheets;

namespace Modular.PurchaseReview;

/// <summary>A list of wishes as people write it: one title row, columns in any order, prices in yuan or 万元.</summary>
internal static class WishSheet
{
    public const int MostWishes = 200;

    static readonly (string Field, string[] Titles)[] Known =
    [
        ("englishName", ["英文名", "englishname"]),
        ("specifications", ["技术指标", "技术参数", "指标", "参数", "配置", "specification"]),
        ("model", ["规格型号", "型号", "规格", "model"]),
        ("manufacturer", ["生产厂", "制造商", "生产商", "厂商", "厂家", "品牌", "manufacturer", "brand"]),
        ("classificationCode", ["分类编码", "分类代码", "分类号", "classcode"]),
        ("price", ["单价", "价格", "预算", "金额", "price", "budget"]),
        ("purpose", ["用途", "功能", "研究任务", "purpose"]),
        ("name", ["仪器设备名称", "仪器名称", "设备名称", "仪器", "名称", "品名", "name"]),
    ];

    /// <returns>The wishes with the row each stands in.</returns>
    public static IReadOnlyList<(int Row, CheckDuplicates Wish)> Read(Stream content, CancellationToken ct)
    {
        try
        {
            using var book = SheetReader.Open(content, cancelled: ct);
            foreach (var sheet in book.Sheets.Where(sheet => !sheet.Hidden))
            {
                if (Read(sheet) is { Count: > 0 } wishes) return wishes;
            }
        }
        catch (SheetRefused refused)
        {
            throw new Problem(422, refused.Code, refused.Message);
        }

        throw new Problem(422, "wishes.no-header", "No sheet has a title row with a column for names or models.");
    }

    static List<(int, CheckDuplicates)> Read(Sheet sheet)
    {
        var wishes = new List<(int, CheckDuplicates)>();
        Dictionary<string, int>? columns = null;
        var wan = false;
        foreach (var row in sheet.Rows())
        {
            if (columns is null)
            {
                columns = ColumnsOf(row);
                if (columns is not null) wan = columns.TryGetValue("price", out var price) && row[price].Text.Contains('万', StringComparison.Ordinal);
                else if (row.Number > 15) break;
                continue;
            }

            if (WishOf(row, columns, wan) is not { } wish) continue;
            if (wishes.Count == MostWishes) throw new Problem(422, "wishes.too-many", $"A list holds at most {MostWishes} wishes.");
            wishes.Add((row.Number, wish));
        }

        return wishes;
    }

    static Dictionary<string, int>? ColumnsOf(SheetRow row)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < row.Cells.Length; i++)
        {
            var title = row[i].Text.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
            if (title.Length is 0 or > 24) continue;
            var field = Known.FirstOrDefault(known => known.Titles.Any(name => title.Contains(name, StringComparison.Ordinal))).Field;
            if (field is not null) columns.TryAdd(field, i);
        }

        return columns.ContainsKey("name") || columns.ContainsKey("model") ? columns : null;
    }

    static CheckDuplicates? WishOf(SheetRow row, Dictionary<string, int> columns, bool wan)
    {
        string? Text(string field, int longest = 200) => columns.TryGetValue(field, out var at) && row[at].Text.Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, longest)] : null;
        var price = Price(Text("price"), wan);
        var wish = new CheckDuplicates(Text("name"), Text("englishName"), Text("model"), Text("manufacturer"), Text("classificationCode"), Text("specifications", 4000), Text("purpose", 4000), price, 1);
        return wish.Name is null && wish.Model is null && wish.EnglishName is null ? null : wish;
    }

    /// <summary>"360万元", "￥94.94 万 " and "3,600,000元" as much as a bare figure: a unit in the cell goes before the title's.</summary>
    static decimal? Price(string? text, bool wan)
    {
        if (text is null) return null;
        var figure = text.TrimStart('￥', '¥', ' ').TrimEnd('元', '圆', ' ');
        var ownWan = figure.EndsWith('万');
        var inYuan = !ownWan && text.TrimEnd().EndsWith('元');
        figure = figure.TrimEnd('万', ' ');
        return decimal.TryParse(figure, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) && amount is > 0 and < 100_000_000_000m
            ? amount * (ownWan || (wan && !inYuan) ? 10_000 : 1)
            : null;
    }
}
