using System.Text;
using Modular.Shared.Sheets;
using Shouldly;
using Xunit;
using static Modular.Tests.Sheets.XlsFixture;

namespace Modular.Tests.Sheets;

public class SheetXlsTests
{
    private static readonly byte[][] NoStrings = [[.. U32(0), .. U32(0)]];

    [Fact]
    public void Packed_numbers_formulas_flags_and_errors_are_read()
    {
        var file = Raw(
        [
            (0x027E, [.. At(0, 0), .. U32((9494 << 2) | 3)]),
            (0x00BD, [.. U16(0), .. U16(1), .. U16(0), .. U32((57 << 2) | 2), .. U16(1), .. U32((41395 << 2) | 2), .. U16(2)]),
            (0x0006, [.. At(1, 0), .. BitConverter.GetBytes(2.5), .. new byte[6]]),
            (0x0006, [.. At(1, 1), 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, .. new byte[6]]),
            (0x0207, [.. U16(2), 1, .. Encoding.Unicode.GetBytes("缓存")]),
            (0x0205, [.. At(1, 2), 1, 0]),
            (0x0205, [.. At(1, 3), 0x17, 1]),
            (0x0204, [.. At(1, 4), .. U16(3), 0, .. "abc"u8]),
        ], NoStrings);

        var rows = Read(file);

        rows[0].Cells.Select(c => c.Text).ShouldBe(["94.94", "57", "2013-05-01"]);
        rows[1].Cells.Select(c => c.Text).ShouldBe(["2.5", "缓存", "TRUE", "#REF!", "abc"]);
    }

    [Fact]
    public void A_shared_string_cut_in_the_middle_changes_its_width()
    {
        byte[][] strings =
        [
            [.. U32(2), .. U32(2), .. U16(8), 0, .. "abcd"u8],
            [1, .. Encoding.Unicode.GetBytes("中文"), 0x65],
            [1, .. Encoding.Unicode.GetBytes("z")],
        ];
        // The second piece ends in half a character: damaged. The first is what programs write.
        Should.Throw<SheetRefused>(() => Read(Raw([(0x00FD, [.. At(0, 0), .. U32(0)])], strings))).Code.ShouldBe("sheet.damaged");

        strings = [[.. U32(2), .. U32(2), .. U16(6), 0, .. "abcd"u8], [1, .. Encoding.Unicode.GetBytes("中文"), .. U16(1), 0, .. "z"u8]];
        Read(Raw([(0x00FD, [.. At(0, 0), .. U32(0)]), (0x00FD, [.. At(0, 1), .. U32(1)])], strings))[0].Cells.Select(c => c.Text).ShouldBe(["abcd中文", "z"]);
    }

    [Fact]
    public void Rows_out_of_order_and_hidden_ones_come_right()
    {
        var hidden = new byte[16];
        hidden[0] = 4;
        hidden[12] = 0x20;

        var rows = Read(Raw([(0x0208, hidden), (0x027E, [.. At(4, 0), .. U32(2 | (4 << 2))]), (0x027E, [.. At(1, 0), .. U32(2 | (1 << 2))])], NoStrings));

        rows.Select(r => (r.Number, r.Hidden, r[0].Text)).ShouldBe([(2, false, "1"), (5, true, "4")]);
    }

    [Fact]
    public void Workbooks_of_1995_are_read_in_their_code_page()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = Encoding.GetEncoding("GB18030").GetBytes("红外光谱仪");

        Read(Raw([(0x0204, [.. At(0, 0), .. U16(text.Length), .. text])], [], streamName: "Book", version: 0x0500))[0][0].Text.ShouldBe("红外光谱仪");
    }

    [Fact]
    public void Chains_that_loop_are_refused()
    {
        var file = Build([["x"]]);
        // The allocation table is the first sector behind the header; its third entry is the workbook's first sector.
        U32(2).CopyTo(file, 512 + (2 * 4));

        Should.Throw<SheetRefused>(() => Read(file)).Code.ShouldBe("sheet.damaged");
    }

    private static byte[] At(int row, int column) => [.. U16(row), .. U16(column), .. U16(0)];

    private static List<SheetRow> Read(byte[] file) => SheetReaderTests.Read(new MemoryStream(file));
}
