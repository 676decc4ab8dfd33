using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>One case: how the applicant stands, what is applied for, how each instrument's check came out, every step, and what I may do with it now.</summary>
internal sealed record GetCase(Guid CaseId) : IRequest<CaseDetails>;

/// <param name="Remarks">Of the last return, while it is being mended.</param>
/// <param name="Granted">What was granted, piece by piece, and what came of it .</param>
/// <param name="Actions">edit, delete, submit, withdraw, unitReview, supervisorReview, completeness, return, opinion: those possible for the caller at present.</param>
internal sealed record CaseDetails(
    Guid Id, string Number, Guid UnitId, string UnitName, CaseState State, ApplicantStanding Standing, CaseFacts Facts, IReadOnlyList<WishDetails> Wishes, long TotalFen,
    IReadOnlyList<CaseFileRow> Files, IReadOnlyList<CaseStepRow> Steps, IReadOnlyList<CaseRemark> Remarks, Decision? Decision, PanelView? Panel, IReadOnlyList<string> Actions, DateTimeOffset? SubmittedAt, int Version,
    IReadOnlyList<ExpectationRow> Granted);

/// <param name="Check">What came out of the check; none before the case is handed in. The hits are asked for apart.</param>
/// <param name="GrantedQuantity">What the decision grants; none before it.</param>
internal sealed record WishDetails(Guid Id, WishFacts Facts, CheckSummary? Check, string? Opinion, string? OpinionBy, int? GrantedQuantity, long? GrantedPriceFen);

/// <param name="GrantedFen">All instruments together.</param>
internal sealed record Decision(Outcome Outcome, string? Number, DateOnly On, string? Reason, long GrantedFen);

/// <param name="Band">Of the nearest hit.</param>
internal sealed record CheckSummary(DateTimeOffset At, string State, string Band, BandCounts Counts, string RulesVersion, StockStamp Stock, Understanding Understood, IReadOnlyList<PurchaseTest> Tests);

internal sealed record CaseFileRow(Guid Id, string FileName, string ContentType, long SizeBytes, DateTimeOffset AddedAt, string AddedBy);

internal sealed record CaseStepRow(DateTimeOffset At, string AccountName, string OrganisationName, string Action, string? Reason, IReadOnlyList<CaseRemark> Remarks);

internal sealed class GetCaseEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/cases/{caseId:guid}", async (Guid caseId, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetCase(caseId), ct)))
        .RequirePermission(Permissions.PurchasesRead, DataScope.Organisation);
}

internal sealed class GetCaseHandler(PurchaseReviewDb db, CaseReach reach, Standings standings, Recusals recusals, CurrentUser user, TimeProvider clock) : IRequestHandler<GetCase, CaseDetails>
{
    public async Task<CaseDetails> Handle(GetCase request, CancellationToken cancellationToken)
    {
        // Those who see the panel's numbers see them as they count.
        if (user.Can(Permissions.PurchasesAssess) || user.Can(Permissions.PurchasesConvene)) await recusals.OfCase(request.CaseId, cancellationToken);
        var (c, round) = await (await reach.Cases(cancellationToken)).AsNoTracking().Include(c => c.Wishes.OrderBy(wish => wish.Position)).Include(c => c.Ballots).Where(c => c.Id == request.CaseId)
            .Select(c => new ValueTuple<PurchaseCase, ReviewRound?>(c, db.Rounds.FirstOrDefault(r => r.Id == c.RoundId))).SingleOrDefaultAsync(cancellationToken);
        if (c is null) throw CaseProblems.NotFound(request.CaseId);
        if (c.Ballots.Exists(ballot => ballot.AccountId == user.AccountId && ballot.DeclaredAt is null)) throw PanelProblems.DeclareFirst();
        var files = await db.CaseFiles.AsNoTracking().Where(f => f.CaseId == c.Id).OrderBy(f => f.AddedAt).ToListAsync(cancellationToken);
        var steps = await db.CaseSteps.AsNoTracking().Where(s => s.CaseId == c.Id).OrderBy(s => s.Version).ToListAsync(cancellationToken);
        var wishes = c.Wishes.ConvertAll(DetailsOf);
        return new CaseDetails(
            c.Id, c.Number, c.UnitId, c.UnitName, c.State, await standings.WithPromises(c, cancellationToken),
            new CaseFacts(c.ProjectNumber, c.ProjectName, c.Grounds, c.Necessity, c.Reasonableness, c.SharingPlan, c.Conditions, c.ContactName, c.ContactPhone, [.. wishes.Select(wish => wish.Facts)]) { RoundId = c.RoundId },
            wishes, c.TotalFen, files.ConvertAll(f => new CaseFileRow(f.Id, f.FileName, f.ContentType, f.SizeBytes, f.AddedAt, f.AddedBy)),
            steps.ConvertAll(s => new CaseStepRow(s.At, s.AccountName, s.OrganisationName, s.Action, s.Reason, s.Remarks)),
            c.State == CaseState.Returned ? steps.FindLast(s => s.Action == "returned")?.Remarks ?? [] : [],
            c.Outcome is { } outcome && c.State is CaseState.Decided or CaseState.Objected ? new Decision(outcome, c.DecisionNumber, c.DecidedOn!.Value, c.DecisionReason, c.Wishes.Sum(w => (w.GrantedPriceFen ?? 0) * (w.GrantedQuantity ?? 0))) : null,
            PanelView.Of(c, c.Ballots.Count > 0 ? round : null, user), [.. CaseActions.For(c, user)], c.SubmittedAt, c.Version,
            c.Outcome is null ? [] : await ListExpectationsHandler.Rows(db.Expectations.AsNoTracking().Where(e => e.CaseId == c.Id).OrderBy(e => e.WishId).ThenBy(e => e.Piece), clock.Today()).ToListAsync(cancellationToken));
    }

    internal static WishDetails DetailsOf(PurchaseWish w) => new(
        w.Id,
        new WishFacts(w.Id, w.NameZh, w.NameEn, w.Model, w.Manufacturer, w.ClassCode, w.Specifications, w.Purpose, w.Quantity, w.UnitPriceFen, w.BudgetSource, w.AnnualHours, w.ExternalHours, w.Location, w.Quotations),
        WishChecks.Read(w) is { Answer: var answer } frozen ? new CheckSummary(frozen.At, answer.State, w.Band ?? "none", answer.Counts, answer.RulesVersion, answer.Stock, answer.Understood, answer.Tests) : null,
        w.Opinion, w.OpinionBy, w.GrantedQuantity, w.GrantedPriceFen);
}
