using System.Text;
using Modular.Shared.Sheets;
using Shouldly;
using Xunit;

namespace Modular.Tests.Sheets;

public class SheetDelimitedTests
{
    private const string Chinese = "名称,原值（万元）,购置日期\n红外光谱仪,41.2376,2011-03-01\n";

    static SheetDelimitedTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("GB18030", false)]
    [InlineData("gb2312", false)]
    public void Finds_out_the_encoding(string encoding, bool mark)
    {
        var coding = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. mark ? coding.GetPreamble() : [], .. coding.GetBytes(Chinese)];

        Rows(bytes).Select(r => r[0].Text).ShouldBe(["名称", "红外光谱仪"]);
    }

    [Fact]
    public void Utf8_is_checked_to_the_last_byte()
    {
        // A long start in ASCII must not settle it: the first Chinese character may come late.
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i},plain text here\n")) + "尾,行\n";

        Rows(Encoding.UTF8.GetBytes(text))[^1][0].Text.ShouldBe("尾");
        Rows(Encoding.GetEncoding("GB18030").GetBytes(text))[^1][0].Text.ShouldBe("尾");
    }

    [Theory]
    [InlineData("a,b,c\n1,2,3\n", ',')]
    [InlineData("a\tb\n1,5\t2,5\n3,1\t4\n", '\t')]
    [InlineData("id|名称|型号\n1|透射电镜, 场发射|JEM-2100\n2|电镜|X, Y\n", '|')]
    [InlineData("a;b;c\n1,5;2,5;3\n", ';')]
    [InlineData("sep=;\na;b\n1;2\n", ';')]
    [InlineData("# 说明, 逗号, 很多, 很多, 很多\n\nid|name\n1|x\n2|y\n", '|')]
    [InlineData("单列\n一\n二\n", ',')]
    public void Finds_out_the_delimiter(string text, char delimiter)
    {
        using var book = SheetReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)), cancelled: TestContext.Current.CancellationToken);

        book.Delimiter.ShouldBe(delimiter);
    }

    [Fact]
    public void Quoted_fields_hold_delimiters_breaks_and_quotes()
    {
        var rows = Rows("id,厂家/型号\r\n192,\"Thermo Fisher Scientific\r\n*_iCAP6000\"\r\n\r\n193,\"say \"\"hi\"\", ok\"\r\n,\r\n5\" 显示屏,x\r\n"u8.ToArray());

        rows.Select(r => r.Number).ShouldBe([1, 2, 4, 6]);
        rows[1][1].Text.ShouldBe("Thermo Fisher Scientific\n*_iCAP6000");
        rows[2][1].Text.ShouldBe("say \"hi\", ok");
        rows[3][0].Text.ShouldBe("5\" 显示屏");
    }

    [Fact]
    public void A_quote_that_is_never_closed_is_told_with_its_row() =>
        Should.Throw<SheetRefused>(() => Rows("a,b\n1,\"open\n2,3\n"u8.ToArray())).Message.ShouldContain("row 2");

    [Theory]
    [InlineData("'=1+1", "=1+1")]
    [InlineData("''-5", "'-5")]
    [InlineData("'tis", "'tis")]
    public void The_guard_in_front_of_formulas_is_taken_off(string written, string read) =>
        Rows(Encoding.UTF8.GetBytes($"a,b\n{written},x\n"))[1][0].Text.ShouldBe(read);

    private static List<SheetRow> Rows(byte[] bytes) => SheetReaderTests.Read(new MemoryStream(bytes));
}
