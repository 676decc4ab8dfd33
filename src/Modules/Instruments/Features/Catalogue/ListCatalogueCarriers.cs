using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>The facilities, centres and service units on the platform (I-1, S-1), by kind, place, unit and part of their name. For everybody.</summary>
/// <param name="Q">Part of the name or of the unit's name; several words must all be found.</param>
/// <param name="RegionCode">League, city or county.</param>
internal sealed record ListCatalogueCarriers(string? Q, Coded<CarrierType>? Kind, string? RegionCode, Guid? UnitId, int? Page, int? Size) : IRequest<Page<CatalogueCarrierRow>>;

/// <param name="Instruments">How many listed instruments belong to it.</param>
internal sealed record CatalogueCarrierRow(
    Guid Id, CarrierType Kind, string NameZh, string? NameEn, Guid UnitId, string UnitName, string? RegionName, string? Introduction, int Instruments, long ValueFen);

internal sealed class ListCatalogueCarriersEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/catalogue/carriers", async ([AsParameters] ListCatalogueCarriers query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
        .Public();
}

internal sealed class ListCatalogueCarriersValidator : AbstractValidator<ListCatalogueCarriers>
{
    public ListCatalogueCarriersValidator()
    {
        RuleFor(q => q.Q).MaximumLength(200);
        RuleFor(q => q.RegionCode).Matches("^[0-9]{6}$").WithErrorCode("region.unknown").WithMessage("Six digits.");
    }
}

internal sealed class ListCatalogueCarriersHandler(InstrumentsDb db) : IRequestHandler<ListCatalogueCarriers, Page<CatalogueCarrierRow>>
{
    public async Task<Page<CatalogueCarrierRow>> Handle(ListCatalogueCarriers request, CancellationToken cancellationToken)
    {
        var carriers = db.Carriers.AsNoTracking().Matching(new ListCarriers(request.Q, request.Kind, new Coded<LifeCycle>(LifeCycle.Listed), request.UnitId, request.RegionCode, null, null, null));
        // Facilities stand first: their kind begins with an F.
        var page = await db.Summed(carriers.OrderBy(c => c.Kind).ThenBy(c => c.NameZh).ThenBy(c => c.Id), listed: true)
            .Select(row => new
            {
                row.Carrier.Id, row.Carrier.Kind, row.Carrier.NameZh, row.Carrier.NameEn, row.Carrier.UnitId, row.Carrier.UnitName, row.Carrier.RegionCode,
                Text = row.Carrier.Introduction ?? row.Carrier.Functions, row.Instruments, row.ValueFen,
            })
            .ToPage(request.Page, request.Size, cancellationToken);
        return new Page<CatalogueCarrierRow>(
            [.. page.Items.Select(c => new CatalogueCarrierRow(
                c.Id, c.Kind, c.NameZh ?? "", c.NameEn, c.UnitId, c.UnitName, c.RegionCode is null ? null : Regions.Find(c.RegionCode)?.NameZh, c.Text, c.Instruments, c.ValueFen))],
            page.Total, page.Number, page.Size);
    }
}
