using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>The rows of a checked list, in its order: what each says, what is wrong with it, and what it would change.</summary>
/// <param name="FaultCode">Only rows with this fault.</param>
internal sealed record ListImportRows(Guid ImportId, RowOutcome? Outcome, string? FaultCode, int? Page, int? Size) : IRequest<Page<ImportedRow>>;

/// <param name="Number">As the spreadsheet shows it.</param>
/// <param name="Values">The cells' texts by field; those mended by hand in place of the list's.</param>
/// <param name="InstrumentId">The instrument of the registry that the row is about; for a new one, once it is there.</param>
internal sealed record ImportedRow(
    int Number, RowOutcome Outcome, string? UnitName, Guid? InstrumentId, IReadOnlyDictionary<string, string> Values, IReadOnlyList<string> Mended, bool LeftOut,
    IReadOnlyList<FieldChange> Changes, IReadOnlyList<ImportFault> Faults)
{
    public static ImportedRow Of(ImportRow row, ImportState state)
    {
        var mended = RowCheck.MendedOf(row.Mended) ?? [];
        var values = CellJson.Read(row.Cells).ToDictionary(cell => cell.Key, cell => CellJson.TextOf(cell.Value), StringComparer.Ordinal);
        foreach (var (key, text) in mended) values[key] = text;
        return new ImportedRow(
            row.Number, row.Outcome, row.UnitName, row.Outcome == RowOutcome.Create && state != ImportState.Done ? null : row.InstrumentId,
            values, [.. mended.Keys], row.LeftOut, RowCheck.ChangesOf(row),
            [.. RowCheck.FindingsOf(row).Select(f => new ImportFault(f.Code, f.Severity, f.FieldKey, f.Column, f.Content, FaultTexts.Of(f.Code, f.Args), f.Recommendation, f.Args))]);
    }
}

/// <param name="Column">Letter and title; null where no column has the field.</param>
/// <param name="Recommendation">What to write instead.</param>
/// <param name="Args">What the client's own words for the code are completed with.</param>
internal sealed record ImportFault(
    string Code, FaultSeverity Severity, string? FieldKey, string? Column, string Content, string Message, string? Recommendation, IReadOnlyList<string> Args);

internal sealed class ListImportRowsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/imports/{importId:guid}/rows", async (Guid importId, Coded<RowOutcome>? outcome, string? faultCode, int? page, int? size, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ListImportRows(importId, outcome?.Value, faultCode, page, size), ct)))
        .RequirePermission(Permissions.InstrumentsImport, DataScope.Organisation);
}

internal sealed class ListImportRowsValidator : AbstractValidator<ListImportRows>
{
    public ListImportRowsValidator()
    {
        RuleFor(q => q.Outcome).IsInEnum();
        RuleFor(q => q.FaultCode).MaximumLength(100);
    }
}

internal sealed class ListImportRowsHandler(InstrumentsDb db, CurrentUser user) : IRequestHandler<ListImportRows, Page<ImportedRow>>
{
    public async Task<Page<ImportedRow>> Handle(ListImportRows request, CancellationToken cancellationToken)
    {
        var import = await db.Imports.AsNoTracking().Within(user).Where(i => i.Id == request.ImportId).Select(i => new { i.State }).SingleOrDefaultAsync(cancellationToken)
            ?? throw ImportProblems.NotFound(request.ImportId);
        var rows = db.ImportRows.AsNoTracking().Where(r => r.ImportId == request.ImportId);
        if (request.Outcome is { } outcome) rows = rows.Where(r => r.Outcome == outcome);
        if (request.FaultCode is { Length: > 0 } code)
        {
            var listed = $",{code},";
            rows = rows.Where(r => r.FaultCodes!.Contains(listed));
        }

        var page = await rows.OrderBy(r => r.Number).ToPage(request.Page, request.Size, cancellationToken, count: rows.CountAsync);
        return new Page<ImportedRow>([.. page.Items.Select(row => ImportedRow.Of(row, import.State))], page.Total, page.Number, page.Size);
    }
}
