using System.Text;
using Modular.Shared.Sheets;
using Shouldly;
using Xunit;

namespace Modular.Tests.Sheets;

public class SheetRefusalTests
{
    private static readonly SheetLimits Small = new()
    {
        FileBytes = 4 << 20, ExpandedBytes = 64 << 20, Rows = 10, Columns = 5, CellChars = 20, Sheets = 2, SharedStringChars = 1000, CompressionRatio = 100,
    };

    [Theory]
    [InlineData("%PDF-1.7\n\u0001\u0002\u0003\u0000\u0000\u0000")]
    [InlineData("\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR")]
    [InlineData("MZ\u0090\u0000\u0003\u0000\u0000\u0000\u0004")]
    public void What_is_no_list_is_refused(string content) =>
        CodeOf(Encoding.Latin1.GetBytes(content)).ShouldBe("sheet.not-a-spreadsheet");

    [Fact]
    public void Noise_is_refused()
    {
        var noise = new byte[20_000];
        new Random(7).NextBytes(noise);

        CodeOf(noise).ShouldBe("sheet.not-a-spreadsheet");
    }

    [Theory]
    [InlineData("", "sheet.empty")]
    [InlineData(" \r\n\r\n", "sheet.empty")]
    [InlineData("<html><body><table><tr><td>名称</td></tr></table></body></html>", "sheet.other-format")]
    [InlineData("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>", "sheet.other-format")]
    [InlineData("a,b\n1,2\n3,\"\n", "sheet.quote-open")]
    [InlineData("1,2,3,4,5,6\n", "sheet.too-many-columns")]
    [InlineData("a\n1234567890123456789012345\n", "sheet.cell-too-long")]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n", "sheet.too-many-rows")]
    public void Text_is_refused_with_its_reason(string content, string code) =>
        CodeOf(Encoding.UTF8.GetBytes(content)).ShouldBe(code);

    [Fact]
    public void Archives_without_a_workbook_are_refused_by_what_they_are()
    {
        CodeOf(XlsxFixture.Zip([("readme.txt", [1])]).ToArray()).ShouldBe("sheet.not-a-spreadsheet");
        CodeOf(XlsxFixture.Zip([("xl/workbook.bin", [1])]).ToArray()).ShouldBe("sheet.other-format");
        CodeOf(XlsxFixture.Zip([("mimetype", [1]), ("content.xml", [1])]).ToArray()).ShouldBe("sheet.other-format");
        CodeOf(XlsxFixture.Zip([("word/document.xml", "<w/>"u8.ToArray())]).ToArray()).ShouldBe("sheet.not-a-spreadsheet");
    }

    [Fact]
    public void Protected_workbooks_are_refused_as_such()
    {
        CodeOf(XlsFixture.Build([["x"]], streamName: "EncryptedPackage")).ShouldBe("sheet.encrypted");
        CodeOf(XlsFixture.Build([["x"]], encrypted: true)).ShouldBe("sheet.encrypted");
        CodeOf(XlsFixture.Build([["x"]], streamName: "WordDocument")).ShouldBe("sheet.not-a-spreadsheet");
    }

    [Fact]
    public void A_document_type_is_refused()
    {
        const string bomb = """<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>""";
        CodeOf(new XlsxFixture { Parts = { ["xl/worksheets/sheet1.xml"] = bomb } }.Sheet("s", "").Build().ToArray()).ShouldBe("sheet.damaged");
    }

    [Theory]
    [InlineData("<row r=\"1\"><c r=\"ZZ1\"><v>1</v></c></row>", "sheet.too-many-columns")]
    [InlineData("<row r=\"1\"><c t=\"str\"><v>123456789012345678901</v></c></row>", "sheet.cell-too-long")]
    [InlineData("<row r=\"1\"><c t=\"s\"><v>0</v></c></row>", "sheet.damaged")]
    [InlineData("<row r=\"1\"><c><v>1</v></c>", "sheet.damaged")]
    [InlineData("<row r=\"1\"><c><v>&unknown;</v></c></row>", "sheet.damaged")]
    public void Workbooks_past_a_limit_are_refused(string rows, string code) =>
        CodeOf(new XlsxFixture().Sheet("s", rows).Build().ToArray()).ShouldBe(code);

    [Fact]
    public void Too_many_sheets_rows_or_words_are_refused()
    {
        CodeOf(new XlsxFixture().Sheet("a", "").Sheet("b", "").Sheet("c", "").Build().ToArray()).ShouldBe("sheet.too-many-sheets");
        CodeOf(new XlsxFixture().Sheet("a", string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 11))).Build().ToArray()).ShouldBe("sheet.too-many-rows");
        CodeOf(new XlsxFixture().Sheet("a", "").Strings([.. Enumerable.Repeat("<t>0123456789</t>", 100)]).Build().ToArray()).ShouldBe("sheet.too-much-text");
        CodeOf(new byte[(4 << 20) + 1]).ShouldBe("sheet.too-large");
    }

    [Fact]
    public void What_expands_too_much_is_refused_while_it_expands()
    {
        var blanks = new string(' ', 40 << 20);
        CodeOf(new XlsxFixture().Sheet("a", blanks).Build().ToArray()).ShouldBe("sheet.expands-too-much");
    }

    [Fact]
    public void A_changed_byte_inside_is_noticed()
    {
        // Stored without compression, so that only the check sum can tell.
        using var file = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(file, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using var source = new System.IO.Compression.ZipArchive(new XlsxFixture().Sheet("s", "<row r=\"1\"><c><v>12345</v></c></row>").Build());
            foreach (var entry in source.Entries)
            {
                using var from = entry.Open();
                using var to = archive.CreateEntry(entry.FullName, System.IO.Compression.CompressionLevel.NoCompression).Open();
                from.CopyTo(to);
            }
        }

        var bytes = file.ToArray();
        bytes[bytes.AsSpan().IndexOf("12345"u8)] = (byte)'9';

        CodeOf(bytes).ShouldBe("sheet.damaged");
    }

    [Fact]
    public void Reading_stops_when_cancelled()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Should.Throw<OperationCanceledException>(() => SheetReader.Open(new XlsxFixture().Sheet("s", "").Build(), cancelled: stop.Token));
    }

    private static string CodeOf(byte[] content) => Should.Throw<SheetRefused>(() =>
    {
        using var book = SheetReader.Open(new MemoryStream(content), Small);
        foreach (var sheet in book.Sheets)
            sheet.Rows().ToList();
    }).Code;
}
