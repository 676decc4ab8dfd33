using System.Globalization;
using System.Text;
using Modular.Contracts.Vocabulary;
using Modular.Instruments;
using Modular.Shared.Sheets;
using Modular.Tests.Sheets;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

/// <summary>How well lists from real units are understood; each says its counts.</summary>
public class RealListsTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Theory]
    [InlineData("02_bua_rsp_device.csv.txt", ",nameZh,originalValueFen,manufacturer,functions", false)]
    [InlineData("04_biotech_platform_labels.txt", "nameZh,", true)]
    [InlineData("05_scnu_instruments.txt", ",nameZh,,model", true)]
    [InlineData("08_machine_dictionary.txt", ",nameZh", true)]
    [InlineData("10a_zju_chem_centre_table.txt", "-,nameZh,nameEn,functions", true)]
    [InlineData("11_institute_price_list.txt", "nameZh,servicesOffered", true)]
    [InlineData("13_cdc_devices.txt", "department,nameZh,manufacturer,model,assetNumber", true)]
    [InlineData("16_booking_db_2018.txt", ",nameZh,functions,assetNumber", true)]
    public async Task Headers_of_real_lists_are_recognised(string name, string keys, bool inComment)
    {
        var rows = Lists.RealRows(name);
        var header = HeaderRecognition.Recognise(rows);

        header.Columns.Select(c => c.FieldKey ?? "").ShouldBe(keys.Split(','), string.Join("\n", header.Columns));
        rows.First(r => r.Number == header.LastRow)[0].Text.StartsWith('#').ShouldBe(inComment);
        HeaderRecognition.Recognise(await Lists.ThroughXlsx(rows)).Columns.Select(c => c.FieldKey).ShouldBe(header.Columns.Select(c => c.FieldKey));
    }

    [Fact]
    public void The_national_template_is_recognised_column_by_column()
    {
        var titles = Encoding.UTF8.GetString(Lists.Real("17_nrii_import_template_headings.txt")).Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && !l.StartsWith('#')).ToList();
        var cells = string.Concat(titles.Select(t => $"<c t=\"inlineStr\"><is><t>{System.Security.SecurityElement.Escape(t)}</t></is></c>"));
        using var file = new XlsxFixture().Sheet("大型科研仪器",
            $"<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>仪器基本信息</t></is></c><c r=\"AF1\" t=\"inlineStr\"><is><t>联系人信息</t></is></c><c r=\"AK1\" t=\"inlineStr\"><is><t>海关管理</t></is></c></row><row r=\"2\">{cells}</row>",
            "<mergeCells><mergeCell ref=\"A1:AE1\"/><mergeCell ref=\"AF1:AJ1\"/><mergeCell ref=\"AK1:AN1\"/></mergeCells>").Build();
        using var book = SheetReader.Open(file, cancelled: TestContext.Current.CancellationToken);

        var header = HeaderRecognition.Recognise([.. book.Sheets[0].Rows()], book.Sheets[0].Merges);

        string?[] expected =
        [
            "-", "assetNumber", "nameZh", "nameEn", "carrierType", "carrierNumber", "department", "classCode", "acquisition", "customsSupervised", "originalValueFen", "originCountry",
            "manufacturer", "bookedOn", "generality", "model", "technicalSpecifications", "functions", "disciplines", "fundingSources", "servicesOffered", "-", "annualHours", "userNotes",
            "feeStandard", "bookingUrl", "regionProvince", "regionCity", "regionCode", "street", "externalHours", "contactName", "contactPhone", "contactEmail", "contactAddress", "postcode",
            "customsDeclarationNumber", "customsItemNumber", "customsReleasedOn", "customsName",
        ];
        header.HeaderRows.ShouldBe([1, 2]);
        header.Columns.Select(c => c.FieldKey).ShouldBe(expected, string.Join("\n", header.Columns));
        header.Missing.ShouldBeEmpty();
        header.ColumnOf("originalValueFen")!.Transform.ShouldBe(ColumnTransform.TenThousandYuan);
    }

    [Fact]
    public void Prices_and_makers_of_a_real_list_are_read()
    {
        var rows = Lists.RealRows("02_bua_rsp_device.csv.txt");
        var header = HeaderRecognition.Recognise(rows);
        var classification = new RowClassification(header);
        var data = rows.Where(r => r.Number > header.LastRow && classification.Classify(r) == RowKind.Data).ToList();
        var reading = new RecordReading(header.Columns, header.TitleLines, data, [], Today);
        var read = data.Select(reading.Read).ToList();

        Say($"{read.Count} rows, {read.Count(r => r.Record.OriginalValueFen > 0)} prices, {read.Count(r => r.Record.Manufacturer is not null)} makers, "
            + $"{read.Count(r => r.Record.Model is not null)} models, {read.Count(r => r.Record.OriginCountry is not null)} countries; faults: {Faults(read)}");
        read.Count.ShouldBe(29);
        read.ShouldAllBe(r => r.Record.OriginalValueFen > 0 && r.Record.NameZh != null);
        read.Sum(r => r.Record.OriginalValueFen!.Value).ShouldBe(data.Sum(r => (long)(decimal.Parse(r[2].Text.Replace("万元", "").Trim(), CultureInfo.InvariantCulture) * 1_000_000m)));
        read.Count(r => r.Record.Manufacturer is not null).ShouldBeGreaterThanOrEqualTo(24);
    }

    [Fact]
    public void A_list_compiled_from_many_units_is_read()
    {
        var rows = Lists.RealRows(Path.Combine("..", "instruments_real.csv"));
        var header = HeaderRecognition.Recognise([.. rows.Take(200)]);
        var data = rows.Skip(1).ToList();
        var reading = new RecordReading(header.Columns, header.TitleLines, data, [], Today);
        var read = data.Select(reading.Read).ToList();

        Say($"columns {string.Join(',', header.Columns.Select(c => c.FieldKey))}; {read.Count} rows, prices {read.Count(r => r.Record.OriginalValueFen > 0)}/{data.Count(r => !r[6].IsEmpty)}, "
            + $"dates {read.Count(r => r.Record.BookedOn is not null)}/{data.Count(r => !r[7].IsEmpty)}, classes {read.Count(r => r.Record.ClassCode is not null)}/{data.Count(r => !r[11].IsEmpty)}, "
            + $"countries {read.Count(r => r.Record.OriginCountry is not null)}/{data.Count(r => !r[5].IsEmpty)}; faults: {Faults(read)}");
        read.Count(r => r.Record.OriginalValueFen > 0).ShouldBe(data.Count(r => !r[6].IsEmpty));
        read.Count(r => r.Record.BookedOn is not null).ShouldBe(data.Count(r => !r[7].IsEmpty));
        read.Count(r => r.Record.OriginCountry is not null).ShouldBeGreaterThanOrEqualTo((int)(data.Count(r => !r[5].IsEmpty) * 0.98));
        read.Count(r => r.Record.ClassCode is not null).ShouldBeGreaterThanOrEqualTo((int)(data.Count(r => !r[11].IsEmpty) * 0.98));
    }

    /// <summary>Against what a person wrote in the columns model and manufacturer beside each name.</summary>
    [Fact]
    public void Models_are_found_in_names_as_a_person_would()
    {
        var rows = Lists.RealRows(Path.Combine("..", "instruments_real.csv")).Skip(1).ToList();
        var right = 0;
        var missed = new List<string>();
        var invented = new List<string>();
        var held = 0;
        foreach (var row in rows)
        {
            var (name, model) = (row[1].Text, row[3].Text);
            var inside = model.Length > 1 && ModelNumber.Normalise(name).Contains(ModelNumber.Normalise(model), StringComparison.Ordinal) && FoldedText.Compact(name).Contains(FoldedText.Compact(model), StringComparison.Ordinal);
            var found = NameModelSplit.Split(name).Model;
            held += inside ? 1 : 0;
            if (inside && found is not null && Near(found, model))
                right++;
            else if (inside)
                missed.Add($"{name} → {found} ({model})");
            else if (found is not null)
                invented.Add($"{name} → {found} ({model})");
        }

        Say($"{rows.Count} names, {held} hold a model: {right} found; missed {missed.Count}: {string.Join("; ", missed)}\ninvented {invented.Count}: {string.Join("; ", invented)}");
        right.ShouldBeGreaterThanOrEqualTo((int)(held * 0.9));
        invented.Count.ShouldBeLessThanOrEqualTo(rows.Count / 20);
    }

    [Fact]
    public void Makers_as_people_write_them_are_recognised()
    {
        var rows = Lists.RealRows(Path.Combine("..", "instruments_real.csv")).Skip(1).Where(r => !r[4].IsEmpty).ToList();
        var kept = 0;
        var countries = 0;
        var wrong = new List<string>();
        foreach (var row in rows)
        {
            var split = MakerModelSplit.Split(row[4].Text);
            if (split is { Manufacturer: not null, Model: null })
                kept++;
            else
                wrong.Add($"{row[4].Text} → {split.Manufacturer} / {split.Model}");
            countries += row[5].IsEmpty || MakerModelSplit.CountryOf(row[4].Text) is not { } country || country == row[5].Text ? 1 : 0;
        }

        Say($"{rows.Count} makers, {kept} kept whole, {countries} with no wrong country; not: {string.Join("; ", wrong)}");
        kept.ShouldBeGreaterThanOrEqualTo((int)(rows.Count * 0.9));
        countries.ShouldBeGreaterThanOrEqualTo((int)(rows.Count * 0.98));
    }

    [Fact]
    public void Rows_below_the_list_are_not_taken_for_instruments()
    {
        var rows = Lists.RealRows("05_scnu_instruments.txt");
        var header = HeaderRecognition.Recognise(rows);
        var classification = new RowClassification(header);

        var kinds = rows.Where(r => r.Number > header.LastRow).GroupBy(classification.Classify).ToDictionary(g => g.Key, g => g.Count());

        kinds[RowKind.Data].ShouldBe(30);
        kinds[RowKind.AnotherTable].ShouldBe(7);
    }

    private static bool Near(string found, string model) =>
        ModelNumber.Normalise(found) is var a && ModelNumber.Normalise(model) is var b && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal));

    private static string Faults(List<ReadRow> read) =>
        string.Join(", ", read.SelectMany(r => r.Faults).GroupBy(f => f.Code, StringComparer.Ordinal).OrderByDescending(g => g.Count()).Select(g => $"{g.Key} {g.Count()}"));

    private static void Say(string text) => TestContext.Current.TestOutputHelper?.WriteLine(text);
}
