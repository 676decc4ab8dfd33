using System.Text.Json;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Takes a checked list over into the registry: in the background, all in one transaction, once.</summary>
/// <param name="Mode">all: every row, refused while any row is wrong. clean: the rows without errors.</param>
internal sealed record CommitImport(CommitMode Mode, int Version) : IRequest<ImportDetails>
{
    internal Guid ImportId { get; init; }
}

internal sealed class CommitImportEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/imports/{importId:guid}/commit", async (Guid importId, CommitImport command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { ImportId = importId }, ct)))
        .RequirePermission(Permissions.InstrumentsImport, DataScope.Organisation)
        .Idempotent();
}

internal sealed class CommitImportValidator : AbstractValidator<CommitImport>
{
    public CommitImportValidator() => RuleFor(c => c.Mode).IsInEnum();
}

internal sealed class CommitImportHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<CommitImport, ImportDetails>
{
    public async Task<ImportDetails> Handle(CommitImport request, CancellationToken cancellationToken)
    {
        var import = await db.OpenImport(request.ImportId, request.Version, user, cancellationToken);
        if (import.State != ImportState.Ready) throw ImportProblems.NotReady();
        if (request.Mode == CommitMode.All && import.Counts.Refuse > 0) throw ImportProblems.HasRefusedRows(import.Counts.Refuse);

        var order = new CommitOrder(import.Id, request.Mode, Requester.Of(user));
        var job = db.Later(import, ImportCommitWork.Name, JsonSerializer.Serialize(order, JsonShape.Options), ImportState.Committing, user, clock.GetUtcNow());
        import.Version++;
        await db.SaveChangesAsync(cancellationToken);
        return ImportDetails.Of(import, job);
    }
}
