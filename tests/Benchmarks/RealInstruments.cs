using System.Text;

namespace Modular.Benchmarks;

/// <summary>An instrument from a real list, as it was written there.</summary>
internal sealed record RealInstrument(string Id, string NameZh, string NameEn, string Model, string Manufacturer, string Functions, string ClassCode, string PriceWan = "");

/// <summary>Two real instruments and what a person said of them: same_model, same_kind or different.</summary>
internal sealed record JudgedPair(string First, string Second, string Label, string Why);

internal static class RealInstruments
{
    public static IReadOnlyList<RealInstrument> Read(string folder) => ReadFile(Path.Combine(folder, "instruments_real.csv"));

    public static IReadOnlyList<RealInstrument> ReadFile(string file) => [.. Rows(file)
        .Select(c => new RealInstrument(c[0], c[1], c[2], c[3], c[4], c[10], c[11].Length >= 6 ? c[11][..6] : "", c[6]))];

    public static IReadOnlyList<JudgedPair> Pairs(string folder) => ReadPairs(Path.Combine(folder, "duplicate_pairs.csv"));

    public static IReadOnlyList<JudgedPair> ReadPairs(string file) => [.. Rows(file).Select(c => new JudgedPair(c[0], c[1], c[2], c.Length > 3 ? c[3] : ""))];

    private static IEnumerable<string[]> Rows(string file)
    {
        if (!File.Exists(file))
        {
            Console.WriteLine($"{file} is not there: what needs it is left out.");
            yield break;
        }
        foreach (var line in File.ReadLines(file).Skip(1))
            yield return [.. Cells(line.TrimEnd('\r'))];
    }

    private static IEnumerable<string> Cells(string line)
    {
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"')
                quoted = !quoted;
            else if (c == ',' && !quoted)
            {
                yield return cell.ToString();
                cell.Clear();
            }
            else
                cell.Append(c);
        }
        yield return cell.ToString();
    }
}
