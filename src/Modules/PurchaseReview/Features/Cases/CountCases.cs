using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>How many of the cases that I may know of stand where, and which of them wait for me .</summary>
internal sealed record CountCases : IRequest<IReadOnlyList<CaseCount>>;

/// <param name="Mine">Whether I must act on them.</param>
internal sealed record CaseCount(CaseState State, int Count, bool Mine);

internal sealed class CountCasesEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/cases/counts", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new CountCases(), ct)))
        .RequirePermission(Permissions.PurchasesRead, DataScope.Organisation);
}

internal sealed class CountCasesHandler(CaseReach reach, CurrentUser user) : IRequestHandler<CountCases, IReadOnlyList<CaseCount>>
{
    public async Task<IReadOnlyList<CaseCount>> Handle(CountCases request, CancellationToken cancellationToken)
    {
        var counts = await (await reach.Cases(cancellationToken)).AsNoTracking().GroupBy(c => c.State).Select(group => new { State = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.State, group => group.Count, cancellationToken);
        return [.. Enum.GetValues<CaseState>().Select(state => new CaseCount(state, counts.GetValueOrDefault(state), CaseActions.WaitsFor(state, user)))];
    }
}
