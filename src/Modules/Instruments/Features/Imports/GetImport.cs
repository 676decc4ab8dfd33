using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>One import: how the list is read, what is wrong with it, and what would come of it.</summary>
internal sealed record GetImport(Guid ImportId) : IRequest<ImportDetails>;

internal sealed class GetImportEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/imports/{importId:guid}", async (Guid importId, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetImport(importId), ct)))
        .RequirePermission(Permissions.InstrumentsImport, DataScope.Organisation);
}

internal sealed class GetImportHandler(InstrumentsDb db, CurrentUser user) : IRequestHandler<GetImport, ImportDetails>
{
    public async Task<ImportDetails> Handle(GetImport request, CancellationToken cancellationToken)
    {
        var (import, job) = await db.ImportInReach(request.ImportId, user, cancellationToken);
        return ImportDetails.Of(import, job);
    }
}
