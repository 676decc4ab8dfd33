using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;
using Modular.Shared.Sheets;

namespace Modular.Instruments;

/// <summary>The chosen rows of the list as a spreadsheet, in the shape of the whole list's. All of them or none: nothing is left out in silence.</summary>
/// <param name="Format">xlsx or csv.</param>
internal sealed record ExportChosenInstruments(string? Format, IReadOnlyList<Guid> Ids) : IRequest<SheetDownload>;

internal sealed class ExportChosenInstrumentsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/export", async (ExportChosenInstruments command, IMediator mediator, CancellationToken ct) => await mediator.Send(command, ct))
        .Produces(StatusCodes.Status200OK, contentType: SheetDownload.Xlsx, additionalContentTypes: SheetDownload.Csv)
        .RequirePermission(Permissions.InstrumentsRead, DataScope.Organisation);
}

internal sealed class ExportChosenInstrumentsValidator : AbstractValidator<ExportChosenInstruments>
{
    public ExportChosenInstrumentsValidator()
    {
        RuleFor(c => c.Format).Must(format => format is null or "xlsx" or "csv").WithErrorCode("export.format").WithMessage("xlsx or csv.");
        RuleFor(c => c.Ids).NotEmpty().Must(ids => ids is null || ids.Count <= Bulk.MaximumRows).WithErrorCode("bulk.too-many").WithMessage($"At most {Bulk.MaximumRows} at once.");
    }
}

internal sealed class ExportChosenInstrumentsHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<ExportChosenInstruments, SheetDownload>
{
    public async Task<SheetDownload> Handle(ExportChosenInstruments request, CancellationToken cancellationToken)
    {
        var ids = request.Ids.Distinct().ToList();
        var chosen = db.Instruments.AsNoTracking().Within(user).Where(i => ids.Contains(i.Id));
        var found = await chosen.Select(i => i.Id).ToListAsync(cancellationToken);
        if (found.Count < ids.Count) throw InstrumentProblems.NotFound(ids.Except(found).First());
        db.Record(user, clock, "instruments.exported", user.OrganisationId, user.ScopePath, after: new { request.Format, Chosen = ids.Count });
        await db.SaveChangesAsync(cancellationToken);
        return ExportInstrumentsHandler.Sheet(ListInstrumentsHandler.Orders.Apply(chosen, "assetNumber"), clock.Today(), csv: request.Format == "csv", cancellationToken);
    }
}
