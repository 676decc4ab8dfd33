using System.Data.Common;
using Microsoft.Data.SqlClient;
using Modular.Shared;
using Npgsql;

namespace Modular.Tests;

/// <summary>
/// The database of one test run, made at its start and dropped at its end, on the server that <c>MODULAR_TEST_POSTGRES</c> names (or,
/// where it is set, <c>MODULAR_TEST_SQLSERVER</c>).
/// </summary>
sealed class TestDatabase
{
    readonly string _name = $"modular_test_{Guid.NewGuid():N}";
    readonly string? _server;

    TestDatabase(DatabaseProvider provider, string? server) => (Provider, _server) = (provider, server);

    public DatabaseProvider Provider { get; }

    public bool Available => !string.IsNullOrEmpty(_server);

    public string ConnectionString
    {
        get
        {
            var server = _server ?? throw new InvalidOperationException(
                "This test needs a database server. Set MODULAR_TEST_POSTGRES, or run npm test, which brings one.");
            // A run takes its share of the server's connections, not all of them.
            return Provider == DatabaseProvider.SqlServer
                ? new SqlConnectionStringBuilder(server) { InitialCatalog = _name, MaxPoolSize = 25 }.ConnectionString
                : new NpgsqlConnectionStringBuilder(server) { Database = _name, MaxPoolSize = 25 }.ConnectionString;
        }
    }

    public static TestDatabase FromEnvironment() => Environment.GetEnvironmentVariable("MODULAR_TEST_SQLSERVER") is { Length: > 0 } sqlServer
        ? new TestDatabase(DatabaseProvider.SqlServer, sqlServer)
        : new TestDatabase(DatabaseProvider.PostgreSql, Environment.GetEnvironmentVariable("MODULAR_TEST_POSTGRES"));

    public Task Create() => OnServer($"CREATE DATABASE {_name}");

    public async Task Drop()
    {
        NpgsqlConnection.ClearAllPools();
        SqlConnection.ClearAllPools();
        await OnServer(Provider == DatabaseProvider.SqlServer
            ? $"ALTER DATABASE {_name} SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE {_name}"
            : $"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
    }

    async Task OnServer(string statement)
    {
        await using DbConnection connection = Provider == DatabaseProvider.SqlServer
            ? new SqlConnection(new SqlConnectionStringBuilder(_server) { InitialCatalog = "master" }.ConnectionString)
            : new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_server) { Database = "postgres" }.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }
}
