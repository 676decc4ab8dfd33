using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Where one instrument stands with the customs, and every notice about it.</summary>
internal sealed record GetCustoms(Guid InstrumentId) : IRequest<CustomsStanding>;

/// <param name="Supervision">Null for what customs do not supervise.</param>
/// <param name="MayMove">A notice in force allows another place, or supervision is no longer.</param>
/// <param name="MayLeave">It may be taken off the platform, or off supervision.</param>
internal sealed record CustomsStanding(Supervision? Supervision, bool MayMove, bool MayLeave, IReadOnlyList<CustomsNoticeRow> Notices);

/// <param name="Until">The last day.</param>
internal sealed record Supervision(DateOnly ReleasedOn, DateOnly Until, CustomsState State);

internal sealed record CustomsNoticeRow(
    Guid Id, CustomsMatter Matter, string Number, DateOnly IssuedOn, DateOnly? Until, string? Place, string? Note, string EnteredBy, DateTimeOffset EnteredAt, DateTimeOffset? StruckAt, string? StruckBecause)
{
    public static CustomsNoticeRow Of(CustomsNotice n) => new(n.Id, n.Matter, n.Number, n.IssuedOn, n.Until, n.Place, n.Note, n.EnteredBy, n.EnteredAt, n.StruckAt, n.StruckBecause);
}

internal sealed class GetCustomsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/{instrumentId:guid}/customs", async (Guid instrumentId, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetCustoms(instrumentId), ct)))
        .RequirePermission(Permissions.InstrumentsRead, DataScope.Organisation);
}

internal sealed class GetCustomsHandler(InstrumentsDb db, CustomsSupervision customs, CurrentUser user, TimeProvider clock) : IRequestHandler<GetCustoms, CustomsStanding>
{
    public async Task<CustomsStanding> Handle(GetCustoms request, CancellationToken cancellationToken)
    {
        var instrument = await db.InstrumentInReach(request.InstrumentId, user, cancellationToken);
        var today = clock.Today();
        var until = CustomsSupervision.Until(instrument, await customs.Years(instrument.UnitPath, cancellationToken));
        var notices = await db.CustomsNotices.AsNoTracking().Where(n => n.InstrumentId == instrument.Id).OrderByDescending(n => n.IssuedOn).ThenByDescending(n => n.Id).ToListAsync(cancellationToken);
        var free = until is null || until < today || notices.Any(n => n.Allows(CustomsMatter.Released, today));
        return new CustomsStanding(
            until is { } last ? new Supervision(instrument.CustomsReleasedOn!.Value, last, CustomsSupervision.StateOn(today, last)) : null,
            free || notices.Any(n => n.Allows(CustomsMatter.Moved, today)), free, notices.ConvertAll(CustomsNoticeRow.Of));
    }
}
