using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>All that was ever set for one number of my region, the latest first, what was taken back included.</summary>
internal sealed record GetPolicyHistory(string Key) : IRequest<IReadOnlyList<PolicyChangeRow>>;

internal sealed class GetPolicyHistoryEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/policies/{key}/history", async (string key, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetPolicyHistory(key), ct)))
        .RequirePermission(Permissions.UnitsRead, DataScope.Organisation);
}

internal sealed class GetPolicyHistoryHandler(UnitsDb db, CurrentUser user) : IRequestHandler<GetPolicyHistory, IReadOnlyList<PolicyChangeRow>>
{
    public async Task<IReadOnlyList<PolicyChangeRow>> Handle(GetPolicyHistory request, CancellationToken cancellationToken)
    {
        var key = PolicyKey.Find(request.Key);
        var book = await PolicyBook.Of(db, user.ScopePath, cancellationToken);
        return [.. book.Of(key).Reverse().Select(PolicyChangeRow.Of)];
    }
}
