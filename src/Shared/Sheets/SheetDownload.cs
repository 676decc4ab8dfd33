using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Modular.Shared.Sheets;

/// <summary>Answers a request with a spreadsheet, row by row as the rows come.</summary>
/// <param name="name">File name without its ending.</param>
/// <param name="sheets">csv takes the first only.</param>
public sealed class SheetDownload(string name, IReadOnlyList<SheetContent> sheets, bool csv = false) : IResult
{
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public const string Csv = "text/csv";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{name}.{(csv ? "csv" : "xlsx")}");
        response.Headers.ContentDisposition = disposition.ToString();
        response.ContentType = csv ? $"{Csv}; charset=utf-8" : Xlsx;
        // The zip archive inside an xlsx ends its entries with synchronous writes.
        httpContext.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        if (csv) await SheetWriter.WriteCsv(response.Body, sheets[0], httpContext.RequestAborted);
        else await SheetWriter.WriteXlsx(response.Body, sheets, httpContext.RequestAborted);
    }
}
