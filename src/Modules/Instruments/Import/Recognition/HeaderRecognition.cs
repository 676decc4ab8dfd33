using System.Security.Cryptography;
using System.Text;
using Modular.Shared.Sheets;

namespace Modular.Instruments;

/// <summary>
/// What a column was taken for. It is data the user may correct: <paramref name="FieldKey"/> is a field of the record, one of
/// <see cref="ColumnTitles"/>' further keys, or null; <paramref name="Reason"/> says why, in a word the client translates.
/// </summary>
internal sealed record ColumnGuess(int ColumnIndex, string Title, string? FieldKey, double Confidence, string Reason, ColumnTransform? Transform)
{
    /// <summary>All fields the column feeds: a split column feeds several.</summary>
    public IEnumerable<string> Fields => (FieldKey, Transform) switch
    {
        (null or ColumnTitles.Ignored, _) => [],
        (_, ColumnTransform.MakerModel) => ["manufacturer", "model", "originCountry"],
        (_, ColumnTransform.NameModel) => ["nameZh", "model", "manufacturer"],
        _ => [FieldKey],
    };
}

/// <summary>Where a list's header stands and what its columns mean.</summary>
/// <param name="HeaderRows">As the spreadsheet shows them; empty where the list has none.</param>
/// <param name="TitleLines">What stands above: the list's name, its unit of money, who filled it in.</param>
/// <param name="Missing">Fields that every record needs and no column gives.</param>
/// <param name="Signature">Of the normalised titles: a mapping once corrected is found again by it.</param>
internal sealed record HeaderGuess(
    IReadOnlyList<int> HeaderRows, IReadOnlyList<string> TitleLines, IReadOnlyList<ColumnGuess> Columns, IReadOnlyList<string> Missing, string Signature)
{
    public int LastRow => HeaderRows.Count > 0 ? HeaderRows[^1] : 0;

    public ColumnGuess? ColumnOf(string fieldKey) => Columns.FirstOrDefault(c => string.Equals(c.FieldKey, fieldKey, StringComparison.Ordinal));
}

/// <summary>Finds the header 表头 of a list among its first rows, however it is dressed: titles above, two rows, merged groups, comments.</summary>
internal static class HeaderRecognition
{
    private const int SearchedRows = 30;
    private const double EnoughToMap = 0.5;

    /// <param name="rows">The first rows of the sheet, some hundred of them, so that there is data to look at.</param>
    /// <param name="merges">Merged cells of the sheet; none where the format has none.</param>
    /// <param name="header">The header's rows where somebody has said so; 0 and 0 where there is none.</param>
    public static HeaderGuess Recognise(IReadOnlyList<SheetRow> rows, IReadOnlyList<SheetRange>? merges = null, (int First, int Last)? header = null)
    {
        var search = new HeaderRows(rows, merges ?? []);
        var titles = header is { } said ? search.At(said.First, said.Last) : search.Find(SearchedRows);
        var lines = rows.TakeWhile(r => r.Number < (titles.First ?? 0)).Select(Line).Where(l => l.Length > 0).ToList();
        var data = rows.Where(r => r.Number > (titles.Last ?? 0) && !HeaderRows.IsComment(r)).ToList();
        var width = Math.Max(titles.Columns.Count, data.Count == 0 ? 0 : data.Max(r => r.Cells.Length));
        var columns = Assign([.. Enumerable.Range(0, width).Select(i => CandidateColumn.Of(i, titles.TitleAt(i), titles.GroupAt(i), data))]);
        // What only some cells of a column hold beside its own field (岛津 in front of a model) does not fill that field.
        var given = columns.SelectMany(c => c.Guess.Fields).Where(f => f != "originCountry").Concat(columns.Select(c => c.Guess.FieldKey).OfType<string>()).ToHashSet(StringComparer.Ordinal);
        columns = WithTransforms(columns, lines);
        return new(
            titles.Numbers,
            lines,
            [.. columns.Select(c => c.Guess)],
            [.. InstrumentFields.All.Where(f => f.Required && !given.Contains(f.Key)).Select(f => f.Key)],
            Signature(columns.Select(c => c.Guess.Title)));
    }

    public static string Signature(IEnumerable<string> titles)
    {
        var normalised = titles.Select(ColumnTitles.Normalise).ToList();
        while (normalised.Count > 0 && normalised[^1].Length == 0)
            normalised.RemoveAt(normalised.Count - 1);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', normalised))).AsSpan(0, 16));
    }

    /// <summary>The likeliest pair of column and field first; each field goes to one column, each column to one field.</summary>
    private static List<CandidateColumn> Assign(List<CandidateColumn> columns)
    {
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        var open = columns.SelectMany(c => c.Candidates.Select(k => (Column: c, Candidate: k))).OrderByDescending(p => p.Candidate.Confidence).ToList();
        var chosen = new Dictionary<int, ColumnGuess>();
        foreach (var (column, candidate) in open)
        {
            if (chosen.ContainsKey(column.Index) || candidate.Confidence < EnoughToMap)
                continue;
            if (candidate.FieldKey is not ColumnTitles.Ignored && !taken.TryAdd(candidate.FieldKey!, column.Index))
                continue;
            chosen[column.Index] = new(column.Index, column.Title, candidate.FieldKey, Math.Round(candidate.Confidence, 2), candidate.Reason, candidate.Transform);
        }

        return [.. columns.Select(c => c with { Guess = chosen.GetValueOrDefault(c.Index) ?? Unmapped(c, taken) })];
    }

