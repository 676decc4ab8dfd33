using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Modular.Instruments;

/// <summary>A stranger's file on its way out: photos as pictures, everything else to be saved; never something that a browser would run.</summary>
internal sealed class AttachmentFile(Attachment attachment, Stream content) : IResult
{
    /// <summary>How long a browser may show it without asking again; not at all unless set.</summary>
    public TimeSpan? Fresh { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        if (Fresh is { } fresh) headers.CacheControl = $"public, max-age={fresh.TotalSeconds:F0}";
        var saved = attachment.Kind == AttachmentKind.Photo ? null : attachment.FileName;
        return Results.Stream(content, attachment.ContentType, saved, attachment.AddedAt, new EntityTagHeaderValue($"\"{attachment.Hash}\""), enableRangeProcessing: true)
            .ExecuteAsync(httpContext);
    }
}
