using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>A unit's life: registered, renamed, liaison changed (U-4), moved, merged, closed, in the names of the time.</summary>
internal sealed record GetUnitHistory(Guid UnitId, int? Page, int? Size) : IRequest<Page<UnitEventRow>>;

/// <param name="OtherUnitId">The other unit of a merger or a split.</param>
internal sealed record UnitEventRow(
    Guid Id, UnitEventKind Kind, DateOnly On, DateTimeOffset At, string By, string DecidedBy, string Reason, string Before, string After, Guid? OtherUnitId);

internal sealed class GetUnitHistoryEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/managing-units/{unitId:guid}/history", async ([AsParameters] GetUnitHistory query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
        .RequirePermission(Permissions.UnitsRead, DataScope.Organisation);
}

internal sealed class GetUnitHistoryHandler(UnitsDb db, CurrentUser user) : IRequestHandler<GetUnitHistory, Page<UnitEventRow>>
{
    public async Task<Page<UnitEventRow>> Handle(GetUnitHistory request, CancellationToken cancellationToken)
    {
        if (!await db.Readable(user).AnyAsync(u => u.Id == request.UnitId, cancellationToken)) throw UnitProblems.UnitNotFound(request.UnitId);
        return await db.UnitEvents.AsNoTracking().Where(e => e.UnitId == request.UnitId)
            .OrderByDescending(e => e.On).ThenByDescending(e => e.Id)
            .Select(e => new UnitEventRow(e.Id, e.Kind, e.On, e.At, e.By, e.DecidedBy, e.Reason, e.Before, e.After, e.OtherUnitId))
            .ToPage(request.Page, request.Size, cancellationToken);
    }
}
