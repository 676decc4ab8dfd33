using System.Net.Http.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Modular.Benchmarks;

/// <summary>The whole platform on Kestrel, on a database that keeps its seed from run to run.</summary>
internal sealed class Product : WebApplicationFactory<Modular.Host.DatabaseHealth>
{
    readonly string _connection;
    readonly int _instruments;

    Product(string connection, int instruments)
    {
        (_connection, _instruments) = (connection, instruments);
        UseKestrel(0);
    }

    public string Connection => _connection;

    public int Port { get; private set; }

    public static async Task<Product> Start(int instruments)
    {
        var server = Environment.GetEnvironmentVariable("MODULAR_TEST_POSTGRES") ?? throw new InvalidOperationException("MODULAR_TEST_POSTGRES is not set; npm run bench brings a server.");
        var name = $"modular_bench_{instruments}";
        await using (var admin = new NpgsqlConnection(server))
        {
            await admin.OpenAsync();
            await using var exists = new NpgsqlCommand($"SELECT count(*) FROM pg_database WHERE datname = '{name}'", admin);
            if ((long)(await exists.ExecuteScalarAsync())! == 0)
            {
                await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", admin);
                await create.ExecuteNonQueryAsync();
            }
        }

        var product = new Product(new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString, instruments);
        product.StartServer();
        product.Port = new Uri(product.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        await using var connection = new NpgsqlConnection(product._connection);
        await connection.OpenAsync();
        await using var analyse = new NpgsqlCommand("ANALYZE", connection);
        await analyse.ExecuteNonQueryAsync();
        return product;
    }

    /// <returns>The session's cookie.</returns>
    public async Task<string> SignIn(string userName)
    {
        using var client = new HttpClient();
        using var answer = await client.PostAsJsonAsync($"http://127.0.0.1:{Port}/api/units/session", new { userName, password = "Demo#2026" });
        answer.EnsureSuccessStatusCode();
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Benchmark");
        builder.UseSetting("Database:Provider", "PostgreSql");
        builder.UseSetting("ConnectionStrings:Modular", _connection);
        builder.UseSetting("Demo:Enabled", "true");
        builder.UseSetting("seed-scale", _instruments.ToString(System.Globalization.CultureInfo.InvariantCulture));
        builder.UseSetting("DATA_DIR", Path.Combine(Path.GetTempPath(), "modular-bench"));
        builder.ConfigureLogging(logging => logging.ClearProviders());
    }
}
