using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modular.Shared;
using Modular.Units;

namespace Modular.Tests.Access;

/// <summary>A sum over every row of every table, to see that a refused request left nothing behind.</summary>
static class TableSums
{
    // When a session was last seen is written as time passes, when a key was last used with each use; a lease is nobody's data.
    static readonly string[] Restless = ["sessions", "machine_keys", "protection_keys", "leases"];

    public static async Task<IReadOnlyDictionary<string, string>> Of(App app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var tables = app.Services.GetServices<ModuleEntry>()
            .Select(module => (ModuleDbContext)scope.ServiceProvider.GetRequiredService(module.Mark.Database))
            .SelectMany(db => db.Model.GetEntityTypes().Select(entity => (Schema: entity.GetSchema()!, Table: entity.GetTableName()!)))
            .Distinct().Where(table => !Restless.Contains(table.Table, StringComparer.Ordinal));
        var units = scope.ServiceProvider.GetRequiredService<UnitsDb>();
        var sums = await units.Database.SqlQueryRaw<Sum>(string.Join(" UNION ALL ", tables.Select(table => units.Database.IsSqlServer()
            ? $"SELECT '{table.Schema}.{table.Table}' AS \"Table\", CONCAT(COUNT(*), ' ', CHECKSUM_AGG(BINARY_CHECKSUM(*))) AS \"Value\" FROM [{table.Schema}].[{table.Table}]"
            : $"SELECT '{table.Schema}.{table.Table}' AS \"Table\", coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS \"Value\" FROM \"{table.Schema}\".\"{table.Table}\" t"))).ToListAsync();
        return sums.ToDictionary(sum => sum.Table, sum => sum.Value, StringComparer.Ordinal);
    }

    sealed record Sum(string Table, string Value);
}
