using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>The repairs of my subtree, those that began last on top (I-4).</summary>
/// <param name="Search">Part of the instrument's name or number, the unit's name, the fault or who repaired it.</param>
/// <param name="Mine">Only of instruments that are entrusted to me.</param>
/// <param name="FromDay">That went on at this day or later.</param>
/// <param name="ToDay">That began at this day or before.</param>
/// <param name="Sort">from, until, costFen, nameZh, unitName; with a leading minus descending.</param>
internal sealed record ListRepairs(string? Search, Coded<RepairState>? State, Guid? UnitId, bool? Mine, DateOnly? FromDay, DateOnly? ToDay, string? Sort, int? Page, int? Size)
    : IRequest<Page<RepairInList>>, IRepairFilter;

/// <param name="Days">Until today while it is going on.</param>
internal sealed record RepairInList(
    Guid Id, Guid InstrumentId, string? NameZh, string? AssetNumber, Guid UnitId, string UnitName, DateOnly From, DateOnly? Until, int Days, string Fault, string? Work, string? DoneBy, long? CostFen,
    DateOnly? ExpectedBackOn, RepairState State);

internal sealed class ListRepairsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/repairs", async ([AsParameters] ListRepairs query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
        .RequirePermission(Permissions.InstrumentsRead, DataScope.Organisation);
}

internal sealed class ListRepairsValidator : RepairFilterRules<ListRepairs>;

internal sealed class ListRepairsHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<ListRepairs, Page<RepairInList>>
{
    public async Task<Page<RepairInList>> Handle(ListRepairs request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var page = await RepairFilter.Orders.Apply(db.RepairsMatching(request, user, today), request.Sort)
            .Select(r => new
            {
                r.Repair.Id, r.Repair.InstrumentId, r.Instrument.NameZh, r.Instrument.AssetNumber, r.Instrument.UnitId, r.Instrument.UnitName, r.Repair.From, r.Repair.Until, r.Repair.Fault, r.Repair.Work,
                r.Repair.DoneBy, r.Repair.CostFen, r.Instrument.ExpectedBackOn,
            })
            .ToPage(request.Page, request.Size, cancellationToken);
        return new Page<RepairInList>([.. page.Items.Select(r =>
        {
            var back = r.Until is null ? r.ExpectedBackOn : null;
            var state = r.Until is not null ? RepairState.Finished : back < today ? RepairState.Overdue : RepairState.Ongoing;
            return new RepairInList(
                r.Id, r.InstrumentId, r.NameZh, r.AssetNumber, r.UnitId, r.UnitName, r.From, r.Until, (r.Until ?? today).DayNumber - r.From.DayNumber + 1, r.Fault, r.Work, r.DoneBy, r.CostFen, back, state);
        })], page.Total, page.Number, page.Size);
    }
}
