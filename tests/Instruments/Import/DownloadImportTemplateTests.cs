using Modular.Contracts.Units;
using Modular.Instruments;
using Modular.Shared;
using Modular.Shared.Sheets;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class DownloadImportTemplateTests(App app)
{
    const string Address = $"{Imports.Address}/template";

    [Fact]
    public async Task Sent_back_unchanged_it_changes_nothing()
    {
        var unit = await app.Unit();
        var liaison = await app.SignedIn("liaison", unit);
        // As rich as the demo region's: every field of the standard that can be filled.
        var owner = new UnitSummary(unit.Id, unit.Path, unit.Name, "", Some.LeagueCode, CentralLevel: false);
        foreach (var (number, specimen) in InstrumentSpecimens.Make(seed: 11, count: 30).Index())
            await liaison.Post<SavedInstrument>("/api/instruments", new RegisterInstrument(null, DemoInstruments.RecordOf(specimen, owner, number, new Random(number))));
        await liaison.Registered(with: record =>
        {
            record.NameZh = "无编号的仪器（含配件）";
            record.AssetNumber = null;
            record.Functions = "一，测定；\n二，分析。";
            record.Street = "=1+1";
            record.OriginalValueFen = 12_345_678_901;
            record.Disciplines = [.. Disciplines.All.Take(4).Select(d => d.Code)];
            record.FundingSources = [FundingSource.Central, FundingSource.Other];
            record.CarrierType = CarrierType.KeyLaboratory;
            (record.CustomsSupervised, record.CustomsDeclarationNumber, record.CustomsItemNumber, record.CustomsReleasedOn, record.CustomsName) =
                (true, "012345678901234567", "07", new DateOnly(2024, 2, 29), "MICROSCOPE");
            (record.HoursYear, record.AnnualHours, record.ExternalHours) = (2024, 1200.5m, 300m);
            (record.Postcode, record.ContactEmail, record.BookingUrl) = ("010010", "a@example.cn", "https://example.cn/?a=1&b=2");
        });

        var template = await liaison.Download(Address);
        var import = await liaison.Upload(template, "template.xlsx");

        (import.HeaderFirst, import.HeaderLast).ShouldBe((1, 2));
        import.MissingFields.ShouldBeEmpty();
        var changes = (await liaison.Rows(import.Id)).SelectMany(r => r.Changes.Select(c => $"{r.Number} {c.Field}: {c.Before} > {c.After}").Concat(r.Faults.Where(f => f.Severity == FaultSeverity.Error).Select(f => $"{r.Number} {f.Code} {f.Column} {f.Content}")));
        changes.ShouldBeEmpty();
        import.Counts.ShouldBe(new ImportCounts(Rows: 31, Leave: 31));
    }

    [Fact]
    public async Task It_explains_itself_in_two_header_rows_and_names_no_other_units_instruments()
    {
        var supervisor = await app.Supervisor();
        var liaison = await app.SignedIn("liaison", await app.Unit(supervisor));
        await (await app.SignedIn("liaison", await app.Unit(supervisor))).Registered();

        using var book = SheetReader.Open(new MemoryStream(await liaison.Download(Address)), cancelled: TestContext.Current.CancellationToken);

        book.Sheets.Select(s => s.Name).ShouldBe(["大型科研仪器", "填报说明"]);
        var rows = book.Sheets[0].Rows().ToList();
        rows.Count.ShouldBe(2);
        rows[0][0].Text.ShouldBe("仪器基本信息");
        rows[1][0].Text.ShouldContain("所在单位仪器编号");
    }

    [Fact]
    public async Task An_offices_template_has_a_column_for_the_unit()
    {
        var officer = await app.SignedIn("policyOfficer");
        using var book = SheetReader.Open(new MemoryStream(await officer.Download(Address)), cancelled: TestContext.Current.CancellationToken);

        book.Sheets[0].Rows().Last().Cells.Take(2).Select(c => c.Text).ShouldBe(["所属单位", "统一社会信用代码"]);
    }
}
