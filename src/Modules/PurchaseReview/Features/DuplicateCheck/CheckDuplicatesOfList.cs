using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Contracts.Instruments;
using Modular.Shared;
using Modular.Shared.Sheets;

namespace Modular.PurchaseReview;

/// <summary>Compares a whole spreadsheet of wishes with the stock at once, at most 200, and tells of each how much alike there is and the nearest.</summary>
internal sealed record CheckDuplicatesOfList(Stream Content) : IRequest<ListCheckAnswer>;

/// <param name="State">finished or notFinished.</param>
internal sealed record ListCheckAnswer(string State, string RulesVersion, StockStamp Stock, IReadOnlyList<ListCheckRow> Rows);

/// <param name="Row">Where it stands in the sheet, as the spreadsheet shows it.</param>
/// <param name="Band">sameModel, sameKind, near or none: of the nearest.</param>
internal sealed record ListCheckRow(
    int Row, string? Name, string? Model, string? Manufacturer, string? KindZh, string Band, int Score, int SameModel, int SameKind, int Near,
    Guid? NearestId, string? NearestName, string? NearestModel, string? NearestUnit);

internal sealed class CheckDuplicatesOfListEndpoint : IEndpoint
{
    const long LongestFile = 5 << 20;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/duplicate-check/list", async (IFormFile file, IMediator mediator, CancellationToken ct) =>
            {
                await using var content = file.OpenReadStream();
                return TypedResults.Ok(await mediator.Send(new CheckDuplicatesOfList(content), ct));
            })
            .WithMetadata(new RequestSizeLimitAttribute(LongestFile))
            .WithFormOptions(multipartBodyLengthLimit: LongestFile)
            // The host refuses writes that another site's page makes.
            .DisableAntiforgery()
            .RequirePermission(Permissions.PurchasesCheck, DataScope.Stock);
        routes.MapPost("/duplicate-check/list/workbook", async (IFormFile file, IMediator mediator, CancellationToken ct) =>
            {
                await using var content = file.OpenReadStream();
                return Workbook(await mediator.Send(new CheckDuplicatesOfList(content), ct));
            })
            .WithMetadata(new RequestSizeLimitAttribute(LongestFile))
            .WithFormOptions(multipartBodyLengthLimit: LongestFile)
            .DisableAntiforgery()
            .Produces(StatusCodes.Status200OK, contentType: SheetDownload.Xlsx)
            .RequirePermission(Permissions.PurchasesCheck, DataScope.Stock);
    }

    static SheetDownload Workbook(ListCheckAnswer answer)
    {
        if (answer.State != "finished") throw new Problem(409, "check.not-finished", "The stock is still being read; check again in a moment.");
        SheetColumn[] columns =
        [
            new("行号", SheetColumnFormat.Integer), new("仪器名称", Width: 28), new("规格型号", Width: 20), new("生产厂商", Width: 20), new("规范名称", Width: 24), new("结论"), new("得分", SheetColumnFormat.Integer),
            new("同型号台数", SheetColumnFormat.Integer), new("同类台数", SheetColumnFormat.Integer), new("近似台数", SheetColumnFormat.Integer), new("最相近仪器", Width: 28), new("其型号", Width: 20), new("所属单位", Width: 28),
        ];
        var rows = answer.Rows.Select(r => (IReadOnlyList<object?>)[r.Row, r.Name, r.Model, r.Manufacturer, r.KindZh, BandName(r.Band), r.Score, r.SameModel, r.SameKind, r.Near, r.NearestName, r.NearestModel, r.NearestUnit]);
        return new SheetDownload("查重结果", [SheetContent.Of("查重结果", columns, rows) with
        {
            HeadLines = [$"规则版本 {answer.RulesVersion}，库存版本 {answer.Stock.Version}（{answer.Stock.Instruments} 台），数据截至 {answer.Stock.AsOf?.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm}"],
        }]);
    }

    internal static string BandName(string band) => band switch { "sameModel" => "同型号", "sameKind" => "同类", "near" => "近似", _ => "无" };
}

internal sealed class CheckDuplicatesOfListHandler(StockFollower stock, IInstrumentStock cards) : IRequestHandler<CheckDuplicatesOfList, ListCheckAnswer>
{
    public async Task<ListCheckAnswer> Handle(CheckDuplicatesOfList request, CancellationToken cancellationToken)
    {
        var wishes = WishSheet.Read(request.Content, cancellationToken);
        if (stock.AsOf is not { } asOf) return new ListCheckAnswer("notFinished", LikenessRules.Version, new StockStamp(stock.Index.Version, stock.Index.Count, null), []);

        var results = wishes.Select(wish => (wish.Row, wish.Wish, Result: stock.Index.Check(wish.Wish.Wish, 1, cancellationToken))).ToList();
        var nearest = await cards.FindMany([.. results.SelectMany(r => r.Result.Hits).Select(hit => hit.InstrumentId).Distinct()], cancellationToken);
        return new ListCheckAnswer(
            "finished", LikenessRules.Version, new StockStamp(stock.Index.Version, stock.Index.Count, asOf),
            [.. results.Select(r => RowOf(r.Row, r.Wish, r.Result, nearest))]);
    }

    static ListCheckRow RowOf(int row, CheckDuplicates wish, LikenessResult result, IReadOnlyDictionary<Guid, StockCard> cards)
    {
        var hit = result.Hits.Count > 0 ? result.Hits[0] : default;
        var card = cards.GetValueOrDefault(hit.InstrumentId);
        return new ListCheckRow(
            row, wish.Name, wish.Model, wish.Manufacturer, StockIndex.Understand(wish.Wish).KindZh, HitCards.BandCode(hit.Band), hit.Score,
            result.Counts[(int)LikenessBand.SameModel], result.Counts[(int)LikenessBand.SameKind], result.Counts[(int)LikenessBand.Near],
            card?.Id, card?.NameZh, card?.Model, card?.UnitName);
    }
}
