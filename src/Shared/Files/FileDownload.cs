using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Modular.Shared;

/// <summary>A stranger's file on its way out: pictures as pictures, everything else to be saved; never something that a browser would run.</summary>
public class FileDownload(string fileName, string contentType, string hash, DateTimeOffset addedAt, Stream content) : IResult
{
    /// <summary>How long a browser may show it without asking again; not at all unless set.</summary>
    public TimeSpan? Fresh { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        if (Fresh is { } fresh) headers.CacheControl = $"public, max-age={fresh.TotalSeconds:F0}";
        var saved = contentType.StartsWith("image/", StringComparison.Ordinal) ? null : fileName;
        return Results.Stream(content, contentType, saved, addedAt, new EntityTagHeaderValue($"\"{hash}\""), enableRangeProcessing: true)
            .ExecuteAsync(httpContext);
    }
}
