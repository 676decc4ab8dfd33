using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>The lists that were sent in from my subtree, newest first.</summary>
internal sealed record ListImports(int? Page, int? Size) : IRequest<Page<ImportRowInList>>;

internal sealed record ImportRowInList(
    Guid Id, string FileName, DateTimeOffset CreatedAt, string By, ImportState State, int Rows, int Created, int Changed, int Refused);

internal sealed class ListImportsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/imports", async (int? page, int? size, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListImports(page, size), ct)))
        .RequirePermission(Permissions.InstrumentsImport, DataScope.Organisation);
}

internal sealed class ListImportsHandler(InstrumentsDb db, CurrentUser user) : IRequestHandler<ListImports, Page<ImportRowInList>>
{
    public async Task<Page<ImportRowInList>> Handle(ListImports request, CancellationToken cancellationToken)
    {
        var page = await db.Imports.AsNoTracking().Within(user)
            .OrderByDescending(i => i.CreatedAt).ThenByDescending(i => i.Id)
            .Select(i => new
            {
                Import = new InstrumentImport
                {
                    Id = i.Id, OwnerPath = "", OrganisationId = i.OrganisationId, AccountId = i.AccountId, AccountName = i.AccountName, CreatedAt = i.CreatedAt,
                    FileHash = "", FileName = i.FileName, SizeBytes = i.SizeBytes, FileKind = i.FileKind, Signature = "",
                    State = i.State, Counts = i.Counts, Result = i.Result,
                },
                Job = db.Jobs.SingleOrDefault(j => j.Id == i.JobId),
            })
            .ToPage(request.Page, request.Size, cancellationToken);
        return new Page<ImportRowInList>([.. page.Items.Select(item => Row(item.Import, item.Job))], page.Total, page.Number, page.Size);
    }

    static ImportRowInList Row(InstrumentImport import, Job? job)
    {
        import.Settle(job);
        return new ImportRowInList(import.Id, import.FileName, import.CreatedAt, import.AccountName, import.State, import.Counts.Rows,
            import.Result?.Created ?? import.Counts.Create, import.Result?.Changed ?? import.Counts.Change, import.Result?.Refused ?? import.Counts.Refuse);
    }
}
