using Modular.Census;
using Modular.Evaluation;
using Modular.Host;
using Modular.Instruments;
using Modular.PurchaseReview;
using Modular.Shared;
using Modular.Sharing;
using Modular.Units;

if (args.Contains("--healthcheck", StringComparer.Ordinal)) return await HealthProbe.Run();

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
var database = Configuration.Database(builder.Configuration);

builder.WebHost.ConfigureKestrel(server =>
{
    server.AddServerHeader = false;
    // Uploads say for themselves how much they take; everything else is small.
    server.Limits.MaxRequestBodySize = 1024 * 1024;
});
if (builder.Configuration["PORT"] is { Length: > 0 } port) builder.WebHost.UseUrls($"http://{builder.Configuration["HOST"] ?? "localhost"}:{port}");

builder.Services
    .AddSharedMechanisms()
    .AddSingleton(_ => builder.Configuration["Audit:Key"] is { Length: > 0 } key ? new AuditKey(Convert.FromBase64String(key)) : AuditKey.In(Configuration.DataFolder(builder.Configuration)))
    .AddSingleton<IFileStore>(new FolderFileStore(Path.Combine(Configuration.DataFolder(builder.Configuration), "files")))
    .AddUnits(database, builder.Configuration)
    .AddInstruments(database)
    .AddSharing(database)
    .AddCensus(database)
    .AddEvaluation(database)
    .AddPurchaseReview(database)
    .ConfigureHttpJsonOptions(options => JsonShape.Configure(options.SerializerOptions))
    // The same answer to a malformed request in every environment.
    .Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true)
    .AddApiDocument()
    .AddResponseCompression(options => options.EnableForHttps = true)
    .AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);
builder.Services.AddHostedService<BackgroundLoops>();

var app = builder.Build();

if (args.Contains("--openapi", StringComparer.Ordinal))
{
    app.UseRouting();
    app.MapPlatform();
    await ApiDocument.Write(app, args[Array.IndexOf(args, "--openapi") + 1]);
    return 0;
}

if (!await Startup.Prepare(app, args)) return 1;
if (args.Contains("--migrate", StringComparer.Ordinal)) return 0;

app.UseExceptionHandler();
app.UseStatusCodePages();
app.UsePageSecurity();
app.UseResponseCompression();
app.UsePages();
app.UseRouting();
app.UseMiddleware<CleanRequests>();
app.UseAuthentication();
app.UseAuthorization();
app.UseIdempotency();
app.MapPlatform();
app.MapSpa();

await app.RunAsync();
return 0;

/// <summary>Named so that the tests can start the whole platform.</summary>
public sealed partial class Program;
