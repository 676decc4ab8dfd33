using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>Granted instruments and whether they have come onto the platform, the longest overdue first.</summary>
/// <param name="State">open, overdue, met or ended.</param>
internal sealed record ListExpectations(string? State, int? Page, int? Size) : IRequest<Page<ExpectationRow>>;

/// <param name="Overdue">Its day has passed, it is not on the platform, and was not given up.</param>
/// <param name="EndedOn">When it was given up, why and by whom.</param>
internal sealed record ExpectationRow(
    Guid Id, Guid CaseId, string Number, Guid UnitId, string UnitName, string? NameZh, string? Model, int Piece, DateOnly DecidedOn, DateOnly DueOn, bool Overdue, Guid? InstrumentId, DateOnly? MetOn,
    DateOnly? EndedOn, string EndReason, string EndedBy, int Version);

internal sealed class ListExpectationsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/expectations", async ([AsParameters] ListExpectations query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
        .RequirePermission(Permissions.PurchasesRead, DataScope.Organisation);
}

internal sealed class ListExpectationsHandler(PurchaseReviewDb db, CaseReach reach, TimeProvider clock) : IRequestHandler<ListExpectations, Page<ExpectationRow>>
{
    public async Task<Page<ExpectationRow>> Handle(ListExpectations request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        return await Rows(Ordered(db, await reach.Cases(cancellationToken), request.State, today), today).ToPage(request.Page, request.Size, cancellationToken);
    }

    /// <summary>The longest overdue first, what is over last.</summary>
    public static IQueryable<Expectation> Ordered(PurchaseReviewDb db, IQueryable<PurchaseCase> cases, string? state, DateOnly today)
    {
        var rows = db.Expectations.AsNoTracking().Where(e => cases.Any(c => c.Id == e.CaseId));
        rows = state switch
        {
            "overdue" => rows.Where(e => e.MetOn == null && e.EndedOn == null && e.DueOn < today),
            "met" => rows.Where(e => e.MetOn != null),
            "ended" => rows.Where(e => e.EndedOn != null),
            "open" => rows.Where(e => e.MetOn == null && e.EndedOn == null),
            _ => rows,
        };
        return rows.OrderBy(e => e.MetOn != null || e.EndedOn != null).ThenBy(e => e.DueOn).ThenBy(e => e.Id);
    }

    public static IQueryable<ExpectationRow> Rows(IQueryable<Expectation> rows, DateOnly today) => rows.Select(e => new ExpectationRow(
        e.Id, e.CaseId, e.Case.Number, e.UnitId, e.Case.UnitName, e.NameZh, e.Model, e.Piece, e.DecidedOn, e.DueOn, e.MetOn == null && e.EndedOn == null && e.DueOn < today, e.InstrumentId, e.MetOn,
        e.EndedOn, e.EndReason, e.EndedBy, e.Version));
}
