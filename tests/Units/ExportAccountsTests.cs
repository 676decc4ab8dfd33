using Modular.Shared.Sheets;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class ExportAccountsTests(App app)
{
    [Fact]
    public async Task The_accounts_of_my_subtree_leave_as_they_are_filtered()
    {
        var unit = await app.Unit();
        var administrator = await app.SignedIn("unitAdministrator", unit);
        var custodian = await app.Account(unit, ["custodian"]);
        var stranger = await app.Account(await app.Unit(), ["custodian"]);

        var all = await Exported("");
        var custodians = await Exported("?role=custodian");

        all.Count(row => row.Contains("单位管理员")).ShouldBe(1);
        custodians.ShouldContain(row => row.Contains(custodian.UserName!) && row.Contains("机组负责人") && row.Contains("启用"));
        custodians.ShouldNotContain(row => row.Contains("单位管理员"));
        all.ShouldNotContain(row => row.Contains(stranger.UserName!));
        await administrator.Download("/api/units/accounts/export?format=pdf").ShouldBeRefused(400, "request.invalid");
        await (await app.SignedIn("liaison", unit)).Download("/api/units/accounts/export").ShouldBeRefused(403, "permission.missing");

        async Task<List<List<string>>> Exported(string filter)
        {
            using var book = SheetReader.Open(new MemoryStream(await administrator.Download($"/api/units/accounts/export{filter}")));
            return [.. book.Sheets[0].Rows().Select(row => row.Cells.Select(cell => cell.Text).ToList())];
        }
    }
}
