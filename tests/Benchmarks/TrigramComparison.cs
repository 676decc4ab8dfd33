using Npgsql;

namespace Modular.Benchmarks;

/// <summary>The same ranking by PostgreSQL's pg_trgm on the same text: name, English name, model and maker of the real instruments, then of the whole stock.</summary>
internal static class TrigramComparison
{
    public static async Task Print(List<DuplicateEvaluation.Stocked> stock, Dictionary<string, DuplicateEvaluation.Stocked> real, List<JudgedPair> pairs)
    {
        if (Environment.GetEnvironmentVariable("MODULAR_TEST_POSTGRES") is not { Length: > 0 } server)
        {
            Console.WriteLine("\npg_trgm: MODULAR_TEST_POSTGRES is not set, so the comparison is left out; npm run eval:duplicates brings a server.");
            return;
        }
        // An extension is made by who owns the database, so the comparison has one of its own.
        var name = $"modular_eval_{Guid.NewGuid():N}";
        await Tell(server, $"CREATE DATABASE {name}");
        try
        {
            await Compare(new NpgsqlConnectionStringBuilder(server) { Database = name, Pooling = false }.ConnectionString, stock, real, pairs);
        }
        finally
        {
            await Tell(server, $"DROP DATABASE {name}");
        }
    }

    private static async Task Tell(string server, string command)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var told = new NpgsqlCommand(command, connection);
        await told.ExecuteNonQueryAsync();
    }

    private static async Task Compare(string database, List<DuplicateEvaluation.Stocked> stock, Dictionary<string, DuplicateEvaluation.Stocked> real, List<JudgedPair> pairs)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        try
        {
            await using var create = new NpgsqlCommand("CREATE EXTENSION IF NOT EXISTS pg_trgm; CREATE TEMP TABLE eval_stock (row int PRIMARY KEY, found boolean, text text)", connection);
            await create.ExecuteNonQueryAsync();
        }
        catch (PostgresException missing)
        {
            Console.WriteLine($"\npg_trgm is not to be had on this server ({missing.MessageText}); the comparison is left out.");
            return;
        }
        await using (var writer = await connection.BeginBinaryImportAsync("COPY eval_stock FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var s in stock)
                await writer.WriteRowAsync(CancellationToken.None, s.Row, s.RealId is not null, Text(s));
            await writer.CompleteAsync();
        }
        Console.WriteLine("\npg_trgm's similarity() on the same text (name, English name, model, maker), partner in the first ten");
        foreach (var (where, among) in new[] { ("among the real instruments", "WHERE found"), ("among the whole stock", "") })
        {
            foreach (var label in pairs.GroupBy(p => p.Label, StringComparer.Ordinal))
            {
                var inTen = 0;
                foreach (var pair in label)
                {
                    await using var rank = new NpgsqlCommand($"SELECT count(*) FROM eval_stock {among} {(among.Length > 0 ? "AND" : "WHERE")} row <> @own AND similarity(text, @text) > (SELECT similarity(text, @text) FROM eval_stock WHERE row = @partner)", connection);
                    rank.Parameters.AddWithValue("own", real[pair.First].Row);
                    rank.Parameters.AddWithValue("partner", real[pair.Second].Row);
                    rank.Parameters.AddWithValue("text", Text(real[pair.First]));
                    if ((long)(await rank.ExecuteScalarAsync())! < 10) inTen++;
                }
                Console.WriteLine($"  {where,-28} {label.Key,-12} {(double)inTen / label.Count():0.000} ({inTen}/{label.Count()})");
            }
        }
    }

    private static string Text(DuplicateEvaluation.Stocked s) => string.Join(' ', new[] { s.Instrument.NameZh, s.Instrument.NameEn, s.Instrument.Model, s.Instrument.Manufacturer }.Where(t => !string.IsNullOrEmpty(t)));
}
