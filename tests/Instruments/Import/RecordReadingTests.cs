using Modular.Instruments;
using Modular.Shared.Sheets;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class RecordReadingTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Fact]
    public void A_row_becomes_a_record()
    {
        var row = Read("""
            资产编号 | 仪器名称 | 厂家/型号 | 仪器分类编码 | 原值（万元） | 建账日期 | 设备来源 | 主要学科领域 | 经费来源 | 年使用机时 | 安放地址-市 | 安放地址-区县 | 运行状态 | 是否在海关监管年限内
            20130001S | 红外光谱仪 | 美国THERMO，Nicolet 6700 | =10409 | 41.2376 | 2011年3月 | 购置 | 化学、材料科学 | 中央财政 | 1,200小时 | 呼和浩特市 | 赛罕区 | 在用 | 否
            """).ShouldHaveSingleItem();

        var record = row.Record;
        (record.AssetNumber, record.NameZh, record.Manufacturer, record.Model, record.OriginCountry).ShouldBe(("20130001S", "红外光谱仪", "美国THERMO", "Nicolet 6700", "美国"));
        (record.ClassCode, record.OriginalValueFen, record.BookedOn, record.Acquisition).ShouldBe(("010409", 41_237_600L, new DateOnly(2011, 3, 1), Acquisition.Purchased));
        record.Disciplines.ShouldBe(["150", "430"]);
        record.FundingSources.ShouldBe([FundingSource.Central]);
        (record.AnnualHours, record.RegionCode, record.OperatingStatus, record.CustomsSupervised).ShouldBe((1200m, "150105", OperatingStatus.InService, false));
        row.Faults.Select(f => f.Code).ShouldBe(["date.month-only"]);
    }

    [Fact]
    public void All_faults_of_a_row_are_told_at_once_with_their_places()
    {
        var rows = Read("""
            一览表
            资产编号 | 仪器名称 | 原值（万元） | 建账日期 | 国别 | 年使用机时 | 数量
            1001 | 显微镜 | USD 12,000 | 2013-02-30 | 火星 | 9999 | 2
            1001 | 离心机 | 30 | 2013-05-01 | 美国 | 100 | 1
            """);

        rows[0].Faults.Select(f => (f.Code, f.Row, f.Column, f.Content)).ShouldBe(
        [
            ("money.foreign-currency", 3, "原值（万元）", "USD 12,000"),
            ("date.impossible", 3, "建账日期", "2013-02-30"),
            ("country.unknown", 3, "国别", "火星"),
            ("hours.impossible", 3, "年使用机时", "9999"),
            ("quantity.several", 3, "数量", "2"),
        ], ignoreOrder: true);
        rows[1].Faults.ShouldBeEmpty();
    }

    [Fact]
    public void Cells_merged_over_rows_are_shared_where_that_makes_sense()
    {
        var rows = Read("""
            使用部门 | 仪器名称 | 原值（万元）
            化学学院 | 红外光谱仪 | 41
             | 扫描电镜 | 
             | 液相色谱仪 | 38
            """, new SheetRange(2, 0, 4, 0), new SheetRange(2, 2, 3, 2));

        rows.Select(r => r.Record.Department).ShouldBe(["化学学院", "化学学院", "化学学院"]);
        rows[1].Record.OriginalValueFen.ShouldBeNull();
        rows[1].Faults.ShouldHaveSingleItem().Code.ShouldBe("cell.merged");
    }

    [Fact]
    public void Text_is_never_cut_and_lost_digits_are_told()
    {
        var rows = Read($"仪器名称|资产编号\n{new string('长', 101)}|2013000123456789012");

        rows[0].Record.NameZh.ShouldBeNull();
        rows[0].Faults.Select(f => f.Code).ShouldBe(["text.too-long", "code.digits-lost"]);
    }

    [Fact]
    public void The_users_word_on_the_unit_stands_above_the_guess()
    {
        var rows = Lists.Of("仪器名称|原值（万元）\n红外光谱仪|412376\n扫描电镜|2310590");
        var header = HeaderRecognition.Recognise(rows);
        var corrected = header.Columns.Select(c => c.FieldKey == "originalValueFen" ? c with { Transform = ColumnTransform.Yuan } : c);

        var reading = new RecordReading(corrected, [], rows.Skip(1).ToList(), [], Today);

        reading.Read(rows[1]).Record.OriginalValueFen.ShouldBe(41_237_600);
    }

    [Fact]
    public void Rows_that_are_no_instruments_are_told_from_those_that_are()
    {
        var rows = Lists.Of("""
            大型仪器一览表
            序号 | 仪器名称 | 型号 | 原值（万元） | 使用部门
            一、化学学院
            1 | 红外光谱仪 | Nicolet 6700 | 41 | 化学学院
            2 | 总有机碳分析仪 | TOC-L | 38 | 化学学院
            小计 | | | 79 |
            序号 | 仪器名称 | 型号 | 原值（万元） | 使用部门
            二、材料学院
            3 | 扫描电镜 | SU8010 | 231 | 材料学院

            合计：3台 | | | 310 |
            注：1. 原值以固定资产账为准，不含后续升级费用
            2. 本表一式两份，加盖公章后报送
            填表人：张三 | | 审核人： | | 填表日期：2021年3月1日
            """);
        var header = HeaderRecognition.Recognise(rows);
        var classification = new RowClassification(header);

        rows.Where(r => r.Number > header.LastRow).Select(classification.Classify).ShouldBe(
        [
            RowKind.Section, RowKind.Data, RowKind.Data, RowKind.Total, RowKind.RepeatedHeader, RowKind.Section, RowKind.Data, RowKind.Total,
            RowKind.Remark, RowKind.Remark, RowKind.Signature,
        ]);
    }

    internal static List<ReadRow> Read(string list, params SheetRange[] merges)
    {
        var rows = Lists.Of(list);
        var header = HeaderRecognition.Recognise(rows, merges);
        var data = rows.Where(r => r.Number > header.LastRow).ToList();
        var reading = new RecordReading(header.Columns, header.TitleLines, data, merges, Today);
        return [.. data.Select(reading.Read)];
    }
}
