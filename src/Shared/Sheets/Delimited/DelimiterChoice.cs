namespace Modular.Shared.Sheets;

/// <summary>Finds the delimiter by trying each: the one that cuts most records into the same number of fields.</summary>
internal static class DelimiterChoice
{
    private const string Candidates = "\t|,;";
    private const int MostRecords = 300;

    /// <summary>The delimiter, and whether the first line only names it (sep=;).</summary>
    public static (char Delimiter, bool Hint) Of(string sample)
    {
        var firstLine = sample.AsSpan().TrimStart('\uFEFF');
        var lineEnd = firstLine.IndexOfAny('\r', '\n');
        firstLine = lineEnd < 0 ? firstLine : firstLine[..lineEnd];
        if (firstLine.Length == 5 && firstLine.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
            return (firstLine[4], true);

        var best = (Delimiter: ',', Score: 0d);
        foreach (var candidate in Candidates)
        {
            var score = Score(sample, candidate);
            if (score > best.Score)
                best = (candidate, score);
        }

        return (best.Delimiter, false);
    }

    private static double Score(string sample, char delimiter)
    {
        var records = new DelimitedRecords(new StringReader(sample), delimiter, sample.Length + 1, sample.Length + 1, tolerant: true);
        var counts = new Dictionary<int, int>();
        var total = 0;
        while (total < MostRecords && records.Next())
        {
            if (records.Fields is [""] || records.Fields[0].StartsWith('#'))
                continue;
            total++;
            counts[records.Fields.Count] = counts.GetValueOrDefault(records.Fields.Count) + 1;
        }

        if (total == 0)
            return 0;
        var (fields, times) = counts.OrderByDescending(c => c.Key > 1 ? c.Value : 0).ThenByDescending(c => c.Key).First();
        // More columns make an agreement less likely to be chance: commas in prose rarely agree.
        return fields < 2 ? 0 : (double)times / total * (1 + Math.Log2(fields));
    }
}
