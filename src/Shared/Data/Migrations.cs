using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Modular.Shared;

public static class Migrations
{
    /// <summary>Brings every module's schema up to date. EF Core takes a database-wide lock, so several instances starting together migrate once.</summary>
    public static async Task MigrateModules(this IServiceProvider services, CancellationToken ct)
    {
        foreach (var module in services.GetServices<ModuleEntry>())
        {
            await using var scope = services.CreateAsyncScope();
            var db = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(module.Mark.Database);
            if ((await db.Database.GetPendingMigrationsAsync(ct)).Any()) await db.Database.MigrateAsync(ct);
        }
    }
}
