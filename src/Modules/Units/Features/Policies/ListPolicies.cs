using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>The numbers that hold in my region on a day, with where each comes from and what is to come (P-1 … P-10).</summary>
/// <param name="On">Today unless said.</param>
internal sealed record ListPolicies(DateOnly? On) : IRequest<PoliciesInForce>;

/// <param name="Editable">Whether the caller may set them.</param>
internal sealed record PoliciesInForce(DateOnly On, DateOnly Today, bool Editable, IReadOnlyList<PolicyRow> Rows);

/// <param name="Value">In the unit of its kind: fen, working days, percent, years, hours, 0 or 1.</param>
/// <param name="ValidFrom">Since when it holds.</param>
/// <param name="ChangedBy">Null where the region has said nothing and the nation's number holds.</param>
/// <param name="Version">To be sent along with a change.</param>
/// <param name="Upcoming">What will hold later than the day asked for, in order.</param>
internal sealed record PolicyRow(
    string Key, string Rule, PolicyKind Kind, long Least, long Most, long Value, DateOnly ValidFrom, string Source, string? ChangedBy, DateTimeOffset? ChangedAt, int Version,
    IReadOnlyList<PolicyChangeRow> Upcoming);

internal sealed record PolicyChangeRow(
    Guid Id, long Value, DateOnly ValidFrom, string Source, string? Reason, string ChangedBy, DateTimeOffset ChangedAt, DateTimeOffset? WithdrawnAt, string? WithdrawnBy)
{
    public static PolicyChangeRow Of(PolicyChange c) => new(c.Id, c.Value, c.ValidFrom, c.Source, c.Reason, c.ChangedBy, c.ChangedAt, c.WithdrawnAt, c.WithdrawnBy);
}

internal sealed class ListPoliciesEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/policies", async ([AsParameters] ListPolicies query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
        .RequirePermission(Permissions.UnitsRead, DataScope.Organisation);
}

internal sealed class ListPoliciesHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<ListPolicies, PoliciesInForce>
{
    public async Task<PoliciesInForce> Handle(ListPolicies request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var day = request.On ?? today;
        var book = await PolicyBook.Of(db, user.ScopePath, cancellationToken);
        return new PoliciesInForce(day, today, user.Can(Permissions.PoliciesEdit), [.. PolicyKey.All.Select(key => Row(book, key, day))]);
    }

    static PolicyRow Row(PolicyBook book, PolicyKey key, DateOnly day)
    {
        var changes = book.Of(key);
        var upcoming = changes.Where(c => c.WithdrawnAt is null && c.ValidFrom > day).OrderBy(c => c.ValidFrom).ThenBy(c => c.Number).Select(PolicyChangeRow.Of);
        var (standard, source) = PolicyPreset.National.Values[key];
        return book.Holding(key, day) is { } holding
            ? new PolicyRow(key.Key, key.Rule, key.Kind, key.Least, key.Most, holding.Value, holding.ValidFrom, holding.Source, holding.ChangedBy, holding.ChangedAt, changes.Count, [.. upcoming])
            : new PolicyRow(key.Key, key.Rule, key.Kind, key.Least, key.Most, standard, PolicyPreset.National.ValidFrom, source, null, null, changes.Count, [.. upcoming]);
    }
}