    private static ColumnGuess Unmapped(CandidateColumn column, Dictionary<string, int> taken)
    {
        var clash = column.Candidates.FirstOrDefault(c => c.Confidence >= EnoughToMap && taken.ContainsKey(c.FieldKey!));
        return clash is null
            ? new(column.Index, column.Title, null, 0, column.Evidence.Cells.Count == 0 ? "empty" : "unknown", null)
            : new(column.Index, column.Title, null, Math.Round(clash.Confidence, 2), $"taken:{clash.FieldKey}", null);
    }

    private static List<CandidateColumn> WithTransforms(List<CandidateColumn> columns, List<string> titleLines)
    {
        var given = columns.SelectMany(c => c.Guess.Fields).ToHashSet(StringComparer.Ordinal);
        return [.. columns.Select(c => c with { Guess = c.Guess with { Transform = TransformOf(c, given, titleLines) } })];
    }

    private static ColumnTransform? TransformOf(CandidateColumn column, HashSet<string> given, List<string> titleLines)
    {
        var (guess, evidence) = (column.Guess, column.Evidence);
        if (guess.FieldKey == "originalValueFen")
            return MoneyReading.ColumnUnit(guess.Title, titleLines, evidence.Cells).Unit == MoneyUnit.Yuan ? ColumnTransform.Yuan : ColumnTransform.TenThousandYuan;
        if (guess.Transform is not null)
            return guess.Transform;
        return guess.FieldKey switch
        {
            "model" when !given.Contains("manufacturer") && evidence.Of("makerAndModel") >= 0.1 => ColumnTransform.MakerModel,
            "manufacturer" when !given.Contains("model") && evidence.Of("makerAndModel") >= 0.4 => ColumnTransform.MakerModel,
            "nameZh" when !given.Contains("model") && evidence.Of("nameAndModel") >= 0.1 => ColumnTransform.NameModel,
            _ => null,
        };
    }

    private static string Line(SheetRow row) =>
        TextCleaning.Line(string.Join(' ', row.Cells.Where(c => !c.IsEmpty).Select(c => c.Text))).TrimStart('#').Trim();
}

/// <summary>A column with all it may be, before the columns have been set against each other.</summary>
internal sealed record CandidateColumn(int Index, string Title, ColumnEvidence Evidence, IReadOnlyList<ColumnGuess> Candidates)
{
    public ColumnGuess Guess { get; init; } = new(Index, Title, null, 0, "unknown", null);

    public static CandidateColumn Of(int index, string title, string? group, List<SheetRow> data)
    {
        var evidence = new ColumnEvidence(data.Select(r => r[index]));
        var (shown, matches) = BestTitle(title, group);
        var candidates = new List<ColumnGuess>();
        foreach (var match in matches)
            candidates.Add(new(index, shown, match.FieldKey, Weigh(match, evidence), ReasonOf(match), match.Transform));
        candidates.AddRange(Reinterpreted(index, shown, candidates, evidence));
        if (evidence.BestGuess() is { } guess && !candidates.Exists(c => string.Equals(c.FieldKey, guess.FieldKey, StringComparison.Ordinal)))
            candidates.Add(new(index, shown, guess.FieldKey, candidates.Count > 0 ? guess.Confidence * 0.8 : guess.Confidence, "data", null));
        return new(index, shown, evidence, candidates);
    }

    // 省 under 安放地址 says more than 省 alone; 名称 under 仪器基本信息 does not need it.
    private static (string Title, IReadOnlyList<TitleMatch> Matches) BestTitle(string title, string? group)
    {
        var alone = ColumnTitles.Match(title);
        if (group is null || group.Length == 0)
            return (title, alone);
        var joined = $"{group}-{title}";
        var together = ColumnTitles.Match(joined);
        return together.Count > 0 && together[0].Kind == TitleMatchKind.Exact && (alone.Count == 0 || alone[0].Kind != TitleMatchKind.Exact || alone[0].Score <= together[0].Score)
            ? (joined, together)
            : (title, alone);
    }

    private static double Weigh(TitleMatch match, ColumnEvidence evidence)
    {
        var score = match.Score;
        switch (evidence.Support(match.FieldKey, match.Transform))
        {
            case >= 0.6:
                score += match.Kind == TitleMatchKind.Exact ? 0.04 : 0.1;
                break;
            case < 0.15:
                score -= 0.35;
                break;
        }

        return Math.Clamp(score, 0, 0.99);
    }

    // 所属单位 in a university's own list names its schools; 使用单位 in a region's list names the universities.
    private static List<ColumnGuess> Reinterpreted(int index, string title, List<ColumnGuess> candidates, ColumnEvidence evidence)
    {
        var found = new List<ColumnGuess>();
        foreach (var candidate in candidates)
        {
            var legal = evidence.Of("unitName");
            if (candidate.FieldKey == ColumnTitles.UnitName && legal < 0.3 && evidence.Of("department") > 0.6)
                found.Add(new(index, title, "department", candidate.Confidence + 0.005, "data", null));
            else if (candidate.FieldKey == "department" && legal > 0.7 && candidate.Title.Contains("单位", StringComparison.Ordinal))
                found.Add(new(index, title, ColumnTitles.UnitName, candidate.Confidence + 0.005, "data", null));
            else if (candidate.FieldKey == "street" && evidence.Of("region") > 0.8)
                found.Add(new(index, title, "regionCode", candidate.Confidence - 0.05, "data", null));
        }

        return found;
    }

    private static string ReasonOf(TitleMatch match) => match.Kind switch
    {
        TitleMatchKind.Exact => match.FieldKey is ColumnTitles.Ignored ? "ignored" : "title",
        TitleMatchKind.Weak => "title-weak",
        TitleMatchKind.Contains => $"title-contains:{match.Synonym}",
        _ => $"title-misspelt:{match.Synonym}",
    };
}
