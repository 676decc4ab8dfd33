using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Host;

internal static class Platform
{
    /// <summary>Maps every module's endpoints, and the addresses that others rely on.</summary>
    public static void MapPlatform(this WebApplication app)
    {
        foreach (var module in app.Services.GetServices<ModuleEntry>())
            app.MapModule(module.Mark, module.Assembly, Permissions.AuditRead, Permissions.OperationsRead);
        Finder.Map(app, Permissions.UnitsRead);
        JobDesk.Map(app, Permissions.OperationsRead);
        // Under /api nothing is a page: an unknown address is a problem document.
        app.Map("/api/{**rest}", () => Results.StatusCode(404)).WithMetadata(new AccessRule(null, DataScope.Public)).AllowAnonymous().ExcludeFromDescription();
        app.MapOpenApi().AllowAnonymous();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") }).AllowAnonymous();
    }
}

/// <summary>Ready means: the database answers.</summary>
internal sealed class DatabaseHealth(IServiceScopeFactory scopes) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var first = scope.ServiceProvider.GetServices<ModuleEntry>().First();
        var db = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(first.Mark.Database);
        return await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database does not answer.");
    }
}

/// <summary><c>--healthcheck</c>: asks the running platform whether it lives, for container engines whose image has no curl.</summary>
internal static class HealthProbe
{
    public static async Task<int> Run()
    {
        var port = Environment.GetEnvironmentVariable("PORT") is { Length: > 0 } set ? set : "8080";
        try
        {
            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(3) };
            using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/health/live"));
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            return 1;
        }
    }
}
