using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Says since when two units are no longer affiliated. What was settled before stays as it was.</summary>
/// <param name="Until">The last day on which they are.</param>
internal sealed record EndAffiliation(DateOnly Until, int Version) : IRequest<OpenedRecord>
{
    internal Guid AffiliationId { get; init; }
}

internal sealed class EndAffiliationEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/affiliations/{affiliationId:guid}/end", async (Guid affiliationId, EndAffiliation command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { AffiliationId = affiliationId }, ct)))
        .RequirePermission(Permissions.UnitsEdit, DataScope.Organisation);
}

internal sealed class EndAffiliationHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<EndAffiliation, OpenedRecord>
{
    public async Task<OpenedRecord> Handle(EndAffiliation request, CancellationToken cancellationToken)
    {
        // Both see it; the one that declared it, or those above it, end it.
        var affiliation = await db.Affiliations.Include(a => a.Unit.Organisation)
            .SingleOrDefaultAsync(a => a.Id == request.AffiliationId && a.Unit.Organisation.Path.StartsWith(user.ScopePath), cancellationToken)
            ?? throw UnitProblems.AffiliationNotFound(request.AffiliationId);
        var before = new { affiliation.Until };
        affiliation.End(request.Version, request.Until);
        db.Record(user, clock, "affiliation.ended", affiliation.UnitId, affiliation.Unit.Organisation.Path, before, new { affiliation.Until });
        await db.SaveChangesAsync(cancellationToken);
        return new OpenedRecord(affiliation.Id, affiliation.Version);
    }
}
