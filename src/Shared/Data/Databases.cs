using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Modular.Shared;

public enum DatabaseProvider
{
    PostgreSql,
    SqlServer,
}

/// <summary>Which database the platform keeps its records in: <c>Database:Provider</c> and <c>ConnectionStrings:Modular</c>.</summary>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString);

/// <summary>What differs between the two providers, in one place.</summary>
public static class Databases
{
    /// <param name="keptPlans">Whether statements keep the plan they were first given: <see cref="KeptPlans{TDb}"/>.</param>
    public static void Use(this DbContextOptionsBuilder options, DatabaseSettings settings, string schema, bool keptPlans = false)
    {
        if (settings.Provider == DatabaseProvider.SqlServer)
            options.UseSqlServer(settings.ConnectionString, sql => sql.MigrationsHistoryTable("__migrations", schema));
        else
            options.UseNpgsql(Prepared(settings.ConnectionString, keptPlans), npgsql => npgsql.MigrationsHistoryTable("__migrations", schema));
    }

    // Statements that come again and again are prepared, which saves the server a third of its work for short ones. Their plans are still made
    // for the values at hand: what is quick for a region's scope is a walk through the whole table for a unit's. Nothing here changes a
    // session's state, so none is put back between uses: doing so costs as much as reading a page of a list.
    static string Prepared(string connectionString, bool keptPlans)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        if (!connection.ContainsKey("Max Auto Prepare")) connection.MaxAutoPrepare = 100;
        if (!connection.ContainsKey("No Reset On Close")) connection.NoResetOnClose = true;
        if (string.IsNullOrEmpty(connection.Options)) connection.Options = $"-c plan_cache_mode={(keptPlans ? "force_generic_plan" : "force_custom_plan")}";
        if (keptPlans) connection.MaxPoolSize = Math.Min(connection.MaxPoolSize, KeptPlans.Connections);
        return connection.ConnectionString;
    }

    public static bool IsUniqueViolation(DbUpdateException exception) => IsUniqueViolation(exception.InnerException);

    public static bool IsUniqueViolation(Exception? exception) => exception switch
    {
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        SqlException sql => sql.Number is 2601 or 2627,
        _ => false,
    };

    /// <summary>A collation in which strings compare by code: prefix searches on a materialised path can use its index.</summary>
    public static string BinaryCollation(this DbContext db) => db.Database.IsSqlServer() ? "Latin1_General_100_BIN2" : "C";
}
