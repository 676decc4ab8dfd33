using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Modular.Host;

/// <summary>Serves the built client: hashed assets for ever, already compressed; every other address gets the page that then finds its own way.</summary>
internal static class Pages
{
    static readonly FileExtensionContentTypeProvider Types = new();

    /// <summary>Headers that keep a page from running anything but its own scripts.</summary>
    public static void UsePageSecurity(this WebApplication app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        // Ant Design writes style elements while it runs; scripts come from our own files only.
        headers.ContentSecurityPolicy = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)) headers.CacheControl = "no-store";
        return next(context);
    });

    public static void UsePages(this WebApplication app)
    {
        if (DevServer(app) is not null || Root(app) is not { } root) return;

        app.Use(async (context, next) =>
        {
            var request = context.Request;
            var path = request.Path.Value ?? "/";
            if ((HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && path.StartsWith("/assets/", StringComparison.Ordinal)
                && await SendAsset(context, root, path)) return;
            await next(context);
        });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = root });
    }

    /// <summary>Every address that is neither an API nor a file is a page of the client.</summary>
    public static void MapSpa(this WebApplication app)
    {
        if (DevServer(app) is { } server)
            app.UseSpa(spa => spa.UseProxyToSpaDevelopmentServer(server));
        else if (Root(app)?.GetFileInfo("index.html") is { Exists: true } index)
            app.MapFallback(async context =>
            {
                context.Response.ContentType = "text/html; charset=utf-8";
                // The page names the hashed assets: it must be asked for anew after every release.
                context.Response.Headers.CacheControl = "no-cache";
                await context.Response.SendFileAsync(index, context.RequestAborted);
            }).AllowAnonymous();
        else
            app.MapFallback(() => Results.Text("The client has not been built. Run: npm run build", statusCode: 404)).AllowAnonymous();
    }

    static async Task<bool> SendAsset(HttpContext context, PhysicalFileProvider root, string path)
    {
        if (!Types.TryGetContentType(path, out var type)) return false;
        var accepts = context.Request.Headers.AcceptEncoding.ToString();
        foreach (var (encoding, suffix) in new[] { ("br", ".br"), ("gzip", ".gz"), ("", "") })
        {
            if (!accepts.Contains(encoding, StringComparison.Ordinal)) continue;
            var file = root.GetFileInfo(path + suffix);
            if (!file.Exists || file.IsDirectory) continue;

            var headers = context.Response.Headers;
            headers.CacheControl = "public, max-age=31536000, immutable";
            headers.Vary = "Accept-Encoding";
            if (encoding.Length > 0) headers.ContentEncoding = encoding;
            context.Response.ContentType = type;
            context.Response.ContentLength = file.Length;
            if (HttpMethods.IsGet(context.Request.Method)) await context.Response.SendFileAsync(file, context.RequestAborted);
            return true;
        }

        return false;
    }

    static string? DevServer(WebApplication app) => app.Configuration["Spa:DevServer"] is { Length: > 0 } server ? server : null;

    static PhysicalFileProvider? Root(WebApplication app)
    {
        var folder = Path.GetFullPath(app.Configuration["Spa:Root"] is { Length: > 0 } set ? set : Path.Combine("client", "dist"));
        return Directory.Exists(folder) ? new PhysicalFileProvider(folder) : null;
    }
}
