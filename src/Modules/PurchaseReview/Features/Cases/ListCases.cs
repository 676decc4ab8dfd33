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

namespace Modular.PurchaseReview;

/// <summary>What the list of cases and its export are narrowed by.</summary>
internal interface ICaseFilter
{
    Coded<CaseState>? State { get; }

    string? Band { get; }

    Guid? UnitId { get; }

    Guid? SupervisorId { get; }

    string? Search { get; }
}

/// <summary>The purchase cases that I may know of.</summary>
/// <param name="Band">sameModel, sameKind, near or none: of the nearest hit of any of its instruments.</param>
/// <param name="Search">Part of the case's number, the unit's name, the project's name or number, an instrument's name or model.</param>
/// <param name="Sort">updatedAt, submittedAt, unitName, totalFen, number; with a leading minus descending.</param>
internal sealed record ListCases(Coded<CaseState>? State, string? Band, Guid? UnitId, Guid? SupervisorId, string? Search, string? Sort, int? Page, int? Size)
    : IRequest<Page<CaseRow>>, ICaseFilter;

/// <param name="FirstName">The first instrument's name.</param>
/// <param name="Band">Of the nearest hit of any of its instruments; none before it is handed in.</param>
internal sealed record CaseRow(
    Guid Id, string Number, Guid UnitId, string UnitName, string? FirstName, int Instruments, long TotalFen, string? ProjectName, CaseState State, string? Band,
    DateTimeOffset? SubmittedAt, DateTimeOffset UpdatedAt, Guid? RoundId, int Version);

internal sealed class ListCasesEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/cases", async ([AsParameters] ListCases query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
        .RequirePermission(Permissions.PurchasesRead, DataScope.Organisation);
}

internal class CaseFilterRules<T> : AbstractValidator<T>
    where T : ICaseFilter
{
    public CaseFilterRules()
    {
        RuleFor(q => q.Search).MaximumLength(200);
        RuleFor(q => q.Band).MaximumLength(20);
    }
}

internal sealed class ListCasesValidator : CaseFilterRules<ListCases>;

internal sealed class ListCasesHandler(CaseReach reach, IOrganisationDirectory organisations) : IRequestHandler<ListCases, Page<CaseRow>>
{
    public static readonly Sorts<PurchaseCase> Orders = new("-updatedAt", new Dictionary<string, Expression<Func<PurchaseCase, object?>>>(StringComparer.Ordinal)
    {
        ["updatedAt"] = c => c.UpdatedAt,
        ["submittedAt"] = c => c.SubmittedAt,
        ["unitName"] = c => c.UnitName,
        ["totalFen"] = c => c.TotalFen,
        ["number"] = c => c.Number,
    }, c => c.Id);

    public async Task<Page<CaseRow>> Handle(ListCases request, CancellationToken cancellationToken)
    {
        var matching = await Matching((await reach.Cases(cancellationToken)).AsNoTracking(), request, organisations, cancellationToken);
        return await Rows(Orders.Apply(matching, request.Sort)).ToPage(request.Page, request.Size, cancellationToken);
    }

    public static IQueryable<CaseRow> Rows(IQueryable<PurchaseCase> cases) => cases.Select(c => new CaseRow(
        c.Id, c.Number, c.UnitId, c.UnitName, c.Wishes.OrderBy(w => w.Position).Select(w => w.NameZh).FirstOrDefault(), c.Wishes.Count, c.TotalFen, c.ProjectName, c.State,
        c.Wishes.Any(w => w.Band == "sameModel") ? "sameModel" : c.Wishes.Any(w => w.Band == "sameKind") ? "sameKind" : c.Wishes.Any(w => w.Band == "near") ? "near" : c.Wishes.Any(w => w.Band == "none") ? "none" : null,
        c.SubmittedAt, c.UpdatedAt, c.RoundId, c.Version));

    public static async Task<IQueryable<PurchaseCase>> Matching(IQueryable<PurchaseCase> cases, ICaseFilter filter, IOrganisationDirectory organisations, CancellationToken ct)
    {
        if (filter.State is { Value: var state }) cases = cases.Where(c => c.State == state);
        if (filter.Band is { Length: > 0 } band) cases = cases.Where(c => c.Wishes.Any(w => w.Band == band));
        if (filter.UnitId is { } unit) cases = cases.Where(c => c.UnitId == unit);
        if (filter.SupervisorId is { } id)
        {
            var path = (await organisations.Find(id, ct))?.Path ?? "!";
            cases = cases.Where(c => c.UnitPath.StartsWith(path));
        }

        return filter.Search?.Trim() is { Length: > 0 } text ? cases.Containing(text) : cases;
    }
}
