using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Modular.Instruments;
using Modular.PurchaseReview;
using Modular.Shared;
using Modular.Shared.Sheets;
using Modular.Tests.Sheets;
using Modular.Tests.Trials.BadRequests;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Trials;

/// <summary>
/// S7: everything that leaves as a spreadsheet, found by the platform's own API document. Text that begins like a formula stays text, in xlsx and in
/// csv, and comes back as it was written. An export that is added later is in here by itself; one that needs an id says below where it gets it.
/// </summary>
public sealed class ExportsTests(App app)
{
    const string Starters = "=+-@\t\r＝＋－＠";

    static readonly string[] Risky = ["=1+1", "+86 471", "-2+3", "@SUM(A1)", "＝１＋１", "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://127.0.0.1:9/?\"&A1,\"x\")"];

    [Fact]
    public async Task No_export_ever_holds_a_formula_that_somebody_typed()
    {
        var (people, unit, importId, roundId) = await Plant();
        var (exports, seen) = (0, new HashSet<string>(StringComparer.Ordinal));

        foreach (var (operation, address, xlsx, csv) in await Exports(importId, roundId))
        {
            foreach (var format in new[] { "xlsx", "csv" }.Where(format => format == "xlsx" ? xlsx : csv))
            {
                var file = await FirstAnswer(people, operation, xlsx && csv ? $"{address}?format={format}" : address);
                foreach (var text in format == "xlsx" ? TextsOfWorkbook(file, address) : TextsOfCsv(file, address)) seen.Add(text);
                exports++;
            }
        }

        exports.ShouldBeGreaterThan(4);
        seen.ShouldContain($"{Risky[0]} {unit.Name}", "what was planted must really have left");
        foreach (var text in Risky.Skip(1)) seen.ShouldContain(cell => cell.StartsWith(text, StringComparison.Ordinal), $"{text} comes back as it was written");
    }

    // The control: files that a writer without a guard would have written are found out.
    [Fact]
    public void A_formula_in_a_file_is_found()
    {
        var broken = new XlsxFixture().Sheet("一", "<row r=\"1\"><c r=\"A1\"><f>1+1</f><v>2</v></c></row>").Build().ToArray();

        Should.Throw<ShouldAssertException>(() => TextsOfWorkbook(broken, "x"));
        Should.Throw<ShouldAssertException>(() => TextsOfCsv("名称,型号\r\n=1+1,a\r\n"u8.ToArray(), "x"));
        Should.Throw<ShouldAssertException>(() => TextsOfCsv("名称,型号\r\n\"@SUM(A1)\",a\r\n"u8.ToArray(), "x"));
        Should.NotThrow(() => TextsOfCsv("名称,余额\r\n甲,-12.5\r\n"u8.ToArray(), "x"));
    }

    async Task<IReadOnlyList<(ApiOperation Operation, string Address, bool Xlsx, bool Csv)>> Exports(Guid importId, Guid roundId)
    {
        var document = JsonNode.Parse(await (await app.Anonymous().Send(HttpMethod.Get, "/openapi/v1.json")).Content.ReadAsStringAsync())!;
        var ids = new Dictionary<string, string>(StringComparer.Ordinal) 
        {
            ["/api/instruments/imports/{importId}/faults-file"] = $"/api/instruments/imports/{importId}/faults-file",
            ["/api/purchase-review/rounds/{roundId}/export"] = $"/api/purchase-review/rounds/{roundId}/export",
        };
        return
        [
            .. from operation in new ApiShapes(document).Operations
               let kinds = document["paths"]![operation.Path]![operation.Method.Method.ToLowerInvariant()]!["responses"]!["200"]?["content"]?.AsObject().Select(content => content.Key).ToHashSet(StringComparer.Ordinal) ?? []
               where kinds.Contains(SheetDownload.Xlsx) || kinds.Contains(SheetDownload.Csv)
               select (operation, ids.GetValueOrDefault(operation.Path, operation.Path), kinds.Contains(SheetDownload.Xlsx), kinds.Contains(SheetDownload.Csv)),
        ];
    }

