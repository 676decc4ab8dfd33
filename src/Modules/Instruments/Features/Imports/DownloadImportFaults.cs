using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;
using Modular.Shared.Sheets;

namespace Modular.Instruments;

/// <summary>The same list back with what is wrong beside each row and the cells in question marked, to be mended in the file and sent in again.</summary>
internal sealed record DownloadImportFaults(Guid ImportId) : IRequest<SheetDownload>;

internal sealed class DownloadImportFaultsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/imports/{importId:guid}/faults-file", async (Guid importId, IMediator mediator, CancellationToken ct) => await mediator.Send(new DownloadImportFaults(importId), ct))
        .Produces(StatusCodes.Status200OK, contentType: SheetDownload.Xlsx)
        .RequirePermission(Permissions.InstrumentsImport, DataScope.Organisation);
}

internal sealed class DownloadImportFaultsHandler(InstrumentsDb db, IFileStore files, CurrentUser user) : IRequestHandler<DownloadImportFaults, SheetDownload>
{
    public async Task<SheetDownload> Handle(DownloadImportFaults request, CancellationToken cancellationToken)
    {
        var (import, _) = await db.ImportInReach(request.ImportId, user, cancellationToken);
        if (import.State is not (ImportState.Ready or ImportState.Done)) throw ImportProblems.NotReady();
        var mapping = import.Mapping;
        var sheet = new SheetContent(
            mapping.Sheet,
            [new SheetColumn("检查结果", Width: 50), .. mapping.Columns.Select(column => new SheetColumn(column.Title.Length > 0 ? column.Title : column.Letter, SheetColumnFormat.General, Width: 18))],
            Rows(import, cancellationToken));
        return new SheetDownload($"{Path.GetFileNameWithoutExtension(import.FileName)}-检查结果", [sheet]);
    }

    // Both in the order of the sheet: the file is read beside its checked rows, neither is held as a whole.
    async IAsyncEnumerable<IReadOnlyList<object?>> Rows(InstrumentImport import, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var content = files.Open(import.FileHash);
        using var book = SheetReader.Open(content, cancelled: ct);
        using var rows = ImportCheck.SheetOf(book, import.Mapping).Rows().GetEnumerator();
        var found = rows.MoveNext();
        await foreach (var row in db.ImportRows.AsNoTracking().Where(r => r.ImportId == import.Id).OrderBy(r => r.Number).AsAsyncEnumerable().WithCancellation(ct))
        {
            while (found && rows.Current.Number < row.Number) found = rows.MoveNext();
            if (found && rows.Current.Number == row.Number) yield return Row(import.Mapping, rows.Current, row);
        }
    }

    static IReadOnlyList<object?> Row(ImportMapping mapping, SheetRow source, ImportRow row)
    {
        var findings = RowCheck.FindingsOf(row);
        var mended = RowCheck.MendedOf(row.Mended) ?? [];
        var marks = findings.Where(f => f.FieldKey is not null).GroupBy(f => f.FieldKey!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Max(f => f.Severity) == FaultSeverity.Error ? SheetMark.Error : SheetMark.Warning, StringComparer.Ordinal);
        var cells = new List<object?>(mapping.Columns.Count + 1) { Said(row, findings) };
        foreach (var column in mapping.Columns)
        {
            var value = column.FieldKey is { } key && mended.TryGetValue(key, out var text) ? text : ValueOf(source[column.Index]);
            cells.Add(column.FieldKey is { } field && marks.TryGetValue(field, out var mark) ? new MarkedCell(value, mark) : value);
        }

        return cells;
    }

    static object? Said(ImportRow row, IReadOnlyList<RowFinding> findings)
    {
        if (findings.Count == 0) return null;
        var lines = findings.OrderByDescending(f => f.Severity)
            .Select(f => $"{(f.Severity == FaultSeverity.Error ? "错误" : "提示")}：{(f.Column is null ? "" : $"{f.Column}：")}{FaultTexts.InChinese(f.Code, f.Args)}{(f.Recommendation is null ? "" : $" → {f.Recommendation}")}");
        return new MarkedCell($"第 {row.Number} 行\n{string.Join('\n', lines)}", row.Outcome == RowOutcome.Refuse ? SheetMark.Error : SheetMark.Warning);
    }

    static object? ValueOf(SheetCell cell) => cell.Kind switch
    {
        SheetCellKind.Empty => null,
        SheetCellKind.Number when cell.Exact is { } number => number,
        SheetCellKind.Date when cell.Date is { } date => date,
        _ => cell.Text,
    };
}
