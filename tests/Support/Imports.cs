using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Modular.Instruments;
using Modular.Shared;
using Modular.Shared.Sheets;
using Xunit;

namespace Modular.Tests;

/// <summary>Lists of instruments on their way into the registry, through the front door.</summary>
internal static class Imports
{
    public const string Address = "/api/instruments/imports";

    public static byte[] Csv(params string[] lines) => Encoding.UTF8.GetBytes(string.Join("\r\n", lines));

    /// <summary>A workbook with one header row; cells are texts, numbers or dates.</summary>
    public static async Task<byte[]> Xlsx(string[] titles, params object?[][] rows)
    {
        var file = new MemoryStream();
        var sheet = SheetContent.Of("仪器清单", [.. titles.Select(title => new SheetColumn(title, SheetColumnFormat.General))], rows);
        await SheetWriter.WriteXlsx(file, [sheet], TestContext.Current.CancellationToken);
        return file.ToArray();
    }

    public static async Task<ImportDetails> Upload(this Client client, byte[] file, string name = "list.csv")
    {
        using var answer = await client.Send(HttpMethod.Post, Address, Form(file, name));
        if (!answer.IsSuccessStatusCode) throw await Refusal.Read(answer);
        return (await answer.Content.ReadFromJsonAsync<ImportDetails>(JsonShape.Options, TestContext.Current.CancellationToken))!;
    }

    public static MultipartFormDataContent Form(byte[] file, string name)
    {
        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return new MultipartFormDataContent { { part, "file", name } };
    }

    public static Task<ImportDetails> Details(this Client client, Guid id) => client.Get<ImportDetails>($"{Address}/{id}");

    public static async Task<IReadOnlyList<ImportedRow>> Rows(this Client client, Guid id, string query = "") =>
        (await client.Get<Page<ImportedRow>>($"{Address}/{id}/rows?size=200&{query}")).Items;

    public static Task<ImportDetails> Order(this Client client, ImportDetails import, CommitMode mode = CommitMode.All) =>
        client.Post<ImportDetails>($"{Address}/{import.Id}/commit", new CommitImport(mode, import.Version));

    /// <summary>Taken over to the end.</summary>
    public static async Task<ImportDetails> Commit(this App app, Client client, ImportDetails import, CommitMode mode = CommitMode.All)
    {
        await client.Order(import, mode);
        await app.RunJobs();
        return await client.Details(import.Id);
    }

    public static Task<MendedRow> Mend(this Client client, ImportDetails import, int row, int version, params (string Field, string Text)[] values) =>
        client.Put<MendedRow>($"{Address}/{import.Id}/rows/{row}",
            new MendImportRow(values.ToDictionary(value => value.Field, value => value.Text, StringComparer.Ordinal), Skip: false, version));

    /// <summary>The mapping as it stands, to be sent back with a change.</summary>
    public static MapImportColumns Mapping(this ImportDetails import, params (int Index, string? Field)[] columns) => new(
        import.Sheet, import.HeaderFirst, import.HeaderLast, [.. columns.Select(column => new MappedColumn(column.Index, column.Field, null))], import.UnitId, import.HoursYear, import.Version);

    public static async Task<IReadOnlyList<InstrumentRow>> Instruments(this Client client) => (await client.Get<Page<InstrumentRow>>("/api/instruments?size=200&sort=assetNumber")).Items;

    public static async Task<byte[]> Download(this Client client, string address)
    {
        using var answer = await client.Send(HttpMethod.Get, address);
        if (!answer.IsSuccessStatusCode) throw await Refusal.Read(answer);
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }
}
