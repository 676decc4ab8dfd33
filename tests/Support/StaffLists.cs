using System.Net.Http.Json;
using Modular.Shared;
using Modular.Units;
using Xunit;

namespace Modular.Tests;

/// <summary>Lists of staff on their way into a unit's register, through the front door.</summary>
internal static class StaffLists
{
    public const string Address = "/api/units/staff";

    public const string Header = "序号,姓名,性别,出生年月,学历/学位,职称,专业,所在部门,负责仪器,从事分析测试年限,培训/资格证书,工号";

    public static byte[] Of(params string[] rows) => Imports.Csv([Header, .. rows]);

    public static Task<StaffImportPreview> Preview(this Client client, byte[] file) => client.Send<StaffImportPreview>($"{Address}/import/preview", Imports.Form(file, "list.csv"));

    public static Task<ImportedStaff> TakeOver(this Client client, byte[] file, string fingerprint)
    {
        var form = Imports.Form(file, "list.csv");
        form.Add(new StringContent(fingerprint), "fingerprint");
        return client.Send<ImportedStaff>($"{Address}/import", form);
    }

    /// <summary>Looked at and taken over.</summary>
    public static async Task<ImportedStaff> Take(this Client client, byte[] file) => await client.TakeOver(file, (await client.Preview(file)).Fingerprint);

    public static async Task<IReadOnlyList<StaffRow>> Staff(this Client client, string query = "") => (await client.Get<Page<StaffRow>>($"{Address}?size=200&{query}")).Items;

    public static Task<OpenedRecord> Enter(this Client client, StaffFacts facts) => client.Post<OpenedRecord>(Address, new EnterStaffMember(facts));

    static async Task<T> Send<T>(this Client client, string address, MultipartFormDataContent form)
    {
        using var answer = await client.Send(HttpMethod.Post, address, form);
        if (!answer.IsSuccessStatusCode) throw await Refusal.Read(answer);
        return (await answer.Content.ReadFromJsonAsync<T>(JsonShape.Options, TestContext.Current.CancellationToken))!;
    }
}
