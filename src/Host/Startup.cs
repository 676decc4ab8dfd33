using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Host;

/// <summary>What happens between the build of the host and its first request.</summary>
internal static partial class Startup
{
    const int StandardDemoSize = 1500;

    /// <returns>False when the platform cannot start; the reason has been said.</returns>
    public static async Task<bool> Prepare(WebApplication app, string[] args)
    {
        var settings = app.Services.GetRequiredService<DatabaseSettings>();
        if (await ConnectionFault(app, settings) is { } fault)
        {
            LogNoDatabase(app.Logger, settings.Provider, fault);
            return false;
        }

        // In production migrations are a step of their own (--migrate); elsewhere they run by themselves.
        if (args.Contains("--migrate", StringComparer.Ordinal) || !app.Environment.IsProduction() || app.Configuration.GetValue<bool>("Database:Migrate"))
            await app.Services.MigrateModules(CancellationToken.None);

        if (app.Configuration.GetValue<bool>("Demo:Enabled")) await SeedDemo(app);
        return true;
    }

    static async Task SeedDemo(WebApplication app)
    {
        // The command line is part of the configuration: --seed-scale 180000.
        var size = app.Configuration.GetValue("seed-scale", StandardDemoSize);
        await using var scope = app.Services.CreateAsyncScope();
        foreach (var seed in scope.ServiceProvider.GetServices<IDemoSeed>().OrderBy(seed => seed.Order)) await seed.Seed(size, CancellationToken.None);
    }

    static async Task<string?> ConnectionFault(WebApplication app, DatabaseSettings settings)
    {
        if (settings.ConnectionString.Length == 0) return "ConnectionStrings:Modular is not set.";
        try
        {
            await using var scope = app.Services.CreateAsyncScope();
            var first = scope.ServiceProvider.GetServices<ModuleEntry>().First();
            var db = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(first.Mark.Database);
            await db.Database.OpenConnectionAsync();
            await db.Database.CloseConnectionAsync();
            return null;
        }
        catch (Exception failure) when (failure is ArgumentException or System.Data.Common.DbException or InvalidOperationException or TimeoutException or System.Net.Sockets.SocketException)
        {
            return (failure.InnerException ?? failure).Message;
        }
    }

    [LoggerMessage(LogLevel.Critical, "The database ({Provider}) cannot be used: {Fault} Check Database:Provider and ConnectionStrings:Modular.")]
    static partial void LogNoDatabase(ILogger log, DatabaseProvider provider, string fault);
}
