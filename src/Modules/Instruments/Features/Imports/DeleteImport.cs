using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Throws a list away that nothing has come of. What was taken over stays, and so does the list it came from.</summary>
internal sealed record DeleteImport(Guid ImportId) : IRequest;

internal sealed class DeleteImportEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/imports/{importId:guid}", async (Guid importId, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new DeleteImport(importId), ct);
            return TypedResults.NoContent();
        })
        .RequirePermission(Permissions.InstrumentsImport, DataScope.Organisation);
}

internal sealed class DeleteImportHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : AsyncRequestHandler<DeleteImport>
{
    protected override async Task Handle(DeleteImport request, CancellationToken cancellationToken)
    {
        var (import, _) = await db.ImportInReach(request.ImportId, user, cancellationToken);
        if (import.State == ImportState.Committing) throw ImportProblems.Busy();
        if (import.State == ImportState.Done) throw ImportProblems.Done();

        db.Imports.Remove(import);
        db.Record(user, clock, "import.deleted", import.Id, import.OwnerPath, before: new { import.FileName, import.FileHash });
        await db.SaveChangesAsync(cancellationToken);
        // A check that still runs finds its list gone and ends.
        await db.Jobs.Where(j => j.Id == import.JobId).ExecuteUpdateAsync(set => set.SetProperty(j => j.CancelRequested, true), cancellationToken);
    }
}
