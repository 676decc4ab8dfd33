using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Throws one of my own filters away; what colleagues lend is theirs.</summary>
internal sealed record DeleteSavedFilter(Guid FilterId) : IRequest;

internal sealed class DeleteSavedFilterEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/account/filters/{filterId:guid}", async (Guid filterId, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new DeleteSavedFilter(filterId), ct);
            return TypedResults.NoContent();
        })
        .RequireAccount();
}

internal sealed class DeleteSavedFilterHandler(UnitsDb db, CurrentUser user) : AsyncRequestHandler<DeleteSavedFilter>
{
    protected override async Task Handle(DeleteSavedFilter request, CancellationToken cancellationToken)
    {
        var filter = await db.SavedFilters.SingleOrDefaultAsync(f => f.Id == request.FilterId && f.AccountId == user.AccountId, cancellationToken)
            ?? throw UnitProblems.FilterNotFound(request.FilterId);
        db.SavedFilters.Remove(filter);
        await db.SaveChangesAsync(cancellationToken);
    }
}
