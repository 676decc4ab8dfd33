using System.Net.Http.Json;
using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class ImportWishesTests(App app)
{
    static async Task<IReadOnlyList<ImportedWish>> Bring(Client person, Guid round, params string[] lines)
    {
        using var answer = await person.Send(HttpMethod.Post, $"{Panels.Address}/{round}/wishes", Imports.Form(Imports.Csv(lines), "wishes.csv"));
        if (!answer.IsSuccessStatusCode) throw await Refusal.Read(answer);
        return (await answer.Content.ReadFromJsonAsync<IReadOnlyList<ImportedWish>>(JsonShape.Options, TestContext.Current.CancellationToken))!;
    }

    static RoundFacts Annual(DateOnly until) => new($"Annual {Some.Number()}", 2027, Annual: true, 1_000_000_000, until, null, null, [], []);

    // Annual round: many applications of many units, one budget, one ranking.
    [Fact]
    public async Task Each_row_becomes_a_draft_of_the_round_that_the_unit_completes()
    {
        var us = await Purchases.In(app);
        var round = await us.Centre.Post<SavedRound>(Panels.Address, new CreateRound(Annual(app.Clock.Today().AddDays(9))));

        var rows = await Bring(us.Liaison, round.Id, "仪器名称,规格型号,单价（万元）,用途", "扫描电镜,JSM-7800F,385,材料", "气相色谱仪,8890,60,环境");

        rows.Select(row => (row.Row, row.Name)).ShouldBe([(2, "扫描电镜"), (3, "气相色谱仪")]);
        var draft = await us.Liaison.Get<CaseDetails>($"{Purchases.Address}/{rows[0].CaseId}");
        (draft.State, draft.TotalFen, draft.Facts.RoundId).ShouldBe((CaseState.Draft, 385_000_000, round.Id));
        (await us.Liaison.Get<RoundDetails>($"{Panels.Address}/{round.Id}")).Cases.Count.ShouldBe(2);
        (await us.Centre.Get<RoundDetails>($"{Panels.Address}/{round.Id}")).Cases.ShouldBeEmpty("drafts are the unit's own business");
    }

    // As units write them: the unit in the cell, whatever the title says.
    [Theory]
    [InlineData("价格", "360万元", 360_000_000)]
    [InlineData("价格", "94.94 万", 94_940_000)]
    [InlineData("单价（万元）", "57", 57_000_000)]
    [InlineData("单价（万元）", "￥1203000元", 120_300_000)]
    [InlineData("预算", "1203000", 120_300_000)]
    [InlineData("价格", "面议", null)]
    public async Task A_price_is_read_with_the_unit_beside_it(string title, string cell, int? fen)
    {
        var us = await Purchases.In(app);
        var round = await us.Centre.Post<SavedRound>(Panels.Address, new CreateRound(Annual(app.Clock.Today().AddDays(9))));

        var rows = await Bring(us.Liaison, round.Id, $"名称,{title}", $"扫描电镜,{cell}");

        (await us.Liaison.Get<CaseDetails>($"{Purchases.Address}/{rows[0].CaseId}")).Facts.Wishes[0].UnitPriceFen.ShouldBe(fen);
    }

    [Fact]
    public async Task Not_after_its_last_day_not_to_single_cases_and_not_to_another_region()
    {
        var us = await Purchases.In(app);
        var over = await us.Centre.Post<SavedRound>(Panels.Address, new CreateRound(Annual(app.Clock.Today().AddDays(-1))));
        await Bring(us.Liaison, over.Id, "仪器名称", "扫描电镜").ShouldBeRefused(422, "round.takes-none");
        var open = await us.Centre.Post<SavedRound>(Panels.Address, new CreateRound(Annual(app.Clock.Today())));
        await Bring(us.Liaison, open.Id, "编号", "1").ShouldBeRefused(422, "wishes.no-header");
        await Bring(await app.SignedIn("liaison", await app.Unit(await app.Supervisor(await app.NewRegion()))), open.Id, "仪器名称", "扫描电镜").ShouldBeRefused(404, "round.not-found");
        await us.Liaison.Post(Purchases.Address, new DraftCase(Purchases.Facts() with { RoundId = over.Id })).ShouldBeRefused(422, "round.takes-none");
    }
}
