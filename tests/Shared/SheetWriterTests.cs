using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Modular.Shared.Sheets;
using Shouldly;
using Xunit;

namespace Modular.Tests.Sheets;

public class SheetWriterTests
{
    private static readonly string[] Risky =
        ["=1+1", "+86 471", "-5", "@SUM(A1)", "\t=1", "＝1+1", "'=1", "''x", "'", "=cmd|' /C calc'!A0", "a,b;c|d", "\"quoted\"", "line\nbreak", " spaced ", "#x", "_x0041_", "<b>&amp;"];

    private static readonly SheetColumn[] Columns =
    [
        new("名称", Group: "基本", Required: true, Note: "仪器设备名称，不超过100字"),
        new("原值（万元）", SheetColumnFormat.Money, Group: "基本"),
        new("建账日期", SheetColumnFormat.Date),
        new("来源", Choices: ["购置", "研制", "赠送", "其他"]),
        new("分类", Choices: [.. Enumerable.Range(0, 200).Select(i => $"{i:000000} 类, 别")]),
    ];

    [Fact]
    public async Task A_workbook_is_what_the_standard_says()
    {
        using var file = await Xlsx(Content([["红外光谱仪", 41.24m, new DateOnly(2011, 3, 1), "购置", null], ["x", new MarkedCell(-1, SheetMark.Error), new MarkedCell(null, SheetMark.Warning), true, 1.5]]));

        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        new OpenXmlValidator().Validate(document, Stop).Select(e => $"{e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
    }

    [Fact]
    public async Task Numbers_and_dates_come_back_as_such_under_a_header_of_two_rows()
    {
        using var file = await Xlsx(Content([["红外光谱仪", 41.2376m, new DateOnly(2011, 3, 1), "购置", null]]) with { HeadLines = ["仪器一览表"] });
        using var book = SheetReader.Open(file, cancelled: Stop);
        var rows = book.Sheets[0].Rows().ToList();

        rows.Select(r => r.Number).ShouldBe([1, 2, 3, 4]);
        rows[1].Cells.Select(c => c.Text).ShouldBe(["基本", "", "建账日期", "来源", "分类"]);
        book.Sheets[0].Merges.ShouldContain(new SheetRange(2, 0, 2, 1));
        book.Sheets[0].Merges.ShouldContain(new SheetRange(2, 2, 3, 2));
        rows[3][1].Exact.ShouldBe(41.2376m);
        rows[3][2].Date.ShouldBe(new DateTime(2011, 3, 1, 0, 0, 0, DateTimeKind.Unspecified));
        rows[3][2].Text.ShouldBe("2011-03-01");
        book.Sheets[1].Hidden.ShouldBeTrue();
    }

    [Fact]
    public async Task Text_that_looks_like_a_formula_stays_text_and_comes_back_the_same()
    {
        var content = Content([.. Risky.Select(text => new object?[] { text })]);
        using var xlsx = await Xlsx(content);
        using var csv = await Csv(content);

        Encoding.UTF8.GetString(csv.ToArray()).Split("\r\n").ShouldAllBe(line => !line.StartsWith('=') && !line.StartsWith("\"="));
        using var book = SheetReader.Open(xlsx, cancelled: Stop);
        book.Sheets[0].Rows().Skip(2).Select(r => (r[0].Kind, r[0].Text)).ShouldBe(Risky.Select(t => (SheetCellKind.Text, t)));
        SheetReaderTests.Read(csv).Skip(1).Select(r => r[0].Text).ShouldBe(Risky);
    }

    [Fact]
    public async Task Any_text_survives_the_round_trip()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        const string alphabet = "=+-@'\"\t\n,;|#_x005F<>&;中文（）“”　 ａ１é😀\u0001\uFFFFabc019.%\\/[]{}";
        var runes = alphabet.EnumerateRunes().Select(r => r.ToString()).ToArray();
        object?[][] rows = [.. Enumerable.Range(0, 3000).Select(_ =>
            Enumerable.Range(0, 4).Select(object? (_) => string.Concat(random.GetItems(runes, random.Next(1, 12)))).ToArray())];

        using var xlsx = await Xlsx(Content(rows));
        using var book = SheetReader.Open(xlsx, cancelled: Stop);
        book.Sheets[0].Rows().Skip(2).Select(r => string.Join('¦', r.Cells)).ShouldBe(rows.Select(r => string.Join('¦', r)));

        // A csv has no way to hold control characters.
        object?[][] plain = [.. rows.Select(r => r.Select(object? (c) => ((string)c!).Replace("\u0001", "", StringComparison.Ordinal) + "z").ToArray())];
        using var csv = await Csv(Content(plain));
        SheetReaderTests.Read(csv).Skip(1).Select(r => string.Join('¦', r.Cells)).ShouldBe(plain.Select(r => string.Join('¦', r)));
    }

    [Fact]
    public async Task Text_longer_than_a_cell_is_refused_and_not_cut() =>
        (await Should.ThrowAsync<SheetRefused>(() => Xlsx(Content([[new string('长', 32_768)]])))).Code.ShouldBe("sheet.cell-too-long");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static SheetContent Content(object?[][] rows) => SheetContent.Of("仪器/表", Columns, rows);

    private static async Task<MemoryStream> Xlsx(SheetContent content)
    {
        var file = new MemoryStream();
        await SheetWriter.WriteXlsx(file, [content], Stop);
        file.Position = 0;
        return file;
    }

    private static async Task<MemoryStream> Csv(SheetContent content)
    {
        var file = new MemoryStream();
        await SheetWriter.WriteCsv(file, content, Stop);
        file.Position = 0;
        return file;
    }
}
