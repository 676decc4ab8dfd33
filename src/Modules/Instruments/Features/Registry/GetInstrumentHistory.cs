using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>An instrument's whole life, newest step first, each with what it changed (I-4).</summary>
internal sealed record GetInstrumentHistory(Guid InstrumentId, int? Page, int? Size) : IRequest<Page<RevisionRow>>;

internal sealed record RevisionRow(
    int Version, DateTimeOffset At, string By, string Organisation, string Action, string? Reason, IReadOnlyList<FieldChange> Changes, IReadOnlyList<ReviewRemark> Remarks);

internal sealed class GetInstrumentHistoryEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/{instrumentId:guid}/history", async (Guid instrumentId, int? page, int? size, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new GetInstrumentHistory(instrumentId, page, size), ct)))
        .RequirePermission(Permissions.InstrumentsRead, DataScope.Organisation);
}

internal sealed class GetInstrumentHistoryHandler(InstrumentsDb db, CurrentUser user) : IRequestHandler<GetInstrumentHistory, Page<RevisionRow>>
{
    public async Task<Page<RevisionRow>> Handle(GetInstrumentHistory request, CancellationToken cancellationToken)
    {
        if (!await db.Instruments.Within(user).AnyAsync(i => i.Id == request.InstrumentId, cancellationToken)) throw InstrumentProblems.NotFound(request.InstrumentId);
        return await db.Revisions.AsNoTracking()
            .Where(r => r.InstrumentId == request.InstrumentId)
            .OrderByDescending(r => r.Version)
            .Select(r => new RevisionRow(r.Version, r.At, r.AccountName, r.OrganisationName, r.Action, r.Reason, r.Changes, r.Remarks))
            .ToPage(request.Page, request.Size, cancellationToken);
    }
}
