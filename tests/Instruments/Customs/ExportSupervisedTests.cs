using Modular.Instruments;
using Modular.Shared;
using Modular.Shared.Sheets;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments.Customs;

public class ExportSupervisedTests(App app)
{
    [Fact]
    public async Task The_export_holds_what_the_national_record_asks_for()
    {
        var liaison = await app.SignedIn("liaison");
        await Register(liaison, "long", app.Clock.Today().AddYears(-1));

        var rows = await Exported(liaison, "");

        rows.ShouldContain(row => row.Contains("进口报关单编号"));
        rows.ShouldContain(row => row.Contains("long") && row.Contains("监管中"));
    }

    [Fact]
    public async Task It_holds_what_the_list_was_filtered_to()
    {
        var liaison = await app.SignedIn("liaison");
        await Register(liaison, "long", app.Clock.Today().AddYears(-1));
        await Register(liaison, "over", app.Clock.Today().AddYears(-4));

        (await Exported(liaison, "?state=over")).Where(row => row.Contains("over") || row.Contains("long")).ShouldHaveSingleItem().ShouldContain("监管期满");
        await liaison.Download("/api/instruments/customs/export?format=pdf").ShouldBeRefused(400, "request.invalid");
    }

    static async Task<List<List<string>>> Exported(Client liaison, string filter)
    {
        using var book = SheetReader.Open(new MemoryStream(await liaison.Download($"/api/instruments/customs/export{filter}")));
        return [.. book.Sheets[0].Rows().Select(row => row.Cells.Select(cell => cell.Text).ToList())];
    }

    static Task Register(Client liaison, string name, DateOnly releasedOn) => liaison.Post<SavedInstrument>("/api/instruments", new RegisterInstrument(null, Some.DutyFree(name, releasedOn)));
}
