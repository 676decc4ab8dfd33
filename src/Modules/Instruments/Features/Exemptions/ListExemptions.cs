using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>What the list of statements and its export are narrowed by.</summary>
internal interface IExemptionFilter
{
    Coded<ExemptionState>? State { get; }

    Coded<ExemptionReason>? Reason { get; }

    Guid? UnitId { get; }

    Guid? SupervisorId { get; }

    string? Search { get; }
}

/// <summary>The statements of my subtree why instruments do not join (I-6).</summary>
/// <param name="Search">Part of the unit's name, the filing number, the unit's own reference or an instrument's name.</param>
/// <param name="Sort">submittedAt, updatedAt, unitName, until, count; with a leading minus descending.</param>
internal sealed record ListExemptions(
    Coded<ExemptionState>? State, Coded<ExemptionReason>? Reason, Guid? UnitId, Guid? SupervisorId, string? Search, string? Sort, int? Page, int? Size)
    : IRequest<Page<ExemptionRow>>, IExemptionFilter;

/// <param name="FirstName">The first instrument's name; of classified statements none.</param>
/// <param name="Lapsed">On record, but its last day has passed: it does not count any more.</param>
internal sealed record ExemptionRow(
    Guid Id, Guid UnitId, string UnitName, ExemptionReason Reason, int Count, string? FirstName, string? UnitReference, DateOnly? Until, ExemptionState State, bool Lapsed,
    string? FilingNumber, DateOnly? FiledOn, DateTimeOffset SubmittedAt, DateTimeOffset UpdatedAt, int Version);

internal sealed class ListExemptionsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/exemptions", async ([AsParameters] ListExemptions query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
        .RequirePermission(Permissions.InstrumentsRead, DataScope.Organisation);
}

internal class ExemptionFilterRules<T> : AbstractValidator<T>
    where T : IExemptionFilter
{
    public ExemptionFilterRules() => RuleFor(q => q.Search).MaximumLength(200);
}

internal sealed class ListExemptionsValidator : ExemptionFilterRules<ListExemptions>;

internal sealed class ListExemptionsHandler(InstrumentsDb db, IOrganisationDirectory organisations, CurrentUser user, TimeProvider clock) : IRequestHandler<ListExemptions, Page<ExemptionRow>>
{
    public static readonly Sorts<Exemption> Orders = new("-submittedAt", new Dictionary<string, Expression<Func<Exemption, object?>>>(StringComparer.Ordinal)
    {
        ["submittedAt"] = e => e.SubmittedAt,
        ["updatedAt"] = e => e.UpdatedAt,
        ["unitName"] = e => e.UnitName,
        ["until"] = e => e.Until,
        ["count"] = e => e.Count,
    }, e => e.Id);

    public async Task<Page<ExemptionRow>> Handle(ListExemptions request, CancellationToken cancellationToken)
    {
        var matching = await Matching(db.Exemptions.AsNoTracking().Within(user), request, organisations, cancellationToken);
        return await Rows(Orders.Apply(matching, request.Sort), clock.Today()).ToPage(request.Page, request.Size, cancellationToken);
    }

    public static IQueryable<ExemptionRow> Rows(IQueryable<Exemption> exemptions, DateOnly today) => exemptions.Select(e => new ExemptionRow(
        e.Id, e.UnitId, e.UnitName, e.Reason, e.Count, e.Items.OrderBy(item => item.InstrumentId).Select(item => item.NameZh).FirstOrDefault(), e.UnitReference, e.Until, e.State,
        e.State == ExemptionState.Filed && e.Until != null && e.Until < today, e.FilingNumber, e.FiledOn, e.SubmittedAt, e.UpdatedAt, e.Version));

    public static async Task<IQueryable<Exemption>> Matching(IQueryable<Exemption> exemptions, IExemptionFilter filter, IOrganisationDirectory organisations, CancellationToken ct)
    {
        if (filter.State is { Value: var state }) exemptions = exemptions.Where(e => e.State == state);
        if (filter.Reason is { Value: var reason }) exemptions = exemptions.Where(e => e.Reason == reason);
        if (filter.UnitId is { } unit) exemptions = exemptions.Where(e => e.UnitId == unit);
        if (filter.SupervisorId is { } id)
        {
            var path = (await organisations.Find(id, ct))?.Path ?? "!";
            exemptions = exemptions.Where(e => e.UnitPath.StartsWith(path));
        }

        if (filter.Search?.Trim() is { Length: > 0 } text)
        {
            exemptions = exemptions.Where(e => e.UnitName.Contains(text) || e.FilingNumber!.Contains(text) || e.UnitReference!.Contains(text)
                || e.Items.Any(item => item.NameZh!.Contains(text) || item.AssetNumber!.Contains(text)));
        }

        return exemptions;
    }
}
