using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Stops the check or the commit of a list. A commit that is stopped has changed nothing; one that was quicker than its cancellation stands.</summary>
internal sealed record CancelImport(Guid ImportId) : IRequest<ImportDetails>;

internal sealed class CancelImportEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/imports/{importId:guid}/cancel", async (Guid importId, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new CancelImport(importId), ct)))
        .RequirePermission(Permissions.InstrumentsImport, DataScope.Organisation);
}

internal sealed class CancelImportHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<CancelImport, ImportDetails>
{
    public async Task<ImportDetails> Handle(CancelImport request, CancellationToken cancellationToken)
    {
        var (import, job) = await db.ImportInReach(request.ImportId, user, cancellationToken);
        if (!import.Busy || job is null) return ImportDetails.Of(import, job);

        var now = clock.GetUtcNow();
        // What has not begun will not begin; what runs is told, and stops within a second.
        await db.Jobs.Where(j => j.Id == job.Id && j.State == JobState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.State, JobState.Cancelled).SetProperty(j => j.FinishedAt, now), cancellationToken);
        await db.Jobs.Where(j => j.Id == job.Id && j.State == JobState.Running)
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.CancelRequested, true), cancellationToken);
        db.Record(user, clock, "import.cancelled", import.Id, import.OwnerPath);
        await db.SaveChangesAsync(cancellationToken);

        db.ChangeTracker.Clear();
        var (after, work) = await db.ImportInReach(request.ImportId, user, cancellationToken);
        return ImportDetails.Of(after, work);
    }
}
