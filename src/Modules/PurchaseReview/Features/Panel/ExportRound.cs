using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;
using Modular.Shared.Sheets;

namespace Modular.PurchaseReview;

/// <summary>A round as a spreadsheet: its cases in their rank, what each applies for and is granted, and what is left of the budget after it.</summary>
/// <param name="Format">xlsx or csv.</param>
internal sealed record ExportRound(Guid RoundId, string? Format) : IRequest<SheetDownload>;

internal sealed class ExportRoundEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/rounds/{roundId:guid}/export", async (Guid roundId, string? format, IMediator mediator, CancellationToken ct) => await mediator.Send(new ExportRound(roundId, format), ct))
        .Produces(StatusCodes.Status200OK, contentType: SheetDownload.Xlsx, additionalContentTypes: SheetDownload.Csv)
        .RequirePermission(Permissions.PurchasesRead, DataScope.Organisation);
}

internal sealed class ExportRoundValidator : AbstractValidator<ExportRound>
{
    public ExportRoundValidator() => RuleFor(q => q.Format).Must(format => format is null or "xlsx" or "csv").WithErrorCode("export.format").WithMessage("xlsx or csv.");
}

internal sealed class ExportRoundHandler(PurchaseReviewDb db, CaseReach reach, CurrentUser user, TimeProvider clock) : IRequestHandler<ExportRound, SheetDownload>
{
    static readonly SheetColumn[] Columns =
    [
        new("排序", SheetColumnFormat.Integer), new("申请编号", Width: 20), new("申购单位", Width: 24), new("项目名称", Width: 24), new("仪器", Width: 28), new("仪器种数", SheetColumnFormat.Integer),
        new("申请金额（元）", SheetColumnFormat.Money, Width: 16), new("申请累计（元）", SheetColumnFormat.Money, Width: 16), new("状态", Width: 14), new("评议结论"),
        new("核准金额（元）", SheetColumnFormat.Money, Width: 16), new("核准累计（元）", SheetColumnFormat.Money, Width: 16), new("预算余额（元）", SheetColumnFormat.Money, Width: 16),
    ];

    public async Task<SheetDownload> Handle(ExportRound request, CancellationToken cancellationToken)
    {
        var round = await reach.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == request.RoundId, cancellationToken) ?? throw PanelProblems.RoundNotFound(request.RoundId);
        var cases = await (await reach.Cases(cancellationToken)).AsNoTracking().Where(c => c.RoundId == round.Id).OrderBy(c => c.Rank ?? int.MaxValue).ThenBy(c => c.SubmittedAt).ThenBy(c => c.Id)
            .Select(c => new Line(
                c.Rank, c.Number, c.UnitName, c.ProjectName, c.Wishes.OrderBy(w => w.Position).Select(w => w.NameZh).FirstOrDefault(), c.Wishes.Count, c.TotalFen, c.State, c.Outcome,
                c.Wishes.Sum(w => (w.GrantedPriceFen ?? 0) * (w.GrantedQuantity ?? 0))))
            .ToListAsync(cancellationToken);
        db.Record(user, clock, "round.exported", round.Id, round.RegionPath);
        await db.SaveChangesAsync(cancellationToken);
        var budget = round.BudgetFen is { } fen ? $"；预算 {Yuan(fen):N2} 元" : "";
        var sheet = SheetContent.Of("评议批次", Columns, Rows(round.BudgetFen, cases)) with { HeadLines = [$"{round.Name}（{round.Year} 年度{budget}；{clock.Today():yyyy-MM-dd} 导出）"] };
        return new SheetDownload($"round-{round.Year}-{clock.Today():yyyyMMdd}", [sheet], csv: request.Format == "csv");
    }

    static IEnumerable<IReadOnlyList<object?>> Rows(long? budgetFen, IReadOnlyList<Line> cases)
    {
        var (applied, granted) = (0L, 0L);
        foreach (var line in cases)
        {
            // What an objection has reopened is granted no more until it is decided again.
            var (decided, outcome) = line.State is CaseState.Decided or CaseState.Objected ? ((long?)line.GrantedFen, line.Outcome) : (null, null);
            applied += line.TotalFen;
            granted += decided ?? 0;
            yield return
            [
                line.Rank, line.Number, line.UnitName, line.ProjectName, line.FirstName, line.Instruments, Yuan(line.TotalFen), Yuan(applied), ExportCasesHandler.States[line.State],
                outcome is { } decision ? ExportCasesHandler.Outcomes[decision] : null, Yuan(decided), decided is null ? null : Yuan(granted), decided is null ? null : Yuan(budgetFen - granted),
            ];
        }
    }

    static decimal? Yuan(long? fen) => fen / 100m;

    sealed record Line(
        int? Rank, string Number, string UnitName, string? ProjectName, string? FirstName, int Instruments, long TotalFen, CaseState State, Outcome? Outcome, long GrantedFen);
}