    async Task<(IReadOnlyList<Client> People, Organisation Unit, Guid ImportId, Guid RoundId)> Plant()
    {
        var region = await app.NewRegion();
        var bureau = await app.Supervisor(region, name: $"{Risky[1]} bureau {Some.Number()}");
        var unit = await app.Unit(bureau, $"{Risky[2]} unit {Some.Number()}");
        var liaison = await app.SignedIn("liaison", unit);
        foreach (var text in Risky)
        {
            var saved = await liaison.Registered($"{text} {unit.Name}", record =>
            {
                record.Model = text;
                record.Manufacturer = text;
                record.Department = text;
                record.TechnicalSpecifications = $"{text}\n{text}";
            });
            await liaison.Enter(saved.Id, new RepairFacts(new DateOnly(2025, 3, 3), new DateOnly(2025, 3, 4), text, text, text, 100, null));
            await liaison.Centre(text, record => (record.Number, record.Introduction) = (text[..Math.Min(text.Length, 50)], text));
        }

        await app.Services.GetRequiredService<StockFollower>().Follow(CancellationToken.None);
        await liaison.Post<SavedCase>(Purchases.Address, new DraftCase(Purchases.Facts(Purchases.Wish(Risky[0], model: Risky[2]))));
        var import = await liaison.Upload(Imports.Csv("仪器名称,型号,原值（万元）,建账日期", "'=1+1,-2+3,abc,2019-05-01"));
        var office = await app.NewOffice(region);
        var round = await (await app.SignedIn("centreOfficer", office)).Post<SavedRound>(Panels.Address, new CreateRound(new RoundFacts(Risky[0], 2026, Annual: true, null, new DateOnly(2030, 1, 1), null, null, [], [])));
        return ([liaison, await app.SignedIn("unitAdministrator", unit), await app.SignedIn("reviewer", bureau), await app.SignedIn("policyOfficer", office)], unit, import.Id, round.Id);
    }

    // Whoever of the four may have it; nobody at all would be a hole in this test.
    static async Task<byte[]> FirstAnswer(IReadOnlyList<Client> people, ApiOperation operation, string address)
    {
        var refusals = new List<string>();
        foreach (var person in people)
        {
            // Some send a list and get it back with what was found.
            using var list = operation.Form is null ? null : Imports.Form(Imports.Csv("仪器名称,型号", "'=1+1,-2+3"), "list.csv");
            // Others are told which rows in the body.
            object? chosen = operation.Json is null ? null
                : new ExportChosenInstruments(address.EndsWith("csv", StringComparison.Ordinal) ? "csv" : "xlsx", [.. (await people[0].Get<Page<InstrumentRow>>("/api/instruments?size=200")).Items.Select(row => row.Id)]);
            var answer = await person.Send(operation.Method, address, list ?? chosen);
            if (answer.IsSuccessStatusCode) return await answer.Content.ReadAsByteArrayAsync();
            refusals.Add($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }

        throw new ShouldAssertException($"{address}: say here where this export gets what it needs.\n{string.Join('\n', refusals)}");
    }

    static List<string> TextsOfWorkbook(byte[] file, string address)
    {
        using (var zip = new ZipArchive(new MemoryStream(file)))
        {
            foreach (var part in zip.Entries.Where(part => part.FullName.EndsWith(".xml", StringComparison.Ordinal)))
            {
                using var reader = new StreamReader(part.Open());
                var xml = reader.ReadToEnd();
                if (!part.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)) continue;
                (xml.Contains("<f>", StringComparison.Ordinal) || xml.Contains("<f ", StringComparison.Ordinal)).ShouldBeFalse($"{address}: {part.FullName} holds a formula");
            }
        }

        using var book = SheetReader.Open(new MemoryStream(file));
        return [.. book.Sheets.SelectMany(sheet => sheet.Rows()).SelectMany(row => row.Cells).Select(cell => cell.Text)];
    }

    static List<string> TextsOfCsv(byte[] file, string address)
    {
        foreach (var field in Fields(Encoding.UTF8.GetString(file).TrimStart('\uFEFF')).Where(field => field.Length > 0 && Starters.Contains(field[0], StringComparison.Ordinal)))
            decimal.TryParse(field, NumberStyles.Number, CultureInfo.InvariantCulture, out _).ShouldBeTrue($"{address}: {field} would be a formula");
        using var book = SheetReader.Open(new MemoryStream(file));
        return [.. book.Sheets.SelectMany(sheet => sheet.Rows()).SelectMany(row => row.Cells).Select(cell => cell.Text)];
    }

    // RFC 4180, and nothing of ours in it.
    static IEnumerable<string> Fields(string csv)
    {
        var (field, quoted) = (new StringBuilder(), false);
        for (var i = 0; i < csv.Length; i++)
        {
            if (quoted && csv[i] == '"' && i + 1 < csv.Length && csv[i + 1] == '"') field.Append(csv[++i]);
            else if (csv[i] == '"') quoted = !quoted;
            else if (!quoted && (csv[i] is ',' or '\r' or '\n'))
            {
                yield return field.ToString();
                field.Clear();
            }
            else field.Append(csv[i]);
        }

        yield return field.ToString();
    }
}
