using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

// I-1, I-9: lists name what an instrument belongs to by number, as the standard wants, or by name.
public class CarrierLookupTests(App app)
{
    [Theory]
    [InlineData("科学仪器中心,{0},无")]
    [InlineData("科学仪器中心,分析 测试中心,无")]
    [InlineData("科学仪器中心,,分析测试中心")]
    [InlineData(",{0},")]
    [InlineData(",,分析测试中心")]
    public async Task A_list_ties_what_it_names_by_number_or_by_name(string cells)
    {
        var liaison = await app.SignedIn("liaison");
        var number = $"I{Some.Number()}";
        var centre = await liaison.Centre("分析测试中心", record => record.Number = number);

        var done = await app.Commit(liaison, await liaison.Upload(List(string.Format(null, cells, number))));

        done.Counts.Warnings.ShouldBe(0);
        var instrument = await liaison.Get<InstrumentDetails>($"/api/instruments/{(await liaison.Instruments()).Single().Id}");
        (instrument.Record.CarrierType, instrument.Record.CarrierNumber, instrument.Carrier!.Id).ShouldBe((CarrierType.InstrumentCentre, number, centre.Id));
        (await liaison.Upload(List(string.Format(null, cells, number)))).Counts.ShouldBe(new ImportCounts(Rows: 1, Leave: 1));
    }

    [Fact]
    public async Task A_number_that_nobody_has_registered_is_a_warning_and_ties_once_it_is()
    {
        var liaison = await app.SignedIn("liaison");
        var number = $"U{Some.Number()}";

        var import = await liaison.Upload(List($"科学仪器中心,{number},"));

        import.Counts.Create.ShouldBe(1);
        import.FaultGroups.ShouldContain(group => group.Code == "carrier-number.unknown" && group.Severity == FaultSeverity.Warning && group.FieldKey == "carrierNumber");
        await app.Commit(liaison, import);
        var centre = await liaison.Centre(with: record => record.Number = number);
        (await liaison.Carrier(centre)).Totals.Instruments.ShouldBe(1);
    }

    [Fact]
    public async Task Another_units_centre_is_as_unknown_as_none()
    {
        var number = $"X{Some.Number()}";
        await (await app.SignedIn("liaison")).Centre("外单位中心", record => record.Number = number);

        var import = await (await app.SignedIn("liaison")).Upload(List($"科学仪器中心,{number},外单位中心"));

        import.FaultGroups.ShouldContain(group => group.Code == "carrier-number.unknown");
    }

    static byte[] List(string cells) => Imports.Csv(
        "资产编号,仪器名称,规格型号,生产厂商,原值（万元）,建账日期,国别,分类编码,所属资源载体类型,所属资源载体内部编号,隶属资源载体名称",
        $"A-1,扫描电子显微镜,JSM-7800F,JEOL,385,2019-05-20,日本,{Classification.All.First(c => c.IsLeaf).Code},{cells}");
}
