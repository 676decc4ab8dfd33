using Modular.Instruments;
using Modular.Shared.Sheets;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class TermReadingTests
{
    [Theory]
    [InlineData("010409", "010409", null)]
    [InlineData("10409", "010409", null)]
    [InlineData("010409 红外光谱仪", "010409", null)]
    [InlineData("010409-红外光谱仪", "010409", null)]
    [InlineData("红外光谱仪", "010409", null)]
    [InlineData("999999", "990000", null)]
    [InlineData("019900", "019900", null)]
    [InlineData("扫描电子显微镜", "010102", "class.from-name")]
    [InlineData("010409 液相色谱仪", "010409", "class.name-differs")]
    [InlineData("03040411", null, "class.asset-code")]
    [InlineData("2100304", null, "class.asset-code")]
    [InlineData("A02100304", null, "class.asset-code")]
    [InlineData("120000 其他仪器", null, "class.perhaps-old-numbering")]
    [InlineData("0104", null, "class.not-a-leaf")]
    [InlineData("017777", null, "class.unknown")]
    [InlineData("其他", null, "class.unknown")]
    public void Classes_are_read_by_code_and_name(string cell, string? code, string? fault)
    {
        var read = ClassCodeReading.Read(cell);

        read.Value.ShouldBe(code);
        read.Faults.Select(f => f.Code).ShouldBe(fault is null ? [] : [fault]);
    }

    [Theory]
    [InlineData("040203", "天文望远镜红外光谱仪", "class.perhaps-old-numbering", "010409")]
    [InlineData("010502", "扫描电子显微镜", null, null)]
    [InlineData("020101", "扫描电子显微镜", "class.disagrees-with-name", "010102")]
    public void A_code_the_name_speaks_against_is_doubted(string code, string name, string? fault, string? recommendation)
    {
        var faults = ClassCodeReading.Read(code, name).Faults;

        faults.Select(f => f.Code).ShouldBe(fault is null ? [] : [fault]);
        faults.Select(f => f.Recommendation).ShouldBe(recommendation is null ? [] : [recommendation]);
    }

    [Theory]
    [InlineData("化学", "150")]
    [InlineData("150", "150")]
    [InlineData("化学，物理学;150", "150,140")]
    [InlineData("畜牧、兽医科学、生物学", "230,180")]
    [InlineData("150.25 分析化学", "150")]
    [InlineData("材料学", "430")]
    public void Disciplines_are_read_by_code_and_name(string cell, string codes) =>
        TermReading.DisciplinesOf(cell).ShouldSatisfyAllConditions(r => r.Value!.Order(StringComparer.Ordinal).ShouldBe(codes.Split(',').Order(StringComparer.Ordinal)), r => r.Faults.ShouldBeEmpty());

    [Fact]
    public void An_unknown_discipline_does_not_hide_the_known_ones()
    {
        var read = TermReading.DisciplinesOf("化学、炼金术");

        read.Value.ShouldBe(["150"]);
        read.Faults.ShouldHaveSingleItem().Code.ShouldBe("discipline.unknown");
    }

    [Theory]
    [InlineData("美国", "美国")]
    [InlineData("USA", "美国")]
    [InlineData("Germany", "德国")]
    [InlineData("国产", "中国")]
    [InlineData("德国（Germany）", "德国")]
    [InlineData("瑞士METTLER", "瑞士")]
    [InlineData("俄罗斯", "俄罗斯联邦")]
    public void Countries_are_read_as_written(string cell, string country) => TermReading.CountryOf(cell).Value.ShouldBe(country);

    [Theory]
    [InlineData("进口")]
    [InlineData("阿尔法星")]
    public void A_country_that_is_none_is_refused(string cell) => TermReading.CountryOf(cell).Faults.ShouldHaveSingleItem().Code.ShouldBe("country.unknown");

    [Theory]
    [InlineData("内蒙古自治区", "呼和浩特市", "赛罕区", "150105")]
    [InlineData(null, null, "呼和浩特市赛罕区大学西街235号", "150105")]
    [InlineData(null, null, "150105", "150105")]
    [InlineData("内蒙古", "阿拉善盟", "阿拉善左旗", "152921")]
    [InlineData(null, "呼和浩特", null, "150100")]
    public void Places_are_read_by_name_code_and_address(string? province, string? city, string? county, string code) =>
        TermReading.RegionOf(province, city, county).Value.ShouldBe(code);

    [Theory]
    [InlineData("包头市", "赛罕区", "region.county-elsewhere")]
    [InlineData("成都市", "武侯区", "region.unknown")]
    [InlineData(null, "110101", "region.unknown")]
    public void Places_that_are_not_there_are_refused(string? city, string? county, string code) =>
        TermReading.RegionOf(null, city, county).Faults.ShouldHaveSingleItem().Code.ShouldBe(code);

    [Theory]
    [InlineData("1,200小时", 1200, null)]
    [InlineData("约800", 800, "hours.approximate")]
    [InlineData("1600h", 1600, null)]
    [InlineData("1500.5", 1500.5, null)]
    [InlineData("１２００", 1200, null)]
    public void Hours_are_read(string cell, double hours, string? fault) =>
        HoursReading.Read(SheetCell.OfText(cell)).ShouldSatisfyAllConditions(r => r.Value.ShouldBe((decimal)hours), r => r.Faults.Select(f => f.Code).ShouldBe(fault is null ? [] : [fault]));

    [Theory]
    [InlineData("9000", "hours.impossible")]
    [InlineData("-1", "hours.impossible")]
    [InlineData("常年", "hours.unreadable")]
    public void Hours_no_year_has_are_refused(string cell, string code) => HoursReading.Read(SheetCell.OfText(cell)).Faults.ShouldHaveSingleItem().Code.ShouldBe(code);

    [Fact]
    public void The_lists_of_terms_are_read_in_the_words_people_use()
    {
        TermReading.FlagOf("是").Value.ShouldBe(true);
        TermReading.FlagOf(" 否 ").Value.ShouldBe(false);
        TermReading.AcquisitionOf("自行研制").Value.ShouldBe(Acquisition.Developed);
        TermReading.AcquisitionOf("1 购置").Value.ShouldBe(Acquisition.Purchased);
        TermReading.GeneralityOf("通用").Value.ShouldBe(Generality.General);
        TermReading.StatusOf("在用").Value.ShouldBe(OperatingStatus.InService);
        TermReading.StatusOf("待报废").Value.ShouldBe(OperatingStatus.AwaitingDisposal);
        TermReading.SharingOf("对外开放").Value.ShouldBe(SharingMode.External);
        TermReading.CarrierOf("无").Value.ShouldBe(CarrierType.None);
        TermReading.FundingsOf("中央财政资金，自筹").Value.ShouldBe([FundingSource.Central, FundingSource.Own]);
        TermReading.StatusOf("飞行中").Faults.ShouldHaveSingleItem().Code.ShouldBe("status.unknown");
    }

    [Theory]
    [InlineData("　红外　光谱仪　", "红外光谱仪")]
    [InlineData("Ｎｉｃｏｌｅｔ　６７００", "Nicolet 6700")]
    [InlineData("气相色谱仪（８８９０）", "气相色谱仪（8890）")]
    [InlineData("博奥公司，", "博奥公司")]
    [InlineData("a\u200Bb\u00A0 c\r\nd", "ab c d")]
    [InlineData("Co., Ltd.", "Co., Ltd.")]
    public void Text_is_cleaned_of_its_typing(string written, string clean) => TextCleaning.Line(written).ShouldBe(clean);
}
