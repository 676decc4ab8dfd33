using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>One listed instrument as the public sees it (S-1): without asset number, customs record or remarks.</summary>
internal sealed record GetCatalogueInstrument(Guid InstrumentId) : IRequest<CatalogueInstrument>;

/// <param name="ExpectedBackOn">From which day it should be in service again, where it is not.</param>
/// <param name="ContactName">The instrument's service contact; units publish it with the instrument.</param>
internal sealed record CatalogueInstrument(
    Guid Id, string NameZh, string? NameEn, string? Model, string? Manufacturer, string? OriginCountry, string? ClassCode, string? ClassName, long? OriginalValueFen,
    DateOnly? InUseSince, Guid UnitId, string UnitName, string? RegionName, string? Address, string? TechnicalSpecifications, string? Functions, string? ServicesOffered,
    string? Achievements, string? UserNotes, string? FeeStandard, string? BookingUrl, string? ContactName, string? ContactPhone, string? ContactEmail,
    OperatingStatus? OperatingStatus, DateOnly? StatusSince, DateOnly? ExpectedBackOn, SharingMode? SharingMode, DateOnly? ListedOn, IReadOnlyList<CataloguePhoto> Photos, CatalogueCarrierLink? Carrier);

/// <summary>The listed facility, centre or service unit it belongs to (I-1).</summary>
internal sealed record CatalogueCarrierLink(Guid Id, CarrierType Kind, string NameZh, string? NameEn);

internal sealed record CataloguePhoto(Guid Id, string? Caption);

internal sealed class GetCatalogueInstrumentEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/catalogue/{instrumentId:guid}", async (Guid instrumentId, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new GetCatalogueInstrument(instrumentId), ct)))
        .Public();
}

internal sealed class GetCatalogueInstrumentHandler(InstrumentsDb db) : IRequestHandler<GetCatalogueInstrument, CatalogueInstrument>
{
    public async Task<CatalogueInstrument> Handle(GetCatalogueInstrument request, CancellationToken cancellationToken)
    {
        var i = await db.Instruments.AsNoTracking().SingleOrDefaultAsync(i => i.Id == request.InstrumentId && i.LifeCycle == LifeCycle.Listed, cancellationToken)
            ?? throw InstrumentProblems.NotFound(request.InstrumentId);
        var photos = await db.Attachments.Where(a => a.InstrumentId == i.Id && a.Kind == AttachmentKind.Photo).OrderBy(a => a.Position)
            .Select(a => new CataloguePhoto(a.Id, a.Caption)).ToListAsync(cancellationToken);
        var carrier = !CarrierFields.IsKind(i.CarrierType) || i.CarrierNumber is null ? null
            : await db.Carriers.Where(c => c.UnitId == i.UnitId && c.Kind == i.CarrierType && c.Number == i.CarrierNumber && c.LifeCycle == LifeCycle.Listed)
                .Select(c => new CatalogueCarrierLink(c.Id, c.Kind, c.NameZh ?? "", c.NameEn)).SingleOrDefaultAsync(cancellationToken);
        return new CatalogueInstrument(
            i.Id, i.NameZh ?? "", i.NameEn, i.Model, i.Manufacturer, i.OriginCountry, i.ClassCode,
            i.ClassCode is null ? null : string.Join(" / ", Classification.PathOf(i.ClassCode).Select(c => c.NameZh)), i.OriginalValueFen,
            i.InUseSince, i.UnitId, i.UnitName, i.RegionCode is null ? null : Regions.Find(i.RegionCode)?.NameZh, i.Street, i.TechnicalSpecifications, i.Functions,
            i.ServicesOffered, i.Achievements, i.UserNotes, i.FeeStandard, i.BookingUrl, i.ContactName, i.ContactPhone, i.ContactEmail,
            i.OperatingStatus, i.StatusSince, i.ExpectedBackOn, i.SharingMode, i.ListedOn, photos, carrier);
    }
}
