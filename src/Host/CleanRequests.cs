using Microsoft.Net.Http.Headers;
using Modular.Shared;

namespace Modular.Host;

/// <summary>Turns away what no handler should have to think of: NUL characters in addresses, JSON that is not UTF-8, and writes that another site's page makes.</summary>
internal sealed class CleanRequests(RequestDelegate next, IProblemDetailsService problems)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Path.Value?.Contains('\0') == true || request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true)
            await Refuse(context, 400, "request.malformed", "The address contains a character that no text has.");
        else if (IsForeignText(request.ContentType))
            await Refuse(context, 415, "request.media-type", "JSON is sent as UTF-8.");
        else if (IsWrite(request.Method) && CallerKey.In(request) is null && IsCrossSite(request))
            await Refuse(context, 403, "request.cross-site", "Changes are only accepted from this platform's own pages.");
        else
            await next(context);
    }

    // RFC 8259 knows no other; an encoding that nobody has would break the reader.
    static bool IsForeignText(string? contentType) => contentType is not null && MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.Charset.HasValue && type.MediaType.Value?.EndsWith("json", StringComparison.OrdinalIgnoreCase) == true
        && !HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    static bool IsWrite(string method) => !(HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method));

    // Browsers say where a request comes from; scripts with a cookie jar say nothing and are no victims of another page.
    static bool IsCrossSite(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site is not ("same-origin" or "none");
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0 && !(Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }

    async Task Refuse(HttpContext context, int status, string code, string detail)
    {
        context.Response.StatusCode = status;
        await problems.WriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails = { Status = status, Detail = detail, Extensions = { ["code"] = code } },
        });
    }
}
