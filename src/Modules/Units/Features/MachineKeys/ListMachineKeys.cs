using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>The keys of my subtree's systems, and what use is made of them. Withdrawn and expired ones stay, to be seen.</summary>
/// <param name="Search">Part of the name or of the unit's, or the beginning of the key.</param>
/// <param name="Sort">name, createdAt, expiresAt, lastUsedAt; with a leading minus descending.</param>
internal sealed record ListMachineKeys(string? Search, Coded<MachineKeyState>? State, string? Sort, int? Page, int? Size) : IRequest<Page<MachineKeyRow>>;

internal enum MachineKeyState
{
    Valid,
    Expired,
    Withdrawn,
}

/// <param name="Uses">All requests it has made.</param>
/// <param name="TurnedAway">Requests turned away because there were too many in one minute.</param>
internal sealed record MachineKeyRow(
    Guid Id, string Name, string Beginning, Guid UnitId, string UnitName, IReadOnlyList<string> Permissions, int PerMinute, MachineKeyState State,
    DateTimeOffset CreatedAt, string CreatedBy, DateTimeOffset ExpiresAt, DateTimeOffset? WithdrawnAt, string? WithdrawnBy,
    DateTimeOffset? LastUsedAt, string LastUsedFrom, long Uses, long TurnedAway, int Version);

internal sealed class ListMachineKeysEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/machine-keys", async ([AsParameters] ListMachineKeys query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
        .RequirePermission(Permissions.MachineKeysManage, DataScope.Organisation);
}

internal sealed class ListMachineKeysValidator : AbstractValidator<ListMachineKeys>
{
    public ListMachineKeysValidator() => RuleFor(q => q.Search).MaximumLength(200);
}

internal sealed class ListMachineKeysHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<ListMachineKeys, Page<MachineKeyRow>>
{
    static readonly Sorts<MachineKey> Orders = new("-createdAt", new Dictionary<string, Expression<Func<MachineKey, object?>>>(StringComparer.Ordinal)
    {
        ["name"] = key => key.Name,
        ["createdAt"] = key => key.CreatedAt,
        ["expiresAt"] = key => key.ExpiresAt,
        ["lastUsedAt"] = key => key.LastUsedAt,
    }, key => key.Id);

    public Task<Page<MachineKeyRow>> Handle(ListMachineKeys request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var keys = db.MachineKeys.AsNoTracking().Where(key => key.Organisation.Path.StartsWith(user.ScopePath));
        if (!string.IsNullOrWhiteSpace(request.Search))
        {
            var text = request.Search.Trim();
            keys = keys.Where(key => key.Name.Contains(text) || key.Beginning.StartsWith(text) || key.Organisation.Name.Contains(text));
        }

        keys = request.State?.Value switch
        {
            MachineKeyState.Withdrawn => keys.Where(key => key.WithdrawnAt != null),
            MachineKeyState.Expired => keys.Where(key => key.WithdrawnAt == null && key.ExpiresAt <= now),
            MachineKeyState.Valid => keys.Where(key => key.WithdrawnAt == null && key.ExpiresAt > now),
            _ => keys,
        };
        return Orders.Apply(keys, request.Sort)
            .Select(key => new MachineKeyRow(
                key.Id, key.Name, key.Beginning, key.OrganisationId, key.Organisation.Name, key.Permissions, key.PerMinute,
                key.WithdrawnAt != null ? MachineKeyState.Withdrawn : key.ExpiresAt <= now ? MachineKeyState.Expired : MachineKeyState.Valid,
                key.CreatedAt, key.CreatedBy, key.ExpiresAt, key.WithdrawnAt, key.WithdrawnBy, key.LastUsedAt, key.LastUsedFrom, key.Uses, key.TurnedAway, key.Version))
            .ToPage(request.Page, request.Size, cancellationToken, count: keys.CountAsync);
    }
}
