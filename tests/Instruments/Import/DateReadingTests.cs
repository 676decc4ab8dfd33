using System.Globalization;
using Modular.Instruments;
using Modular.Shared.Sheets;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class DateReadingTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Theory]
    [InlineData("2013-05-01", "2013-05-01")]
    [InlineData("2013/5/1", "2013-05-01")]
    [InlineData("2013.5.1", "2013-05-01")]
    [InlineData("2013.05.01", "2013-05-01")]
    [InlineData("2013年5月1日", "2013-05-01")]
    [InlineData("２０１３年５月１日", "2013-05-01")]
    [InlineData("2013 年 5 月 1 日", "2013-05-01")]
    [InlineData("二〇一三年五月一日", "2013-05-01")]
    [InlineData("二〇一三年十二月二十一日", "2013-12-21")]
    [InlineData("20130501", "2013-05-01")]
    [InlineData("2013-05-01 00:00:00", "2013-05-01")]
    [InlineData("2013/5/1 8:30", "2013-05-01")]
    [InlineData("2013-05-01T08:30:00+08:00", "2013-05-01")]
    [InlineData("2013、5、1", "2013-05-01")]
    [InlineData("41395", "2013-05-01")]
    [InlineData("1 May 2013", "2013-05-01")]
    [InlineData("25/12/2013", "2013-12-25")]
    public void Reads_days(string text, string date)
    {
        var read = Read(SheetCell.OfText(text));

        read.Value.ShouldBe(new ReadDate(Iso(date), DatePrecision.Day));
        read.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2013.5", "2013-05-01", DatePrecision.Month, "date.month-only")]
    [InlineData("2013年5月", "2013-05-01", DatePrecision.Month, "date.month-only")]
    [InlineData("2013年5月份", "2013-05-01", DatePrecision.Month, "date.month-only")]
    [InlineData("2013/05", "2013-05-01", DatePrecision.Month, "date.month-only")]
    [InlineData("201305", "2013-05-01", DatePrecision.Month, "date.month-only")]
    [InlineData("2013.10", "2013-10-01", DatePrecision.Month, "date.month-only")]
    [InlineData("2013", "2013-01-01", DatePrecision.Year, "date.year-only")]
    [InlineData("2013年", "2013-01-01", DatePrecision.Year, "date.year-only")]
    [InlineData("13.5.1", "2013-05-01", DatePrecision.Day, "date.two-digit-year")]
    [InlineData("98-5-1", "1998-05-01", DatePrecision.Day, "date.two-digit-year")]
    public void Reads_less_exact_dates_with_a_warning(string text, string date, object precision, string code)
    {
        var read = Read(SheetCell.OfText(text));

        read.Value.ShouldBe(new ReadDate(Iso(date), (DatePrecision)precision));
        read.Faults.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("2013-02-30", "date.impossible")]
    [InlineData("2013.13", "date.impossible")]
    [InlineData("20131301", "date.unreadable")]
    [InlineData("1901-01-01", "date.impossible")]
    [InlineData("2027-01-01", "date.future")]
    [InlineData("05/01/2013", "date.order-ambiguous")]
    [InlineData("2010-2011", "date.unreadable")]
    [InlineData("待查", "date.unreadable")]
    public void Refuses_with_a_reason(string text, string code)
    {
        var read = Read(SheetCell.OfText(text));

        read.Value.ShouldBeNull();
        read.Faults.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Theory]
    [InlineData(41395, "2013-05-01", null)]
    [InlineData(41395.75, "2013-05-01", null)]
    [InlineData(20130501, "2013-05-01", null)]
    [InlineData(201305, "2013-05-01", "date.month-only")]
    [InlineData(2013.5, "2013-05-01", "date.month-only")]
    [InlineData(2013.12, "2013-12-01", "date.month-only")]
    [InlineData(2013, "2013-01-01", "date.year-only")]
    public void Reads_number_cells(double number, string date, string? code)
    {
        var read = Read(SheetCell.OfNumber(number));

        read.Value!.Date.ShouldBe(Iso(date));
        read.Faults.Select(f => f.Code).ShouldBe(code is null ? [] : [code]);
    }

    [Theory]
    [InlineData("2013.05;2013.12", "2013-10-01")]
    [InlineData("2013.5;2013.12", "2013-01-01")]
    public void The_october_that_lost_its_zero_is_told(string column, string date)
    {
        var style = DateReading.ColumnStyle(column.Split(';').Select(SheetCell.OfText));

        var read = DateReading.Read(SheetCell.OfNumber(2013.1), style, Today);

        read.Value!.Date.ShouldBe(Iso(date));
        read.Faults.Select(f => f.Code).ShouldContain("date.month-ambiguous");
    }

    [Fact]
    public void In_a_column_of_text_that_keeps_its_tens_there_is_no_doubt()
    {
        var style = DateReading.ColumnStyle([SheetCell.OfText("2013.10"), SheetCell.OfText("2013.1")]);

        DateReading.Read(SheetCell.OfText("2013.1"), style, Today).Faults.Select(f => f.Code).ShouldBe(["date.month-only"]);
    }

    [Fact]
    public void A_date_cell_is_a_date() =>
        Read(SheetCell.OfDate(new DateTime(2013, 5, 1, 8, 0, 0, DateTimeKind.Unspecified))).ShouldSatisfyAllConditions(
            r => r.Value!.Date.ShouldBe(new DateOnly(2013, 5, 1)), r => r.Faults.ShouldBeEmpty());

    [Fact]
    public void Any_day_comes_back_in_every_way_of_writing_it()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        string[] ways = ["yyyy-MM-dd", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日", "yyyy-M-d H:mm:ss", "yyyy年MM月dd日", "d MMM yyyy"];
        for (var i = 0; i < 20_000; i++)
        {
            var day = new DateOnly(1950, 1, 1).AddDays(random.Next(28_000));
            var written = day.ToDateTime(new TimeOnly(random.Next(24), 0)).ToString(ways[random.Next(ways.Length)], CultureInfo.InvariantCulture);
            Read(SheetCell.OfText(written)).Value!.Date.ShouldBe(day, $"{written}, seed {seed}");
        }
    }

    private static Reading<ReadDate> Read(SheetCell cell) => DateReading.Read(cell, DateColumn.Unknown, Today);

    private static DateOnly Iso(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
