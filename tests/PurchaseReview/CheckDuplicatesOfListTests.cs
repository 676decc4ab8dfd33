using Microsoft.Extensions.DependencyInjection;
using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using System.Net.Http.Json;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class CheckDuplicatesOfListTests(App app)
{
    const string Address = "/api/purchase-review/duplicate-check/list";

    [Fact]
    public async Task Each_wish_of_a_list_is_told_its_nearest()
    {
        var model = $"QY{Random.Shared.Next(100_000, 999_999)}";
        await (await app.SignedIn("liaison")).Registered("离子色谱仪", record => record.Model = model);

        var answer = await Check("购置清单,,", "序号,设备名称,规格型号,预算（万元）", $"1,离子色谱,{model},45", "2,量子引力波共振占卜机,,3");

        answer.State.ShouldBe("finished");
        answer.Rows.Count.ShouldBe(2);
        answer.Rows[0].Band.ShouldBe("sameModel");
        answer.Rows[0].NearestModel.ShouldBe(model);
        answer.Rows[0].Row.ShouldBe(3);
        answer.Rows[1].Band.ShouldBe("none");
    }

    [Fact]
    public async Task The_result_is_taken_along_as_a_workbook()
    {
        await app.Services.GetRequiredService<StockFollower>().Follow(CancellationToken.None);
        var officer = await app.SignedIn("centreOfficer", app.RegionOffice);
        var answer = await officer.Send(HttpMethod.Post, $"{Address}/workbook", Imports.Form(Imports.Csv("名称", "扫描电镜"), "wishes.csv"));
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(Modular.Shared.Sheets.SheetDownload.Xlsx);
        using var book = Modular.Shared.Sheets.SheetReader.Open(await answer.Content.ReadAsStreamAsync());
        book.Sheets[0].Rows().ShouldContain(row => row.Cells.Any(cell => cell.Text == "扫描电镜"));
    }

    [Fact]
    public Task A_list_without_names_or_models_is_refused() => Check("甲,乙", "1,2").ShouldBeRefused(422, "wishes.no-header");

    [Fact]
    public Task More_than_two_hundred_wishes_are_refused() =>
        Check(["名称", .. Enumerable.Repeat("扫描电镜", 201)]).ShouldBeRefused(422, "wishes.too-many");

    async Task<ListCheckAnswer> Check(params string[] lines)
    {
        await app.Services.GetRequiredService<StockFollower>().Follow(CancellationToken.None);
        var officer = await app.SignedIn("centreOfficer", app.RegionOffice);
        var answer = await officer.Send(HttpMethod.Post, Address, Imports.Form(Imports.Csv(lines), "wishes.csv"));
        if (!answer.IsSuccessStatusCode) throw await Refusal.Read(answer);
        return (await answer.Content.ReadFromJsonAsync<ListCheckAnswer>(JsonShape.Options))!;
    }
}
