using System.Text;
using Modular.Instruments;
using Modular.Shared.Sheets;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

/// <summary>Real lists of real units, as they were found, all the way into the registry (I-9).</summary>
public class ImportStoryTests(App app)
{
    [Theory]
    [InlineData("02_bua_rsp_device.csv.txt", 29)]
    [InlineData("05_scnu_instruments.txt", 30)]
    [InlineData("13_cdc_devices.txt", 10)]
    [InlineData("16_booking_db_2018.txt", 44)]
    public async Task A_real_list_is_sent_in_mended_taken_over_and_sent_in_again(string name, int atLeast)
    {
        var liaison = await app.SignedIn("liaison");
        // Once as text, once as a workbook that was made of it.
        var import = await liaison.Upload(Lists.Real(name), name);
        var workbook = await AsWorkbook(name);
        (await liaison.Upload(workbook, "list.xlsx")).Counts.Create.ShouldBe(import.Counts.Create);

        import.State.ShouldBe(ImportState.Ready);
        (import.Counts.Create + import.Counts.Refuse).ShouldBeGreaterThanOrEqualTo(atLeast);
        var version = import.Version;
        foreach (var row in await liaison.Rows(import.Id, "outcome=refuse"))
        {
            // What cannot be read is left to be filled in later: a draft may have gaps, but nothing that is wrong.
            var wrong = row.Faults.Where(f => f.Severity == FaultSeverity.Error && f.FieldKey is not null).Select(f => (f.FieldKey!, f.FieldKey == "nameZh" ? "待定" : "")).Distinct();
            version = (await liaison.Mend(import, row.Number, version, [.. wrong])).Version;
        }

        var mended = await liaison.Details(import.Id);
        mended.Counts.Refuse.ShouldBe(0, string.Join("\n", mended.FaultGroups));
        var done = await app.Commit(liaison, mended);
        done.Result!.Created.ShouldBe(mended.Counts.Create);
        (await liaison.Instruments()).Count.ShouldBe(Math.Min(200, done.Result.Created));

        // The same file again, and the same list as a workbook: everything is there already.
        var again = await liaison.Upload(workbook, "again.xlsx");
        again.Counts.ShouldSatisfyAllConditions(c => c.Create.ShouldBe(0), c => c.Change.ShouldBe(0));
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {import.Counts} -> {done.Result}; {string.Join("; ", import.FaultGroups.Select(g => $"{g.Code} {g.Count}"))}");
    }

    [Fact]
    public async Task A_regions_list_compiled_from_many_units_is_resolved_by_its_unit_column()
    {
        var rows = Lists.RealRows(Path.Combine("..", "instruments_real.csv"));
        var supervisor = await app.Supervisor(await app.NewRegion());
        var names = rows.Skip(1).Take(150).Select(row => row[8].Text).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal).Take(3).ToList();
        Assert.SkipUnless(names.Count == 3, "The compiled list has other columns now.");
        foreach (var unit in names) await app.Unit(supervisor, unit);
        var officer = await app.SignedIn("centreOfficer", await app.NewOffice(await RegionOf(supervisor)));

        var import = await officer.Upload(Csv(rows.Take(151)), "region.csv");
        var unitColumn = import.Columns.Single(c => c.Index == 8);
        if (unitColumn.FieldKey != ColumnTitles.UnitName) import = await officer.Put<ImportDetails>($"{Imports.Address}/{import.Id}/mapping", import.Mapping((8, ColumnTitles.UnitName)));

        var resolved = await officer.Rows(import.Id);
        resolved.Where(r => r.UnitName is not null).Select(r => r.UnitName).Distinct().ShouldBe(names, ignoreOrder: true);
        resolved.Where(r => r.UnitName is null && r.Outcome != RowOutcome.Skipped).ShouldAllBe(r => r.Outcome == RowOutcome.Refuse);
    }

    static async Task<byte[]> AsWorkbook(string name)
    {
        var rows = Lists.RealRows(name);
        var width = rows.Max(row => row.Cells.Length);
        var file = new MemoryStream();
        // Blank lines stay: they part one table from another.
        var byNumber = rows.ToDictionary(row => row.Number);
        var sheet = SheetContent.Of("清单", [.. Enumerable.Range(0, width).Select(i => new SheetColumn(rows[0][i].Text, SheetColumnFormat.General))],
            Enumerable.Range(rows[0].Number + 1, rows[^1].Number - rows[0].Number)
                .Select(number => (IReadOnlyList<object?>)[.. Enumerable.Range(0, width).Select(i => byNumber.TryGetValue(number, out var row) && !row[i].IsEmpty ? (object?)row[i].Text : null)]));
        await SheetWriter.WriteXlsx(file, [sheet], TestContext.Current.CancellationToken);
        return file.ToArray();
    }

    static byte[] Csv(IEnumerable<SheetRow> rows) => Encoding.UTF8.GetBytes(string.Join("\r\n", rows.Select(row => string.Join(',', row.Cells.Select(cell => $"\"{cell.Text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")))));

    Task<Modular.Units.Organisation> RegionOf(Modular.Units.Organisation supervisor) =>
        app.InDatabase<Modular.Units.UnitsDb, Modular.Units.Organisation>(async db => (await db.Organisations.FindAsync(supervisor.ParentId))!);
}
