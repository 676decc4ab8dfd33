using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>One listed facility, centre or service unit as the public sees it, with its listed instruments (I-1, S-1): of people only whom to ask.</summary>
internal sealed record GetCatalogueCarrier(Guid CarrierId) : IRequest<CatalogueCarrier>;

/// <param name="Instruments">The dearest first; at most as many as one page may hold.</param>
/// <param name="Total">How many there are.</param>
/// <param name="ValueFen">Their original value together.</param>
internal sealed record CatalogueCarrier(
    Guid Id, CarrierType Kind, string NameZh, string? NameEn, string? ShortName, FacilityCategory? Category, ConstructionState? Construction, CentreLevel? Level,
    DateOnly? AcceptedOn, DateOnly? EstablishedOn, long? ConstructionCostFen, string? CompetentDepartment, string? SupportingUnit, bool? Accredited, decimal? RoomArea,
    IReadOnlyList<string> Disciplines, Guid UnitId, string UnitName, string? RegionName, string? Address, string? Introduction, string? ScientificFocus, string? Functions,
    string? ServicesOffered, string? FeeStandard, string? UserNotes, string? Achievements, string? Website, string? Video, string? OpeningRules, string? ApplicationRules,
    string? ContactName, string? ContactPhone, string? ContactEmail, DateOnly? ListedOn, int Total, long ValueFen, IReadOnlyList<CatalogueRow> Instruments);

internal sealed class GetCatalogueCarrierEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/catalogue/carriers/{carrierId:guid}", async (Guid carrierId, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new GetCatalogueCarrier(carrierId), ct)))
        .Public();
}

internal sealed class GetCatalogueCarrierHandler(InstrumentsDb db) : IRequestHandler<GetCatalogueCarrier, CatalogueCarrier>
{
    const int MostInstruments = 200;

    public async Task<CatalogueCarrier> Handle(GetCatalogueCarrier request, CancellationToken cancellationToken)
    {
        var c = await db.Carriers.AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.CarrierId && c.LifeCycle == LifeCycle.Listed, cancellationToken)
            ?? throw CarrierProblems.NotFound(request.CarrierId);
        var listed = db.InstrumentsOf(c).Where(i => i.LifeCycle == LifeCycle.Listed);
        var sums = await listed.GroupBy(_ => 1).Select(all => new { Count = all.Count(), Value = all.Sum(i => i.OriginalValueFen ?? 0) }).SingleOrDefaultAsync(cancellationToken);
        var instruments = sums is null ? [] : await listed.OrderByDescending(i => i.OriginalValueFen).ThenBy(i => i.Id).Take(MostInstruments)
            .Select(i => new { i.Id, i.NameZh, i.NameEn, i.Model, i.Manufacturer, i.ClassCode, i.UnitId, i.UnitName, i.RegionCode, i.OperatingStatus, i.SharingMode })
            .ToListAsync(cancellationToken);
        return new CatalogueCarrier(
            c.Id, c.Kind, c.NameZh ?? "", c.NameEn, c.ShortName, c.Category, c.Construction, c.Level, c.AcceptedOn, c.EstablishedOn, c.ConstructionCostFen, c.CompetentDepartment,
            c.SupportingUnit, c.Accredited, c.RoomArea, [.. c.Disciplines.Select(code => Modular.Instruments.Disciplines.Find(code)?.NameZh ?? code)], c.UnitId, c.UnitName,
            NameOf(c.RegionCode), c.Street, c.Introduction, c.ScientificFocus, c.Functions, c.ServicesOffered, c.FeeStandard, c.UserNotes, c.Achievements, c.Website, c.Video,
            c.OpeningRules, c.ApplicationRules, c.ContactName, c.ContactPhone, c.ContactEmail, c.ListedOn, sums?.Count ?? 0, sums?.Value ?? 0,
            [.. instruments.Select(i => new CatalogueRow(
                i.Id, i.NameZh ?? "", i.NameEn, i.Model, i.Manufacturer, i.ClassCode is null ? null : Classification.Find(i.ClassCode)?.NameZh, i.UnitId, i.UnitName, NameOf(i.RegionCode),
                i.OperatingStatus, i.SharingMode))]);
    }

    static string? NameOf(string? regionCode) => regionCode is null ? null : Regions.Find(regionCode)?.NameZh;
}
