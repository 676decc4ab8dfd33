using System.IO.Compression;
using System.Text;
using Modular.Instruments;
using Modular.Shared;
using Modular.Shared.Sheets;
using Modular.Tests.Sheets;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

// I-9: a list is understood and checked; nothing of it is in the registry yet.
public class UploadImportTests(App app)
{
    [Fact]
    public async Task A_list_is_understood_and_its_consequences_are_told()
    {
        var unit = await app.Unit();
        var liaison = await app.SignedIn("liaison", unit);

        var import = await liaison.Upload(Imports.Csv(
            "大型仪器一览表,,,,,",
            "资产编号,仪器名称,规格型号,原值（万元）,建账日期,国别",
            "A-1,扫描电子显微镜,JSM-7800F,385,2019-05-20,日本",
            "A-2,离心机,5810R,5.2,2013.5,德国",
            "A-3,红外光谱仪,iS50,41,2013-02-30,美国",
            "合计,,,431.2,,"), "一览表.csv");

        import.State.ShouldBe(ImportState.Ready);
        (import.FileName, import.FileKind, import.UnitId, import.UnitName).ShouldBe(("一览表.csv", SheetFileKind.Delimited, unit.Id, unit.Name));
        (import.HeaderFirst, import.HeaderLast, import.Remembered).ShouldBe((2, 2, false));
        import.Columns.Select(c => c.FieldKey).ShouldBe(["assetNumber", "nameZh", "model", "originalValueFen", "bookedOn", "originCountry"]);
        import.Columns[3].MoneyUnit.ShouldBe(MoneyUnit.TenThousandYuan);
        import.Columns[1].Samples.ShouldBe(["扫描电子显微镜", "离心机", "红外光谱仪"]);
        import.MissingFields.ShouldBe(["classCode", "manufacturer"], ignoreOrder: true);
        import.Counts.ShouldBe(new ImportCounts(Rows: 4, Create: 2, Refuse: 1, Skipped: 1, Warnings: 2));
        var error = import.FaultGroups.Where(g => g.Severity == FaultSeverity.Error).ShouldHaveSingleItem();
        (error.Code, error.FieldKey, error.Column, error.Count).ShouldBe(("date.impossible", "bookedOn", "E 建账日期", 1));
        error.Rows.ShouldBe([5]);
        import.FaultGroups.Select(g => g.Code).ShouldContain("value.below-threshold");
        (await liaison.Instruments()).ShouldBeEmpty();
    }

    // P-1: from which value on opening is a duty is the region's to say, from a day on.
    [Fact]
    public async Task Where_joining_is_voluntary_follows_the_regions_policy()
    {
        var (officer, region) = await app.PolicyOfficer();
        await officer.Sets("dutyThreshold", 50_000_000, app.Clock.Today());
        var liaison = await app.SignedIn("liaison", await app.Unit(await app.Supervisor(region)));

        var import = await liaison.Upload(Imports.Csv("资产编号,仪器名称,原值（万元）", "A-1,扫描电子显微镜,49.9", "A-2,离心机,50"));

        import.FaultGroups.Single(g => g.Code == "value.below-threshold").Rows.ShouldBe([2]);
    }

    [Fact]
    public async Task A_list_in_the_old_chinese_encoding_reads_the_same()
    {
        var liaison = await app.SignedIn("liaison");

        var import = await liaison.Upload(Lists.Gb18030("仪器名称,型号,价格（元）\r\n气相色谱仪，含自动进样器,8890,６５００００\r\n".Replace("，含", "、含")));

        import.Counts.Create.ShouldBe(1);
        var row = (await liaison.Rows(import.Id)).ShouldHaveSingleItem();
        row.Values["nameZh"].ShouldBe("气相色谱仪、含自动进样器");
    }

    // P-1, domain facts: 元 and 万元 stand beside each other in real lists.
    [Fact]
    public async Task Yuan_under_a_heading_of_10_000_yuan_are_noticed()
    {
        var liaison = await app.SignedIn("liaison");

        var import = await liaison.Upload(Imports.Csv("仪器名称,原值（万元）", "显微镜,650000", "质谱仪,3200000", "离心机,480000", "天平,510000"));

        import.FaultGroups.Single(g => g.Code == "money.unit-doubtful").ShouldSatisfyAllConditions(g => g.Severity.ShouldBe(FaultSeverity.Warning), g => g.Count.ShouldBe(4));
    }

    [Fact]
    public async Task An_officers_list_names_the_unit_of_each_row_and_foreign_units_are_as_good_as_unknown()
    {
        var region = await app.NewRegion();
        var supervisor = await app.Supervisor(region);
        var (first, second) = (await app.Unit(supervisor), await app.Unit(supervisor));
        var foreign = await app.Unit();
        var officer = await app.SignedIn("centreOfficer", await app.NewOffice(region));

        var import = await officer.Upload(Imports.Csv(
            "单位名称,统一社会信用代码,仪器名称,型号",
            $"{first.Name.Replace(" ", "　", StringComparison.Ordinal)},,显微镜,M1",
            $",{await CreditCodeOf(second.Id)},显微镜,M1",
            $"{foreign.Name},,显微镜,M1",
            "没有的大学,,显微镜,M1",
            ",,显微镜,M1"));

        import.UnitId.ShouldBeNull();
        import.Counts.ShouldBe(new ImportCounts(Rows: 5, Create: 2, Refuse: 3, Warnings: 0));
        var rows = await officer.Rows(import.Id);
        rows.Select(r => r.UnitName).ShouldBe([first.Name, second.Name, null, null, null]);
        rows.Skip(2).Select(r => r.Faults.Single(f => f.Severity == FaultSeverity.Error)).Select(f => f.Code).ShouldBe(["unit.unknown", "unit.unknown", "unit.missing"]);
    }

