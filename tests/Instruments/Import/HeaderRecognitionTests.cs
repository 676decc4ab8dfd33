using System.Text;
using Modular.Instruments;
using Modular.Shared.Sheets;
using Modular.Tests.Sheets;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class HeaderRecognitionTests
{
    [Fact]
    public void A_header_under_title_lines_is_found_and_its_unit_of_money_told()
    {
        var header = Lists.Recognise("""
            XX大学大型仪器设备一览表（单位：万元）
            填报单位：XX大学 | | | 填表日期：2021-03-01
            序号 | 资产编号 | 仪器名称 | 规格型号 | 生产厂家 | 国别 | 原值 | 购置日期 | 使用单位
            1 | 20130001S | 红外光谱仪 | Nicolet 6700 | 赛默飞 | 美国 | 41.2376 | 2011.3 | 化学学院
            2 | 20130002S | 扫描电镜 | SU8010 | 日立 | 日本 | 231.06 | 2012.5 | 材料学院
            3 | 20130003S | 液相色谱仪 | LC-20A | 岛津 | 日本 | 38 | 2013.6 | 药学院
            """);

        header.HeaderRows.ShouldBe([3]);
        header.TitleLines.Count.ShouldBe(2);
        Keys(header).ShouldBe(["-", "assetNumber", "nameZh", "model", "manufacturer", "originCountry", "originalValueFen", "bookedOn", "department"]);
        header.ColumnOf("originalValueFen")!.Transform.ShouldBe(ColumnTransform.TenThousandYuan);
        header.Missing.ShouldBe(["classCode"]);
    }

    [Fact]
    public void Two_rows_with_merged_group_titles_become_one_title_a_column()
    {
        var header = Lists.Recognise("""
            仪器基本信息 | | | 安放地址 | | | 联系人信息 | |
            仪器名称 | 型号 | 原值（元） | 省 | 市 | 区县 | 联系人 | 电话 | 邮箱
            红外光谱仪 | Nicolet 6700 | 412376 | 内蒙古自治区 | 呼和浩特市 | 赛罕区 | 张三 | 0471-4900000 | a@b.cn
            """, new SheetRange(1, 0, 1, 2), new SheetRange(1, 3, 1, 5), new SheetRange(1, 6, 1, 8));

        header.HeaderRows.ShouldBe([1, 2]);
        Keys(header).ShouldBe(["nameZh", "model", "originalValueFen", "regionProvince", "regionCity", "regionCode", "contactName", "contactPhone", "contactEmail"]);
        header.Columns[3].Title.ShouldBe("安放地址-省");
        header.ColumnOf("originalValueFen")!.Transform.ShouldBe(ColumnTransform.Yuan);
    }

    [Fact]
    public void Two_rows_are_seen_without_merges_too_and_with_titles_merged_downwards()
    {
        const string list = """
            序号 | 设备名称 | 型号 | 存放地点 | | 机时 | 
            | | | 楼号 | 房间号 | 年使用机时 | 对外服务机时
            1 | 透射电镜 | JEM-2100 | 理化楼 | 101 | 1200 | 300
            2 | 扫描电镜 | SU8010 | 理化楼 | 102 | 1100 | 200
            """;

        foreach (var header in new[] { Lists.Recognise(list), Lists.Recognise(list, new SheetRange(1, 0, 2, 0), new SheetRange(1, 3, 1, 4), new SheetRange(1, 5, 1, 6)) })
        {
            header.HeaderRows.ShouldBe([1, 2]);
            header.Columns.Select(c => c.Title).ShouldBe(["序号", "设备名称", "型号", "楼号", "房间号", "年使用机时", "对外服务机时"]);
            Keys(header).ShouldBe(["-", "nameZh", "model", null, "street", "annualHours", "externalHours"]);
        }
    }

    [Fact]
    public void The_first_data_row_is_not_taken_for_a_second_header()
    {
        var header = Lists.Recognise("""
            名称 | 型号 | 备注
            激光器 | 国产 | 其他
            显微镜 | 进口 | 正常
            """);

        header.HeaderRows.ShouldBe([1]);
    }

    [Theory]
    [InlineData("原  值\n（万元）", "originalValueFen", "title")]
    [InlineData("仪 器 名 称", "nameZh", "title")]
    [InlineData("＊资产编号（必填）", "assetNumber", "title")]
    [InlineData("仪器设备名成", "nameZh", "title-misspelt:仪器设备名称")]
    [InlineData("建帐日其", "bookedOn", "title-misspelt:建帐日期")]
    [InlineData("设备购置金额", "originalValueFen", "title-contains:购置金额")]
    [InlineData("仪器管理联系人电话", "contactPhone", "title-contains:联系人电话")]
    [InlineData("Manufacturer", "manufacturer", "title")]
    [InlineData("教育部分类号", "classCode", "title-weak")]
    [InlineData("建账日期（例：2016-01-01）", "bookedOn", "title")]
    public void Titles_are_known_in_every_dress(string title, string fieldKey, string reason)
    {
        var header = Lists.Recognise($"{title.Replace("\n", " ")} | 型号 | 生产厂家 | 国别\n | a1 | b | c");

        (header.Columns[0].FieldKey, header.Columns[0].Reason).ShouldBe((fieldKey, reason));
    }

    [Fact]
    public void Extra_and_missing_columns_are_told_apart()
    {
        var header = Lists.Recognise("""
            仪器名称 | 型号 | 颜色
            红外光谱仪 | Nicolet 6700 | 灰
            扫描电镜 | SU8010 | 白
            """);

        header.Columns[2].ShouldSatisfyAllConditions(c => c.FieldKey.ShouldBeNull(), c => c.Reason.ShouldBe("unknown"));
        header.Missing.ShouldBe(["assetNumber", "classCode", "manufacturer", "originCountry", "originalValueFen", "bookedOn"]);
    }

    [Fact]
    public void Two_titles_for_one_field_leave_the_weaker_one_unmapped()
    {
        var header = Lists.Recognise("""
            仪器名称 | 型号 | 购置日期 | 建账日期 | 单价 | 总价
            红外光谱仪 | Nicolet 6700 | 2011-01-01 | 2011-03-01 | 412376 | 412376
            """);

        header.ColumnOf("bookedOn")!.Title.ShouldBe("建账日期");
        header.Columns[2].Reason.ShouldBe("taken:bookedOn");
        header.ColumnOf("originalValueFen")!.Title.ShouldBe("单价");
    }

    [Fact]
    public void Cells_decide_where_the_title_does_not()
    {
        var header = Lists.Recognise("""
            仪器名称 | 型号 | 所属单位 | A | B
            红外光谱仪 | Nicolet 6700 | 化学学院 | 美国 | 13800000000
            扫描电镜 | SU8010 | 材料学院 | 日本 | 13900000000
            液相色谱仪 | LC-20A | 分析测试中心 | 日本 | 13700000000
            气相色谱仪 | 7890B | 药学院 | 美国 | 13600000000
            """);

        Keys(header).ShouldBe(["nameZh", "model", "department", "originCountry", "contactPhone"]);
        header.Columns[3].Reason.ShouldBe("data");
    }

    [Fact]
    public void A_list_of_many_units_keeps_its_column_of_units()
    {
        var header = Lists.Recognise("""
            所属单位 | 仪器名称 | 型号
            内蒙古大学 | 红外光谱仪 | Nicolet 6700
            内蒙古农业大学 | 扫描电镜 | SU8010
            呼和浩特市XX研究所 | 液相色谱仪 | LC-20A
            """);

        Keys(header).ShouldBe(["unitName", "nameZh", "model"]);
    }

    [Fact]
    public void Maker_and_model_in_one_column_are_seen()
    {
        Lists.Recognise("名称|厂家/型号\n电镜|日本日立公司；H-7650").Columns[1].Transform.ShouldBe(ColumnTransform.MakerModel);
        Lists.Recognise("名称|型号\n电镜|ZEISS Ultra 55\n光谱仪|Nicolet 6700\n色谱仪|岛津LC-20A").Columns[1].Transform.ShouldBe(ColumnTransform.MakerModel);
        Lists.Recognise("名称|使用部门\n超速离心机（Optima XPN-100）|a\n酶标仪（MultiskanSKY）|b").Columns[0].Transform.ShouldBe(ColumnTransform.NameModel);
    }

    [Fact]
    public void The_signature_is_of_the_titles_only()
    {
        var one = Lists.Recognise("仪器名称|型号\n电镜|H-7650").Signature;

        Lists.Recognise("一览表\n\n 仪器 名称 | 型号 |\n光谱仪|Nicolet").Signature.ShouldBe(one);
        Lists.Recognise("仪器名称|规格\n电镜|H-7650").Signature.ShouldNotBe(one);
    }

    [Fact]
    public void A_csv_in_gb18030_with_totals_is_recognised()
    {
        var file = Lists.Gb18030("某某学院固定资产清单,,,\r\n资产编号,资产名称,型号,原值(元)\r\n20130001,红外光谱仪,Nicolet 6700,412376.00\r\n合计,,,412376.00\r\n");

        var header = HeaderRecognition.Recognise(SheetReaderTests.Read(new MemoryStream(file)));

        header.HeaderRows.ShouldBe([2]);
        Keys(header).ShouldBe(["assetNumber", "nameZh", "model", "originalValueFen"]);
    }

    [Fact]
    public void A_workbook_of_before_2007_is_recognised_with_its_merged_title()
    {
        var file = XlsFixture.Build(
            [["大型仪器一览表（单位：万元）"], ["仪器名称", "型号", "原值", "建账日期"], ["红外光谱仪", "Nicolet 6700", 41.2376, new DateTime(2011, 3, 1, 0, 0, 0, DateTimeKind.Unspecified)]],
            merges: (0, 0, 0, 3));
        using var book = SheetReader.Open(new MemoryStream(file), cancelled: TestContext.Current.CancellationToken);

        var header = HeaderRecognition.Recognise([.. book.Sheets[0].Rows()], book.Sheets[0].Merges);

        header.HeaderRows.ShouldBe([2]);
        Keys(header).ShouldBe(["nameZh", "model", "originalValueFen", "bookedOn"]);
    }

    [Fact]
    public void Nothing_to_recognise_is_no_fault()
    {
        HeaderRecognition.Recognise([]).Columns.ShouldBeEmpty();
        Lists.Recognise("1|2|3\n4|5|6\n7|8|9").HeaderRows.ShouldBeEmpty();
    }

    private static List<string?> Keys(HeaderGuess header) => [.. header.Columns.Select(c => c.FieldKey)];
}
