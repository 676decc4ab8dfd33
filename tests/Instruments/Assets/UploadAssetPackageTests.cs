using System.Text;
using Modular.Instruments;
using Modular.Shared.Sheets;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

// I-8: a spreadsheet or an offline package; a stranger's file until proven otherwise.
public class UploadAssetPackageTests(App app)
{
    static readonly string[] Titles = ["资产卡片编号", "资产编码", "固定资产名称", "规格型号", "资产原值", "取得日期", "供应商"];

    [Fact]
    public async Task An_offline_package_is_read_with_all_its_lists_and_names_what_it_left_out()
    {
        var liaison = await app.SignedIn("liaison");
        var workbook = await Imports.Xlsx(Titles, ["K1", "A-1", "扫描电子显微镜", "JSM", 3_850_000m, new DateOnly(2019, 5, 20), "科仪公司"]);
        var package = await liaison.SendCards(
            Assets.Zip(("资产/设备.xlsx", workbook), ("专用.csv", Assets.List(Assets.Card("K2", "气相色谱仪", 520_000))), ("package.xml", "<p/>"u8.ToArray()), ("__MACOSX/._x.csv", [0])), "离线包.zip");

        (package.FileName, package.Counts.Cards, package.Counts.Taken, package.Counts.Refused).ShouldBe(("离线包.zip", 2, 2, 0));
        package.Sheets.Select(s => (s.File, s.Cards, s.MoneyUnit)).ShouldBe([("资产/设备.xlsx", 1, MoneyUnit.Yuan), ("专用.csv", 1, MoneyUnit.Yuan)]);
        package.Sheets[0].Columns.Select(c => c.FieldKey).ShouldBe(["cardNumber", "assetNumber", "nameZh", "model", "originalValueFen", "bookedOn", "supplier"]);
        package.LeftOut.ShouldBe(["package.xml"]);
    }

    [Fact]
    public async Task Cards_below_the_line_are_counted_and_what_is_no_equipment_asks_for_nothing()
    {
        var liaison = await app.SignedIn("liaison");

        var package = await liaison.SendCards(
            Assets.Card("K1", "扫描电子显微镜", 500_000), Assets.Card("K2", "离心机", 499_999), Assets.Card("K3", "实验楼", 68_000_000, cls: "1020000"),
            Assets.Card("K4", "大客车", 612_000, cls: "A02030500"), Assets.Card("K5", "色谱仪", 800_000, standing: "已处置"));

        (package.Counts.Cards, package.Counts.Taken, package.Counts.Below, package.Counts.BelowFen, package.Counts.Others, package.Counts.Disposed).ShouldBe((5, 1, 1, 49_999_900, 2, 1));
        package.Count(FindingKind.MissingHere).ShouldBe(1);
    }

    [Fact]
    public async Task Cards_that_cannot_be_read_are_told_where_they_stand_and_take_no_part()
    {
        var liaison = await app.SignedIn("liaison");

        var package = await liaison.SendCards(
            Assets.Card("", "无号", 500_000, ""), Assets.Card("K2", "", 500_000), "K3,K3,离心机,,X,JEOL,面议,2019-05-20,,,在用",
            Assets.Card("K4", "色谱仪", 500_000), Assets.Card("K4", "质谱仪", 900_000), Assets.Card("K4", "色谱仪", 500_000));

        (package.Counts.Cards, package.Counts.Refused).ShouldBe((1, 4));
        package.Faults.Select(f => (f.Code, f.Row)).ShouldBe([("card.number-missing", 2), ("card.name-missing", 3), ("card.value-missing", 4), ("card.repeated", 6)]);
    }

    [Theory]
    [InlineData("?moneyUnit=yuan", 4_000_000)]
    [InlineData("?moneyUnit=tenThousandYuan", 40_000_000_000)]
    public async Task The_unit_of_money_may_be_said(string query, long fen)
    {
        var liaison = await app.SignedIn("liaison");

        var package = await liaison.SendCards(Imports.Csv("卡片编号,资产名称,规格型号,价值", "K1,电镜,JSM,40000"), query: query);

        package.Sheets.Single().MoneyUnit.ShouldBe(fen > 4_000_000 ? MoneyUnit.TenThousandYuan : MoneyUnit.Yuan);
        (package.Counts.BelowFen == fen || package.Counts.Taken == 1).ShouldBeTrue();
    }

    [Fact]
    public async Task A_list_without_the_columns_of_cards_is_refused_and_says_which()
    {
        var liaison = await app.SignedIn("liaison");

        var refusal = await liaison.SendCards(Imports.Csv("资产名称,规格型号,使用部门", "电镜,JSM,中心")).ShouldBeRefused(422, "package.columns-missing");

        refusal.Message.ShouldContain("cardNumber, originalValueFen");
    }

