using System.Text;
using Modular.Shared.Sheets;
using Shouldly;
using Xunit;

namespace Modular.Tests.Sheets;

public class SheetReaderTests
{
    [Fact]
    public void Reads_shared_inline_rich_and_cached_text()
    {
        using var file = new XlsxFixture()
            .Strings("<t>红外光谱仪</t>", "<r><t>Nicolet </t></r><r><t xml:space=\"preserve\">6700</t></r><rPh><t>zhù</t></rPh>", "<t>a&amp;b&#x4E2D;_x000D_&#10;c</t>")
            .Sheet("表", """
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="s"><v>2</v></c></row>
                <row r="3" hidden="1"><c r="A3" t="inlineStr"><is><t>行内</t></is></c><c t="str"><f>1+1</f><v>缓存</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c></row>
                <row r="4"><c r="A4" s="0"/></row>
                """)
            .Build();

        var rows = Read(file);

        rows.Select(r => r.Number).ShouldBe([1, 3]);
        rows[0].Cells.Select(c => c.Text).ShouldBe(["红外光谱仪", "Nicolet 6700", "", "a&b中\r\nc"]);
        rows[1].Hidden.ShouldBeTrue();
        rows[1].Cells.Select(c => c.Text).ShouldBe(["行内", "缓存", "TRUE", "#REF!"]);
        rows[1].Cells.Select(c => c.Kind).ShouldBe([SheetCellKind.Text, SheetCellKind.Text, SheetCellKind.Boolean, SheetCellKind.Error]);
        rows[1][99].IsEmpty.ShouldBeTrue();
    }

    // What a database column and JSON refuse would fail later, when nobody can say any more where it came from.
    [Fact]
    public void Neither_nul_nor_halves_of_characters_come_out_of_a_file()
    {
        using var file = new XlsxFixture()
            .Sheet("表", "<row r=\"1\"><c t=\"str\"><v>镜_x0000_头</v></c><c t=\"str\"><v>_xD83D__xDE00_ _xD83D_</v></c><c t=\"str\"><v>_x0000_</v></c><c t=\"e\"><v>#_x0000_</v></c></row>")
            .Build();
        using var book = SheetReader.Open(file);
        using var delimited = SheetReader.Open(new MemoryStream([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("a\0b,c\n1,2\n")]));

        book.Sheets[0].Rows().Single().Cells.Select(cell => cell.Text).ShouldBe(["镜头", "😀 \uFFFD", "", "#"]);
        delimited.Sheets[0].Rows().First()[0].Text.ShouldBe("ab");
    }

    [Theory]
    [InlineData("General", "94.939999999999998", "94.94")]
    [InlineData("0.00", "2013.1", "2013.10")]
    [InlineData("000000", "10409", "010409")]
    [InlineData("#,##0.00", "1250000", "1,250,000.00")]
    [InlineData("0.00\"万元\"", "94.94", "94.94万元")]
    [InlineData("[$￥-804]#,##0", "1250000", "￥1,250,000")]
    [InlineData("0%", "0.15", "15%")]
    [InlineData("General", "201300012345678", "201300012345678")]
    [InlineData("0_ ;[Red]\\-0\\ ", "57", "57")]
    [InlineData("# ?/?", "0.5", "0.5")]
    public void Shows_numbers_by_their_format(string format, string stored, string shown)
    {
        var cell = ReadOne($"<c s=\"1\"><v>{stored}</v></c>", format);

        cell.Text.ShouldBe(shown);
        cell.Kind.ShouldBe(SheetCellKind.Number);
    }

    [Theory]
    [InlineData("14", "41395", "2013/5/1")]
    [InlineData("yyyy-mm-dd", "41395", "2013-05-01")]
    [InlineData("yyyy\"年\"m\"月\"", "41395", "2013年5月")]
    [InlineData("57", "41395", "2013年5月")]
    [InlineData("[$-804]yyyy\"年\"m\"月\"d\"日\";@", "41395", "2013年5月1日")]
    [InlineData("yyyy/m/d h:mm", "41395.5", "2013/5/1 12:00")]
    [InlineData("mm:ss", "0.5", "00:00")]
    public void Shows_dates_by_their_format(string format, string stored, string shown)
    {
        var cell = ReadOne($"<c s=\"1\"><v>{stored}</v></c>", format);

        cell.Text.ShouldBe(shown);
        cell.Kind.ShouldBe(SheetCellKind.Date);
    }

