using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class MapImportColumnsTests(App app)
{
    static readonly byte[] Odd = Imports.Csv("甲,乙,丙", "G-1,奇怪的东西,65", "G-2,另一个东西,70");

    [Fact]
    public async Task A_corrected_mapping_is_used_at_once_and_remembered_for_the_next_list_of_this_shape()
    {
        var unit = await app.Unit();
        var liaison = await app.SignedIn("liaison", unit);
        var guessed = await liaison.Upload(Odd);

        var mapped = await liaison.Put<ImportDetails>($"{Imports.Address}/{guessed.Id}/mapping",
            guessed.Mapping((0, "assetNumber"), (1, "nameZh"), (2, "originalValueFen")) with { HeaderFirst = 1, HeaderLast = 1 });

        mapped.Columns.Select(c => (c.FieldKey, c.Reason)).ShouldBe([("assetNumber", "chosen"), ("nameZh", "chosen"), ("originalValueFen", "chosen")]);
        mapped.Counts.Create.ShouldBe(2);
        (await liaison.Rows(mapped.Id))[0].Values.ShouldBe(new Dictionary<string, string>(StringComparer.Ordinal) { ["assetNumber"] = "G-1", ["nameZh"] = "奇怪的东西", ["originalValueFen"] = "65" });

        // A colleague's next list.
        var next = await (await app.SignedIn("unitAdministrator", unit)).Upload(Imports.Csv("甲,乙,丙", "G-9,又一个东西,80"));
        next.Remembered.ShouldBeTrue();
        next.Columns.Select(c => c.FieldKey).ShouldBe(["assetNumber", "nameZh", "originalValueFen"]);
        next.Counts.Create.ShouldBe(1);
        (await (await app.SignedIn("liaison")).Upload(Odd)).Remembered.ShouldBeFalse();
    }

    [Fact]
    public async Task The_unit_of_money_can_be_said()
    {
        var liaison = await app.SignedIn("liaison");
        var import = await liaison.Upload(Imports.Csv("仪器名称,价格", "显微镜,650000", "质谱仪,3200000"));
        import.Columns[1].MoneyUnit.ShouldBe(MoneyUnit.Yuan);

        var mapped = await liaison.Put<ImportDetails>($"{Imports.Address}/{import.Id}/mapping", import.Mapping() with { Columns = [new MappedColumn(1, "originalValueFen", MoneyUnit.TenThousandYuan)] });

        mapped.Columns[1].MoneyUnit.ShouldBe(MoneyUnit.TenThousandYuan);
        mapped.Counts.Create.ShouldBe(2);
    }

    [Fact]
    public async Task Another_sheet_and_another_header_can_be_chosen()
    {
        var liaison = await app.SignedIn("liaison");
        var file = new Sheets.XlsxFixture()
            .Sheet("清单", "<row r=\"1\"><c t=\"str\"><v>仪器名称</v></c><c t=\"str\"><v>型号</v></c></row><row r=\"2\"><c t=\"str\"><v>显微镜</v></c><c t=\"str\"><v>M1</v></c></row>")
            .Sheet("旧表", "<row r=\"1\"><c t=\"str\"><v>名字</v></c></row><row r=\"2\"><c t=\"str\"><v>仪器名称</v></c></row><row r=\"3\"><c t=\"str\"><v>离心机</v></c></row><row r=\"4\"><c t=\"str\"><v>天平</v></c></row>")
            .Build().ToArray();
        var import = await liaison.Upload(file, "book.xlsx");
        import.Sheet.ShouldBe("清单");

        var other = await liaison.Put<ImportDetails>($"{Imports.Address}/{import.Id}/mapping", import.Mapping() with { Sheet = "旧表", HeaderFirst = 2, HeaderLast = 2 });

        other.Columns.ShouldHaveSingleItem().FieldKey.ShouldBe("nameZh");
        (await liaison.Rows(import.Id)).Select(r => r.Number).ShouldBe([3, 4]);
        await liaison.Put<ImportDetails>($"{Imports.Address}/{import.Id}/mapping", other.Mapping() with { Sheet = "没有" }).ShouldBeRefused(422, "import.no-such-sheet");
    }

    [Fact]
    public async Task An_officer_gives_one_unit_for_all_rows_but_no_foreign_one()
    {
        var supervisor = await app.Supervisor();
        var unit = await app.Unit(supervisor);
        var region = await app.NewRegion();
        var foreign = await app.Unit(await app.Supervisor(region));
        var officer = await app.SignedIn("policyOfficer");
        var import = await officer.Upload(Imports.Csv("仪器名称", "显微镜"));
        import.Counts.Refuse.ShouldBe(1);

        var mapped = await officer.Put<ImportDetails>($"{Imports.Address}/{import.Id}/mapping", import.Mapping() with { UnitId = unit.Id });
        (mapped.UnitName, mapped.Counts.Create).ShouldBe((unit.Name, 1));

        await officer.Put<ImportDetails>($"{Imports.Address}/{import.Id}/mapping", mapped.Mapping() with { UnitId = foreign.Id }).ShouldBeRefused(404, "unit.not-found");
        (await app.Commit(officer, mapped)).Result!.Created.ShouldBe(1);
        (await (await app.SignedIn("liaison", unit)).Instruments()).ShouldHaveSingleItem().UnitId.ShouldBe(unit.Id);
    }

    [Fact]
    public async Task A_field_goes_to_one_column_and_must_be_one()
    {
        var liaison = await app.SignedIn("liaison");
        var import = await liaison.Upload(Odd);

        await liaison.Put($"{Imports.Address}/{import.Id}/mapping", import.Mapping((0, "nameZh"), (1, "nameZh"))).ShouldBeRefused(422, "mapping.field-twice");
        await liaison.Put($"{Imports.Address}/{import.Id}/mapping", import.Mapping((0, "noField"))).ShouldBeRefused(400, "request.invalid");
        await liaison.Put($"{Imports.Address}/{import.Id}/mapping", import.Mapping() with { HeaderFirst = 5, HeaderLast = 2 }).ShouldBeRefused(400, "request.invalid");
        await liaison.Put($"{Imports.Address}/{import.Id}/mapping", import.Mapping() with { Version = 99 }).ShouldBeRefused(409, "import.changed-meanwhile");
    }

    [Fact]
    public async Task What_was_mended_by_hand_stays_mended()
    {
        var liaison = await app.SignedIn("liaison");
        var import = await liaison.Upload(Imports.Csv("资产编号,仪器名称,备用", "H-1,显微镜,化学学院", "H-2,,物理学院"));
        var mended = await liaison.Mend(import, 3, import.Version, ("nameZh", "离心机"));

        var mapped = await liaison.Put<ImportDetails>($"{Imports.Address}/{import.Id}/mapping", import.Mapping((2, "department")) with { Version = mended.Version });

        mapped.Counts.Create.ShouldBe(2);
        (await liaison.Rows(import.Id))[1].Values["nameZh"].ShouldBe("离心机");
    }
}
