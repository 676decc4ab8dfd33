using Modular.Instruments;
using Modular.Shared.Sheets;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class ExportCarriersTests(App app)
{
    //
    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task The_list_as_filtered_comes_back_as_a_spreadsheet_with_the_sums(string format)
    {
        var liaison = await app.SignedIn("liaison");
        var number = $"E{Some.Number()}";
        await liaison.Centre("中心甲", record => record.Number = number);
        await liaison.Post(Carriers.Address, new RegisterCarrier(null, CarrierType.Facility, Some.Facility("装置乙")));
        await liaison.Belonging(number);

        using var answer = (await liaison.Send(HttpMethod.Get, $"{Carriers.Address}/export?format={format}&kind=instrumentCentre")).EnsureSuccessStatusCode();
        using var book = SheetReader.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
        var cells = book.Sheets[0].Rows().SelectMany(row => row.Cells.Select(cell => cell.Text)).ToList();

        cells.ShouldContain("中心甲");
        cells.ShouldContain("科学仪器中心");
        cells.ShouldContain("385");
        cells.ShouldNotContain("装置乙");
    }
}
