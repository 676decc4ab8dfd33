using Modular.Instruments;
using Modular.Shared.Sheets;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class MoneyReadingTests
{
    private static readonly MoneyColumn Wan = new(MoneyUnit.TenThousandYuan, 1, "title", null);
    private static readonly MoneyColumn Yuan = new(MoneyUnit.Yuan, 1, "title", null);

    [Theory]
    [InlineData("94.94 万元", 94_940_000)]
    [InlineData("125.5万元 ", 125_500_000)]
    [InlineData("57", 57_000_000)]
    [InlineData("41.2376", 41_237_600)]
    [InlineData("１２５．５", 125_500_000)]
    [InlineData("360万", 360_000_000)]
    [InlineData("30W", 30_000_000)]
    [InlineData("￥1,250,000.00", 125_000_000)]
    [InlineData("1250000元", 125_000_000)]
    [InlineData("1,250,000.00元", 125_000_000)]
    [InlineData("人民币35.2万元", 35_200_000)]
    [InlineData("1.2亿元", 12_000_000_000)]
    [InlineData("12.5万元/台", 12_500_000)]
    [InlineData(".5", 500_000)]
    public void Reads_prices_to_the_fen(string text, long fen)
    {
        var read = MoneyReading.Read(SheetCell.OfText(text), Wan);

        read.Value.ShouldBe(fen);
        read.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("1 250 000", 125_000_000)]
    [InlineData("1，250，000", 125_000_000)]
    [InlineData("412376.00", 41_237_600)]
    [InlineData("30万", 30_000_000)]
    public void Reads_prices_in_yuan(string text, long fen) =>
        MoneyReading.Read(SheetCell.OfText(text), Yuan).Value.ShouldBe(fen);

    [Theory]
    [InlineData("USD 12,000", "money.foreign-currency")]
    [InlineData("12000美元", "money.foreign-currency")]
    [InlineData("€35.000", "money.foreign-currency")]
    [InlineData("$12000", "money.foreign-currency")]
    [InlineData("30-40万", "money.unreadable")]
    [InlineData("41,2376", "money.unreadable")]
    [InlineData("待定", "money.unreadable")]
    [InlineData("-5", "money.negative")]
    [InlineData("99999999999999", "money.too-large")]
    public void Refuses_with_a_reason(string text, string code)
    {
        var read = MoneyReading.Read(SheetCell.OfText(text), Wan);

        read.Value.ShouldBeNull();
        read.Faults.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("约30万", 30_000_000, "money.approximate")]
    [InlineData("30万左右", 30_000_000, "money.approximate")]
    [InlineData("30余万元", 30_000_000, "money.approximate")]
    [InlineData("1.23456789", 1_234_568, "money.rounded")]
    [InlineData("0", 0, "money.zero")]
    public void Reads_with_a_doubt(string text, long fen, string code)
    {
        var read = MoneyReading.Read(SheetCell.OfText(text), Wan);

        read.Value.ShouldBe(fen);
        read.Faults.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("/")]
    [InlineData("无")]
    [InlineData("—")]
    public void Nothing_is_nothing(string text) => MoneyReading.Read(SheetCell.OfText(text), Wan).ShouldBe(Reading<long?>.Nothing);

    [Theory]
    [InlineData("原值（万元）", new string[0], "41.2;360;88.86", MoneyUnit.TenThousandYuan)]
    [InlineData("单价/元", new string[0], "412000;3600000", MoneyUnit.Yuan)]
    [InlineData("金额(元)", new[] { "单位：万元" }, "412000", MoneyUnit.Yuan)]
    [InlineData("原值", new[] { "XX大学大型仪器设备一览表（单位：万元）" }, "41.2", MoneyUnit.TenThousandYuan)]
    [InlineData("原值", new[] { "计量单位：台  金额单位：元" }, "41.2", MoneyUnit.Yuan)]
    [InlineData("价格", new string[0], "1250000.00;888600;2098000;409000", MoneyUnit.Yuan)]
    [InlineData("价格", new string[0], "125;88.86;209.8;40.9;1600", MoneyUnit.TenThousandYuan)]
    [InlineData("价格", new string[0], "360万元;41.9万元;57;38万元", MoneyUnit.TenThousandYuan)]
    [InlineData("price_wan_yuan", new string[0], "41.2", MoneyUnit.TenThousandYuan)]
    [InlineData("设备原值", new[] { "XX单位元素分析仪等设备" }, "41.2;50;60", MoneyUnit.TenThousandYuan)]
    public void Tells_yuan_from_ten_thousand_yuan(string title, string[] lines, string cells, object unit) =>
        MoneyReading.ColumnUnit(title, lines, cells.Split(';').Select(SheetCell.OfText)).Unit.ShouldBe((MoneyUnit)unit);

    [Fact]
    public void A_heading_that_its_cells_belie_is_doubted() =>
        MoneyReading.ColumnUnit("原值（万元）", [], new[] { "412376", "1250000", "888600", "360000" }.Select(SheetCell.OfText)).DoubtfulUnit.ShouldBeTrue();

    [Fact]
    public void One_cell_in_the_other_unit_is_told_with_what_it_should_be()
    {
        var cells = new[] { "41.2", "360", "88.86", "1250000", "57" }.Select(SheetCell.OfText).ToList();
        var column = MoneyReading.ColumnUnit("原值（万元）", [], cells);

        var faults = cells.Select(c => MoneyReading.Read(c, column).Faults).ToList();

        faults.SelectMany(f => f).ShouldHaveSingleItem().Code.ShouldBe("money.unit-differs");
        faults[3][0].Recommendation.ShouldBe("125");
    }

    [Fact]
    public void A_number_cell_loses_nothing_to_binary_fractions() =>
        MoneyReading.Read(SheetCell.OfNumber(94.939999999999998), Wan).Value.ShouldBe(94_940_000);

    [Fact]
    public void Any_amount_comes_back_exactly()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var i = 0; i < 20_000; i++)
        {
            var fen = random.NextInt64(1, 10_000_000_000_000);
            var yuan = fen / 100m;
            var written = random.Next(5) switch
            {
                0 => $"{yuan / 10_000m:0.000000}万元",
                1 => $"￥{yuan:#,##0.00}元",
                2 => $"{yuan:0.00}元",
                3 => $"{yuan:#,##0.00} 元".Replace(',', '，'),
                _ => $"{yuan / 10_000m:0.######} 万",
            };
            MoneyReading.Read(SheetCell.OfText(written), Yuan).Value.ShouldBe(fen, $"{written}, seed {seed}");
        }
    }
}
