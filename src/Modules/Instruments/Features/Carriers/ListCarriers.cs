using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>What the list of facilities, centres and service units and its export are narrowed by.</summary>
internal interface ICarrierFilter
{
    string? Search { get; }

    Coded<CarrierType>? Kind { get; }

    Coded<LifeCycle>? LifeCycle { get; }

    Guid? UnitId { get; }

    string? RegionCode { get; }
}

/// <summary>The facilities, centres and service units of my subtree, drafts included, each with what belongs to it (I-1, X-4).</summary>
/// <param name="Search">Part of the name, number or unit's name; several words must all be found.</param>
/// <param name="RegionCode">League, city or county.</param>
/// <param name="Sort">updatedAt, nameZh, number, unitName, submittedAt; with a leading minus descending.</param>
internal sealed record ListCarriers(
    string? Search, Coded<CarrierType>? Kind, Coded<LifeCycle>? LifeCycle, Guid? UnitId, string? RegionCode, string? Sort, int? Page, int? Size)
    : IRequest<Page<CarrierRow>>, ICarrierFilter;

/// <param name="Instruments">How many belong to it, retired ones aside.</param>
/// <param name="ValueFen">Their original value.</param>
internal sealed record CarrierRow(
    Guid Id, CarrierType Kind, string Number, string? NameZh, Guid UnitId, string UnitName, string? RegionCode, LifeCycle LifeCycle, int Instruments, long ValueFen,
    DateTimeOffset? SubmittedAt, DateTimeOffset UpdatedAt, int Version);

internal sealed class ListCarriersEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/carriers", async ([AsParameters] ListCarriers query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
        .RequirePermission(Permissions.InstrumentsRead, DataScope.Organisation);
}

internal class CarrierFilterRules<T> : AbstractValidator<T>
    where T : ICarrierFilter
{
    public CarrierFilterRules()
    {
        RuleFor(q => q.Search).MaximumLength(200);
        RuleFor(q => q.RegionCode).Matches("^[0-9]{6}$").WithErrorCode("region.unknown").WithMessage("Six digits.");
    }
}

internal sealed class ListCarriersValidator : CarrierFilterRules<ListCarriers>;

internal sealed class ListCarriersHandler(InstrumentsDb db, CurrentUser user) : IRequestHandler<ListCarriers, Page<CarrierRow>>
{
    public static readonly Sorts<Carrier> Orders = new("-updatedAt", new Dictionary<string, Expression<Func<Carrier, object?>>>(StringComparer.Ordinal)
    {
        ["updatedAt"] = c => c.UpdatedAt,
        ["nameZh"] = c => c.NameZh,
        ["number"] = c => c.Number,
        ["unitName"] = c => c.UnitName,
        ["submittedAt"] = c => c.SubmittedAt,
    }, c => c.Id);

    public async Task<Page<CarrierRow>> Handle(ListCarriers request, CancellationToken cancellationToken) =>
        await db.Summed(Orders.Apply(db.Carriers.AsNoTracking().Within(user).Matching(request), request.Sort))
            .Select(row => new CarrierRow(
                row.Carrier.Id, row.Carrier.Kind, row.Carrier.Number!, row.Carrier.NameZh, row.Carrier.UnitId, row.Carrier.UnitName, row.Carrier.RegionCode, row.Carrier.LifeCycle,
                row.Instruments, row.ValueFen, row.Carrier.SubmittedAt, row.Carrier.UpdatedAt, row.Carrier.Version))
            .ToPage(request.Page, request.Size, cancellationToken);
}

internal static class CarrierFilter
{
    public static IQueryable<Carrier> Matching(this IQueryable<Carrier> carriers, ICarrierFilter filter)
    {
        if (filter.Kind is { Value: var kind }) carriers = carriers.Where(c => c.Kind == kind);
        if (filter.LifeCycle is { Value: var lifeCycle }) carriers = carriers.Where(c => c.LifeCycle == lifeCycle);
        if (filter.UnitId is { } unit) carriers = carriers.Where(c => c.UnitId == unit);
        if (InstrumentFilter.Prefix(filter.RegionCode) is { } region) carriers = carriers.Where(c => c.RegionCode!.StartsWith(region));
        return carriers.Containing(filter.Search);
    }

    /// <summary>Part of the name, number or unit's name; several words must all be found.</summary>
    public static IQueryable<Carrier> Containing(this IQueryable<Carrier> carriers, string? search)
    {
        foreach (var word in (search ?? "").Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries).Take(6))
        {
            var text = word.ToLowerInvariant();
            carriers = carriers.Where(c =>
                c.NameZh!.Contains(word) || c.NameEn!.ToLower().Contains(text) || c.ShortName!.ToLower().Contains(text) || c.Number!.ToLower().Contains(text) || c.UnitName.Contains(word));
        }

        return carriers;
    }
}
