using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Shared;

namespace Modular.Units;

/// <summary>All roles with their tiers, for the forms that give them.</summary>
internal sealed record ListRoles : IRequest<IReadOnlyList<RoleRow>>;

internal sealed record RoleRow(string Name, Tier Tier, IReadOnlyList<string> Permissions);

internal sealed class ListRolesEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/roles", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListRoles(), ct)))
        .RequireAccount();
}

internal sealed class ListRolesHandler : IRequestHandler<ListRoles, IReadOnlyList<RoleRow>>
{
    public Task<IReadOnlyList<RoleRow>> Handle(ListRoles request, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RoleRow>>([.. Roles.All.Select(role => new RoleRow(role.Name, role.Tier, role.Permissions))]);
}
