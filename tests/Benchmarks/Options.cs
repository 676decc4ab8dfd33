using System.Globalization;

namespace Modular.Benchmarks;

/// <param name="Real">The folder with lists of real instruments; what needs them is left out where it is missing.</param>
/// <param name="Ask">Queries for the catalogue, apart by |.</param>
/// <param name="Instruments">Real instruments and, in <paramref name="Pairs"/>, what was judged of pairs of them.</param>
internal sealed record Options(int Seed, int? Count, string Real, string? Ask, string Instruments, string Pairs)
{
    public static Options Read(string[] args)
    {
        var given = args.Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0].TrimStart('-'), pair => pair[1], StringComparer.Ordinal);
        var real = given.GetValueOrDefault("real") ?? Path.Combine(RepositoryRoot(), "..", "shared", "data");
        return new Options(
            Number("seed") ?? 20260622,
            Number("count"),
            real,
            given.GetValueOrDefault("ask"),
            given.GetValueOrDefault("instruments") ?? Path.Combine(real, "instruments_real.csv"),
            given.GetValueOrDefault("pairs") ?? Path.Combine(real, "duplicate_pairs.csv"));

        int? Number(string name) => given.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : null;
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Modular.sln")))
                return folder.FullName;
        }
        return Directory.GetCurrentDirectory();
    }
}