    [Fact]
    public async Task A_units_people_cannot_bring_in_instruments_of_the_unit_beside_them()
    {
        var supervisor = await app.Supervisor();
        var (own, beside) = (await app.Unit(supervisor), await app.Unit(supervisor));
        var liaison = await app.SignedIn("liaison", own);

        var import = await liaison.Upload(Imports.Csv("单位名称,仪器名称", $"{own.Name},显微镜", $"{beside.Name},显微镜"));

        (import.Counts.Create, import.Counts.Refuse).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Two_rows_with_one_number_are_both_refused()
    {
        var liaison = await app.SignedIn("liaison");

        var import = await liaison.Upload(Imports.Csv("资产编号,仪器名称", "7,显微镜", "8,离心机", "7,质谱仪"));

        (import.Counts.Create, import.Counts.Refuse).ShouldBe((1, 2));
        import.FaultGroups.Single(g => g.Severity == FaultSeverity.Error).ShouldSatisfyAllConditions(
            g => g.Code.ShouldBe("asset-number.repeated"), g => g.Rows.ShouldBe([2, 4]), g => g.Count.ShouldBe(2));
    }

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "locked.xlsx", XlsFixture.Build([["x"]], streamName: "EncryptedPackage"), "sheet.encrypted" },
        { "list.xlsx", Encoding.Latin1.GetBytes("%PDF-1.7\n\u0001\u0002\u0003\u0000\u0000"), "sheet.not-a-spreadsheet" },
        { "list.xlsx", XlsxFixture.Zip([("readme.txt", [1])]).ToArray(), "sheet.not-a-spreadsheet" },
        { "list.csv", [], "sheet.empty" },
        { "list.xlsx", Entities(), "sheet.damaged" },
        { "list.xlsx", Bomb(), "sheet.expands-too-much" },
    };

    // S4: what a stranger sends is read under limits, whatever its name says.
    [Theory, MemberData(nameof(Refused))]
    public async Task A_hostile_or_broken_file_is_refused_with_its_reason(string name, byte[] file, string code)
    {
        var liaison = await app.SignedIn("liaison");

        await liaison.Upload(file, name).ShouldBeRefused(422, code);

        (await liaison.Get<Modular.Shared.Page<ImportRowInList>>(Imports.Address)).Total.ShouldBe(0);
    }

    [Fact]
    public async Task A_request_without_a_file_is_refused()
    {
        var liaison = await app.SignedIn("liaison");

        using var empty = new MultipartFormDataContent { { new StringContent("x"), "other" } };
        using var answer = await liaison.Send(HttpMethod.Post, Imports.Address, empty);

        ((int)answer.StatusCode).ShouldBe(400);
    }

    [Fact]
    public async Task A_reviewer_cannot_send_lists_in() =>
        await (await app.SignedIn("reviewer")).Upload(Imports.Csv("仪器名称", "显微镜")).ShouldBeRefused(403, "permission.missing");

    [Fact]
    public async Task A_long_list_is_checked_in_the_background()
    {
        var liaison = await app.SignedIn("liaison");
        var lines = Enumerable.Range(1, ImportCheck.AtOnce + 200).Select(number => $"B{number:D6},显微镜 {number},型号 {number % 9}");

        var sent = await liaison.Upload(Imports.Csv(["资产编号,仪器名称,型号", .. lines]));
        sent.State.ShouldBe(ImportState.Waiting);
        await app.RunJobs();

        var import = await liaison.Details(sent.Id);
        import.State.ShouldBe(ImportState.Ready);
        import.Counts.Create.ShouldBe(ImportCheck.AtOnce + 200);
        import.Sheets.Single().Rows.ShouldBe(ImportCheck.AtOnce + 201);
        import.Version.ShouldBeGreaterThan(sent.Version);
    }

    Task<string> CreditCodeOf(Guid unit) => app.InDatabase<Modular.Units.UnitsDb, string>(async db => (await db.ManagingUnits.FindAsync(unit))!.CreditCode);

    static byte[] Entities()
    {
        const string bomb = """<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>""";
        return new XlsxFixture { Parts = { ["xl/worksheets/sheet1.xml"] = bomb } }.Sheet("s", "").Build().ToArray();
    }

    static byte[] Bomb()
    {
        var blanks = Encoding.ASCII.GetBytes(new string(' ', 40 << 20));
        using var plain = new ZipArchive(new XlsxFixture().Sheet("s", "<row r=\"1\"><c t=\"str\"><v>x</v></c></row>").Build());
        var file = new MemoryStream();
        using (var packed = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in plain.Entries)
            {
                using var from = part.Open();
                using var to = packed.CreateEntry(part.FullName, CompressionLevel.SmallestSize).Open();
                from.CopyTo(to);
                if (part.Name == "sheet1.xml") to.Write(blanks);
            }
        }

        return file.ToArray();
    }
}
