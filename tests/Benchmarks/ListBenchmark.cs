using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Modular.Benchmarks;

/// <summary>
/// P1 and P2: the registry's list of 20, authorised and scope-filtered, beside bare Kestrel answering 13 bytes and beside the same list in
/// hand-written Npgsql without authorisation. All in one process, interleaved, five rounds.
/// </summary>
internal static class ListBenchmark
{
    const int Connections = 32;
    const int Rounds = 5;
    static readonly TimeSpan Length = TimeSpan.FromSeconds(3);

    public static async Task Run(Options options)
    {
        var count = options.Count ?? 180_000;
        await using var product = await Product.Start(count);
        await using var plain = await Reference(product.Connection);
        var plainPort = PortOf(plain);
        Console.WriteLine($"{count} instruments, {Connections} connections, {Rounds} rounds of {Length.TotalSeconds} s");

        foreach (var (person, path) in new[] { ("unit.admin", "a unit"), ("department.reviewer", "a department"), ("region.policy", "the region") })
        {
            var cookie = await product.SignIn(person);
            var scope = await ScopeOf(product.Connection, person);
            (string Name, Func<Task<(double PerSecond, double Cpu)>> Ask)[] contestants =
            [
                ("bare Kestrel", () => Load.Run(plainPort, "/hello", null, Connections, Length)),
                ("hand-written", () => Load.Run(plainPort, $"/list?scope={scope}", null, Connections, Length)),
                ("hand-written, no count", () => Load.Run(plainPort, $"/list?scope={scope}&count=0", null, Connections, Length)),
                ("product", () => Load.Run(product.Port, "/api/instruments?size=20", cookie, Connections, Length)),
            ];
            // Until the runtime has compiled what is hot, some ten seconds, the product is slower.
            for (var warm = 0; warm < 3; warm++)
                foreach (var (_, ask) in contestants) await ask();

            var results = contestants.Select(_ => new List<double>()).ToArray();
            var cpu = contestants.Select(_ => new List<double>()).ToArray();
            for (var round = 0; round < Rounds; round++)
            {
                for (var i = 0; i < contestants.Length; i++)
                {
                    var (perSecond, microseconds) = await contestants[i].Ask();
                    results[i].Add(perSecond);
                    cpu[i].Add(microseconds);
                }
            }

            Console.WriteLine($"\nscope: {path}");
            for (var i = 0; i < contestants.Length; i++) Console.WriteLine($"  {contestants[i].Name,-24} {Show(results[i], "F0")} /s   {Show(cpu[i], "F0")} µs of processor each");
            Console.WriteLine($"  P1 product ÷ bare Kestrel           {Show(Ratio(results[3], results[0]), "F3")}   (floor 0.06, stretch 0.10)");
            Console.WriteLine($"  P2 product ÷ hand-written           {Show(Ratio(results[3], results[1]), "F2")}   (floor 0.35, stretch 0.60)");
            Console.WriteLine($"     product ÷ hand-written, no count {Show(Ratio(results[3], results[2]), "F2")}");
        }
    }

    static async Task<WebApplication> Reference(string connection)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var source = NpgsqlDataSource.Create(connection);
        builder.Services.AddSingleton(source);
        var app = builder.Build();
        app.MapGet("/hello", () => "Hello, World!");
        app.MapGet("/list", (string scope, int? count) => Page(source, scope, count != 0));
        await app.StartAsync();
        return app;
    }

    static async Task<IResult> Page(NpgsqlDataSource source, string scope, bool count)
    {
        await using var connection = await source.OpenConnectionAsync();
        var rows = new List<object>(20);
        await using (var command = new NpgsqlCommand(
            """
            SELECT "Id", "AssetNumber", "NameZh", "Model", "Manufacturer", "ClassCode", "UnitId", "UnitName", "OriginalValueFen", "BookedOn", "LifeCycle",
                   "OperatingStatus", "SubmittedAt", "UpdatedAt", "Version"
            FROM instruments.instruments WHERE "UnitPath" LIKE $1 ORDER BY "UpdatedAt" DESC, "Id" DESC LIMIT 20
            """, connection)
        { Parameters = { new() { Value = scope + "%" } } })
        {
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                rows.Add(new
                {
                    Id = reader.GetGuid(0), AssetNumber = Text(reader, 1), NameZh = Text(reader, 2), Model = Text(reader, 3), Manufacturer = Text(reader, 4), ClassCode = Text(reader, 5),
                    UnitId = reader.GetGuid(6), UnitName = Text(reader, 7), OriginalValueFen = reader.GetInt64(8), BookedOn = reader.GetFieldValue<DateOnly>(9), LifeCycle = Text(reader, 10),
                    OperatingStatus = Text(reader, 11), SubmittedAt = reader.IsDBNull(12) ? (DateTime?)null : reader.GetDateTime(12), UpdatedAt = reader.GetDateTime(13), Version = reader.GetInt32(14),
                });
            }
        }

        var total = 0L;
        if (count)
        {
            await using var counting = new NpgsqlCommand("SELECT count(*) FROM instruments.instruments WHERE \"UnitPath\" LIKE $1", connection) { Parameters = { new() { Value = scope + "%" } } };
            total = (long)(await counting.ExecuteScalarAsync())!;
        }

        return Results.Json(new { items = rows, total, page = 1, size = 20 });
    }

    static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    static async Task<string> ScopeOf(string connection, string userName)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand("SELECT o.\"ScopePath\" FROM units.accounts a JOIN units.organisations o ON o.\"Id\" = a.\"OrganisationId\" WHERE a.\"UserName\" = $1");
        command.Parameters.Add(new() { Value = userName });
        return (string)(await command.ExecuteScalarAsync())!;
    }

    static int PortOf(WebApplication app) =>
        new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;

    static List<double> Ratio(List<double> over, List<double> under) => [.. over.Zip(under, (a, b) => a / b)];

    static string Show(List<double> values, string format)
    {
        var sorted = values.Order().ToList();
        string Number(double value) => value.ToString(format, CultureInfo.InvariantCulture);
        return $"{Number(sorted[sorted.Count / 2]),8} ({Number(sorted[0])}–{Number(sorted[^1])})";
    }
}
