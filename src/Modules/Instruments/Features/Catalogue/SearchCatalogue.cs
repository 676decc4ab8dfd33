using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Finds listed instruments by what people call them: common name, abbreviation, model, maker, function (S-1). For everybody.</summary>
/// <param name="Q">What is looked for; empty lists everything.</param>
/// <param name="ClassCode">Six digits of any level: 010000 takes all that is below it.</param>
/// <param name="RegionCode">League, city or county.</param>
internal sealed record SearchCatalogue(string? Q, string? ClassCode, string? RegionCode, Guid? UnitId, Coded<CatalogueSort>? Sort, int? Page, int? Size) : IRequest<CatalogueAnswer>;

/// <param name="Exact">False: nothing has all the words; what is shown is near.</param>
/// <param name="Words">How the words were understood.</param>
internal sealed record CatalogueAnswer(
    IReadOnlyList<CatalogueRow> Items, int Total, int Page, int Size, bool Exact, IReadOnlyList<CatalogueWord> Words, CatalogueFacets Facets);

internal sealed record CatalogueRow(
    Guid Id, string NameZh, string? NameEn, string? Model, string? Manufacturer, string? ClassName, Guid UnitId, string UnitName, string? RegionName,
    OperatingStatus? OperatingStatus, SharingMode? SharingMode);

internal sealed record CatalogueFacets(IReadOnlyList<FacetValue> Classes, IReadOnlyList<FacetValue> Regions);

internal sealed record FacetValue(string Code, string Name, int Count);

internal sealed class SearchCatalogueEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/catalogue", async ([AsParameters] SearchCatalogue query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
        .Public();
}

internal sealed class SearchCatalogueValidator : AbstractValidator<SearchCatalogue>
{
    public SearchCatalogueValidator()
    {
        RuleFor(q => q.Q).MaximumLength(200);
        RuleFor(q => q.ClassCode).Matches("^[0-9]{6}$").WithErrorCode("class.unknown").WithMessage("Six digits.");
        RuleFor(q => q.RegionCode).Matches("^[0-9]{6}$").WithErrorCode("region.unknown").WithMessage("Six digits.");
    }
}

internal sealed class SearchCatalogueHandler(InstrumentsDb db, Catalogue catalogue) : IRequestHandler<SearchCatalogue, CatalogueAnswer>
{
    public async Task<CatalogueAnswer> Handle(SearchCatalogue request, CancellationToken cancellationToken)
    {
        var (page, size) = Paging.Bounds(request.Page, request.Size);
        var found = catalogue.Index.Search(new CatalogueSearch(
            request.Q?.Trim() ?? "", request.ClassCode, request.RegionCode, request.UnitId, page, size, request.Sort?.Value ?? CatalogueSort.Relevance));

        var ids = found.Hits.Select(hit => hit.Id).ToList();
        // The index orders, the registry tells: what was taken off the platform a moment ago is not shown any more.
        var rows = ids.Count == 0 ? [] : await db.Instruments.AsNoTracking()
            .Where(i => ids.Contains(i.Id) && i.LifeCycle == LifeCycle.Listed)
            .Select(i => new { i.Id, i.NameZh, i.NameEn, i.Model, i.Manufacturer, i.ClassCode, i.UnitId, i.UnitName, i.RegionCode, i.OperatingStatus, i.SharingMode })
            .ToDictionaryAsync(i => i.Id, cancellationToken);
        return new CatalogueAnswer(
            [.. ids.Where(rows.ContainsKey).Select(id => rows[id]).Select(i => new CatalogueRow(
                i.Id, i.NameZh ?? "", i.NameEn, i.Model, i.Manufacturer, i.ClassCode is null ? null : Classification.Find(i.ClassCode)?.NameZh, i.UnitId, i.UnitName,
                i.RegionCode is null ? null : Regions.Find(i.RegionCode)?.NameZh, i.OperatingStatus, i.SharingMode))],
            found.Total, page, size, found.Exact, found.Words,
            new CatalogueFacets(
                [.. found.Classes.Select(facet => new FacetValue(facet.Code, Classification.Find(facet.Code)?.NameZh ?? facet.Code, facet.Count))],
                [.. found.Regions.Select(facet => new FacetValue(facet.Code, Regions.Find(facet.Code)?.NameZh ?? facet.Code, facet.Count))]));
    }
}