    [Fact]
    public async Task Hostile_packages_are_refused_by_name()
    {
        var liaison = await app.SignedIn("liaison");
        var list = Assets.List(Assets.Card("K1", "电镜", 500_000));

        await liaison.SendCards(Assets.Zip(("../../etc/cards.csv", list)), "x.zip").ShouldBeRefused(422, "package.bad-name");
        await liaison.SendCards(Assets.Zip(("/cards.csv", list)), "x.zip").ShouldBeRefused(422, "package.bad-name");
        await liaison.SendCards(Assets.Zip(("c:\\cards.csv", list)), "x.zip").ShouldBeRefused(422, "package.bad-name");
        await liaison.SendCards(Assets.Zip(("a.csv", list), ("A.CSV", list)), "x.zip").ShouldBeRefused(422, "package.bad-name");
        await liaison.SendCards(Assets.Zip(("cards.csv", list), ("more.zip", Assets.Zip(("b.csv", list)))), "x.zip").ShouldBeRefused(422, "package.nested");
        await liaison.SendCards(Assets.Zip(("readme.pdf", [1, 2])), "x.zip").ShouldBeRefused(422, "package.no-lists");
        await liaison.SendCards(Assets.Zip([.. Enumerable.Range(0, 501).Select(i => ($"{i}.png", Array.Empty<byte>()))]), "x.zip").ShouldBeRefused(422, "package.too-many-files");
        await liaison.SendCards(Assets.Zip([.. Enumerable.Range(0, 21).Select(i => ($"{i}.csv", list))]), "x.zip").ShouldBeRefused(422, "package.too-many-files");
        await liaison.SendCards(Assets.Zip(("bomb.csv", new byte[60 << 20])), "x.zip").ShouldBeRefused(422, "sheet.expands-too-much");
        await liaison.SendCards(Assets.Zip(("broken.xlsx", "PK\u0003\u0004 not really"u8.ToArray())), "x.zip").ShouldBeRefused(422, "sheet.damaged");
        var cut = Assets.Zip(("cards.csv", list));
        await liaison.SendCards(cut[..(cut.Length / 2)], "x.zip").ShouldBeRefused(422, "sheet.damaged");
    }

    // S4 in its shortest form: whatever bytes are turned, the answer is a package or a refusal by name.
    [Fact]
    public void Mutated_packages_never_do_more_than_refuse()
    {
        var package = Assets.Zip(("cards.csv", Assets.List(Enumerable.Range(0, 50).Select(i => Assets.Card($"K{i}", "电镜", 400_000 + i)))), ("x.xml", Encoding.UTF8.GetBytes("<x/>")));
        var random = new Random(20261121);
        var read = 0;
        for (var round = 0; round < 2_000; round++)
        {
            var bytes = package.ToArray();
            for (var turn = random.Next(1, 6); turn > 0; turn--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                using var opened = SheetPackage.Open(new MemoryStream(bytes), "x.zip", TestContext.Current.CancellationToken);
                read += new PackageReading(opened, null, new DateOnly(2026, 1, 1)).Read().Cards.Count > 0 ? 1 : 0;
            }
            catch (SheetRefused)
            {
            }
            catch (Modular.Shared.Problem refused)
            {
                refused.Code.ShouldStartWith("package.");
            }
        }

        read.ShouldBeGreaterThan(50, "the harness reads what was hit where it does not matter");
    }

    [Fact]
    public async Task Region_officers_say_whose_cards_they_are_and_nobody_sends_for_a_unit_out_of_reach()
    {
        var (unit, other) = (await app.Unit(), await app.Unit());
        var officer = await app.SignedIn("centreOfficer");
        (await officer.SendCards(Assets.List(Assets.Card("K1", "电镜", 500_000)), query: $"?unitId={unit.Id}")).UnitName.ShouldBe(unit.Name);
        await officer.SendCards(Assets.List(Assets.Card("K1", "电镜", 500_000))).ShouldBeRefused(404, "unit.not-found");

        var liaison = await app.SignedIn("liaison", unit);
        await liaison.SendCards(Assets.List(Assets.Card("K1", "电镜", 500_000)), query: $"?unitId={other.Id}").ShouldBeRefused(404, "unit.not-found");
        await (await app.SignedIn("custodian", unit)).SendCards(Assets.List(Assets.Card("K1", "电镜", 500_000))).ShouldBeRefused(403, "permission.missing");
    }

    [Fact]
    public async Task An_instrument_that_looks_like_a_card_is_suggested_by_number_or_by_name_model_and_value()
    {
        var liaison = await app.SignedIn("liaison");
        var byNumber = await liaison.Registered("TY-0017", "老化试验箱", 700_000, "OLD");
        var byLooks = await liaison.Registered("S-9", "离子色谱仪", 560_000, "ICS-6000");
        var alone = await liaison.Registered("S-10", "透射电子显微镜", 9_600_000, "Talos");

        var package = await liaison.SendCards(
            Assets.Card("K1", "不同的名称", 710_000, "ty0017", model: "NEW"), Assets.Card("K2", "离子色谱仪", 560_000, "X-1", model: "ICS 6000"), Assets.Card("K3", "质谱仪", 2_000_000, "X-2", model: "QE"));

        var missing = await liaison.Findings(package, FindingKind.MissingHere);
        missing.Select(f => (f.Cards[0].CardNumber, f.Suggestion?.Id, f.SuggestedBy)).ShouldBe(
            [("K3", null, null), ("K1", byNumber.Id, Likeness.Number), ("K2", byLooks.Id, Likeness.Everything)]);
        (await liaison.Finding(package, FindingKind.NoCard)).Instrument!.Id.ShouldBe(alone.Id);
    }
}