    [Fact]
    public void A_date_format_over_what_cannot_be_a_date_stays_a_number() =>
        ReadOne("<c s=\"1\"><v>20130501</v></c>", "14").Number.ShouldBe(20130501);

    [Fact]
    public void Numbers_keep_the_digits_a_spreadsheet_shows() =>
        ReadOne("<c><v>94.939999999999998</v></c>", "General").Exact.ShouldBe(94.94m);

    [Fact]
    public void Dates_of_the_1904_calendar_are_moved()
    {
        using var file = new XlsxFixture { WorkbookProperties = "<workbookPr date1904=\"1\"/>" }
            .Formats("14").Sheet("s", "<row r=\"1\"><c s=\"1\"><v>39933</v></c></row>").Build();

        Read(file)[0][0].Date.ShouldBe(new DateTime(2013, 5, 1, 0, 0, 0, DateTimeKind.Unspecified));
    }

    [Fact]
    public void Sheets_come_in_order_with_what_is_hidden_and_merged()
    {
        using var file = new XlsxFixture()
            .Sheet("一", "<row r=\"1\"><c t=\"str\"><v>x &lt;/sheetData</v></c></row>", "<mergeCells><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"B2:B4\"/></mergeCells>")
            .Sheet("二", "", state: "hidden")
            .Build();

        using var book = SheetReader.Open(file, cancelled: TestContext.Current.CancellationToken);

        book.Sheets.Select(s => (s.Name, s.Hidden)).ShouldBe([("一", false), ("二", true)]);
        book.Sheets[0].Merges.ShouldBe([new SheetRange(1, 0, 1, 2), new SheetRange(2, 1, 4, 1)]);
        book.Sheets[0].Rows().Count().ShouldBe(1);
        book.Sheets[0].Rows().Count().ShouldBe(1);
    }

    [Fact]
    public void Prefixes_comments_and_character_data_are_understood()
    {
        using var file = new XlsxFixture
        {
            Parts = { ["xl/worksheets/sheet1.xml"] =
            "<?xml version='1.0'?><!-- <row> --><x:worksheet xmlns:x='m'><x:sheetData><x:row r='2' ><x:c r='B2' t='str'><x:v>a<!-- no --><![CDATA[<b>&]]>c</x:v></x:c></x:row ></x:sheetData></x:worksheet>" }
        }
            .Sheet("s", "").Build();

        var row = Read(file).ShouldHaveSingleItem();

        row.Number.ShouldBe(2);
        row[1].Text.ShouldBe("a<b>&c");
    }

    [Fact]
    public void Reads_workbooks_of_before_2007()
    {
        using var file = new MemoryStream(XlsFixture.Build(
            [["设备一览表"], ["名称", "原值", "购置日期"], ["红外光谱仪", 41.2376, new DateTime(2011, 3, 1, 0, 0, 0, DateTimeKind.Unspecified)]],
            merges: (0, 0, 0, 2)));
        using var book = SheetReader.Open(file, cancelled: TestContext.Current.CancellationToken);

        book.Kind.ShouldBe(SheetFileKind.Xls);
        var sheet = book.Sheets.ShouldHaveSingleItem();
        sheet.Name.ShouldBe("设备");
        sheet.Merges.ShouldBe([new SheetRange(1, 0, 1, 2)]);
        var row = sheet.Rows().Last();
        row.Number.ShouldBe(3);
        row.Cells.Select(c => c.Text).ShouldBe(["红外光谱仪", "41.2376", "2011-03-01"]);
        row[2].Kind.ShouldBe(SheetCellKind.Date);
    }

    [Fact]
    public void A_stream_that_cannot_seek_is_read_too()
    {
        using var file = new NoSeek(Encoding.UTF8.GetBytes("名称,原值\n显微镜,1\n"));

        Read(file).Count.ShouldBe(2);
    }

    internal static List<SheetRow> Read(Stream file)
    {
        using var book = SheetReader.Open(file, cancelled: TestContext.Current.CancellationToken);
        return [.. book.Sheets[0].Rows()];
    }

    private static SheetCell ReadOne(string cell, string format)
    {
        using var file = new XlsxFixture().Formats(format).Sheet("s", $"<row r=\"1\">{cell}</row>").Build();
        return Read(file)[0][0];
    }

    private sealed class NoSeek(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}
