using System.IO.Compression;
using System.Net.Http.Json;
using Modular.Instruments;
using Modular.Shared;
using Xunit;

namespace Modular.Tests;

/// <summary>Asset cards on their way to the registry, through the front door.</summary>
internal static class Assets
{
    public const string Address = "/api/instruments/assets";

    const string Titles = "卡片编号,资产编号,资产名称,资产分类代码,规格型号,生产厂家,价值（元）,财务入账日期,会计凭证号,供应商,使用状况";

    /// <summary>One line of a package; what a test does not speak of is alike for all.</summary>
    public static string Card(string number, string name, long yuan, string? asset = null, string cls = "2403000", string model = "JSM-7800F", string date = "2019-05-20", string voucher = "", string seller = "", string standing = "在用") =>
        $"{number},{asset ?? number},{name},{cls},{model},JEOL,{yuan},{date},{voucher},{seller},{standing}";

    public static byte[] List(params IEnumerable<string> cards) => Imports.Csv([Titles, .. cards]);

    public static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return archive.ToArray();
    }

    public static async Task<AssetPackageDetails> SendCards(this Client client, byte[] file, string name = "cards.csv", string query = "")
    {
        using var answer = await client.Send(HttpMethod.Post, $"{Address}/packages{query}", Imports.Form(file, name));
        if (!answer.IsSuccessStatusCode) throw await Refusal.Read(answer);
        return (await answer.Content.ReadFromJsonAsync<AssetPackageDetails>(JsonShape.Options, TestContext.Current.CancellationToken))!;
    }

    public static Task<AssetPackageDetails> SendCards(this Client client, params IEnumerable<string> cards) => client.SendCards(List(cards));

    public static Task<AssetPackageDetails> TakeOver(this Client client, AssetPackageDetails package) =>
        client.Post<AssetPackageDetails>($"{Address}/packages/{package.Id}/take-over", new TakeOverAssetPackage(package.Version));

    /// <summary>Sent in and taken over.</summary>
    public static async Task<AssetPackageDetails> TakeCards(this Client client, params IEnumerable<string> cards) => await client.TakeOver(await client.SendCards(cards));

    public static Task<AssetPackageDetails> PackageDetails(this Client client, Guid id) => client.Get<AssetPackageDetails>($"{Address}/packages/{id}");

    public static async Task<IReadOnlyList<AssetFindingRow>> Findings(this Client client, AssetPackageDetails package, FindingKind? kind = null) =>
        (await client.Get<Page<AssetFindingRow>>($"{Address}/packages/{package.Id}/findings?size=200{(kind is null ? "" : $"&kind={kind}")}")).Items;

    public static async Task<AssetFindingRow> Finding(this Client client, AssetPackageDetails package, FindingKind kind) => (await client.Findings(package, kind)).Single();

    public static Task<BulkReport> Settle(this Client client, FindingAction action, AssetFindingRow finding, Guid? instrument = null, string? note = null) =>
        client.Post<BulkReport>($"{Address}/findings/settle", new SettleAssetFindings(action, [new SettledItem(finding.Id, finding.Version, instrument)], note));

    public static Task<BulkReport> Reopen(this Client client, AssetFindingRow finding) =>
        client.Post<BulkReport>($"{Address}/findings/reopen", new ReopenAssetFindings([new FindingVersion(finding.Id, finding.Version)]));

    public static async Task<IReadOnlyList<AssetCardRow>> Cards(this Client client, string query = "") => (await client.Get<Page<AssetCardRow>>($"{Address}/cards?size=200{query}")).Items;

    public static int Count(this AssetPackageDetails package, FindingKind kind) => package.Findings.Where(f => f.Kind == kind && f.State == FindingState.Open).Sum(f => f.Count);

    /// <summary>A registered instrument of the caller's own unit; a draft unless submitted and approved elsewhere.</summary>
    public static async Task<SavedInstrument> Registered(this Client client, string assetNumber, string name, long yuan, string model = "JSM-7800F")
    {
        var record = Some.Record(name);
        (record.AssetNumber, record.Model, record.OriginalValueFen) = (assetNumber, model, yuan * 100);
        return await client.Post<SavedInstrument>("/api/instruments", new RegisterInstrument(null, record));
    }
}
