using System.Net.Http.Json;
using Modular.Shared;
using Modular.Sharing;
using Xunit;

namespace Modular.Tests;

/// <summary>Yearly hours on their way in, through the front door.</summary>
internal static class HoursTables
{
    public const string Address = "/api/sharing/hours";

    public static Task<DeclaredHours> Declare(this Client client, int year, params (Guid Id, decimal? Effective, decimal? External, int Version)[] rows) =>
        client.Post<DeclaredHours>(Address, new DeclareHours(year, [.. rows.Select(row => new DeclaredRow(row.Id, row.Effective, row.External, row.Version))]));

    public static Task<HoursPage> Hours(this Client client, int year, string query = "") => client.Get<HoursPage>($"{Address}?size=200&year={year}&{query}");

    public static Task<HoursImportPreview> PreviewHours(this Client client, byte[] file, int year) => client.SendList<HoursImportPreview>("preview", file, year);

    public static Task<ImportedHours> TakeHours(this Client client, byte[] file, int year, string fingerprint) => client.SendList<ImportedHours>("", file, year, fingerprint);

    static async Task<T> SendList<T>(this Client client, string door, byte[] file, int year, string? fingerprint = null)
    {
        var form = Imports.Form(file, "hours.csv");
        form.Add(new StringContent(year.ToString(System.Globalization.CultureInfo.InvariantCulture)), "year");
        if (fingerprint is not null) form.Add(new StringContent(fingerprint), "fingerprint");
        using var answer = await client.Send(HttpMethod.Post, $"{Address}/import/{door}".TrimEnd('/'), form);
        if (!answer.IsSuccessStatusCode) throw await Refusal.Read(answer);
        return (await answer.Content.ReadFromJsonAsync<T>(JsonShape.Options, TestContext.Current.CancellationToken))!;
    }
}
