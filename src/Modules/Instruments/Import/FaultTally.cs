namespace Modular.Instruments;

/// <summary>Counts a list's rows by what becomes of them, and its faults by cause.</summary>
internal sealed class FaultTally
{
    /// <summary>Rows that a group names; when some of them are mended, the next ones come forward.</summary>
    const int NamedRows = 50;

    readonly Dictionary<RowOutcome, int> _outcomes = [];
    readonly Dictionary<(string Code, FaultSeverity Severity, string? FieldKey, string? Column), Group> _groups = [];
    int _warned;

    /// <summary>Goes on from where an import's last check ended.</summary>
    public static FaultTally Of(InstrumentImport import)
    {
        var (tally, counts) = (new FaultTally { _warned = import.Counts.Warnings }, import.Counts);
        foreach (var (outcome, count) in new[]
        {
            (RowOutcome.Create, counts.Create), (RowOutcome.Change, counts.Change), (RowOutcome.Leave, counts.Leave),
            (RowOutcome.Refuse, counts.Refuse), (RowOutcome.Skipped, counts.Skipped),
        })
            tally._outcomes[outcome] = count;
        foreach (var group in import.FaultGroups)
            tally._groups[(group.Code, group.Severity, group.FieldKey, group.Column)] = new Group(group.Message, group.Recommendation, group.Count, [.. group.Rows]);
        return tally;
    }

    public void Add(ImportRow row, IReadOnlyList<RowFinding> findings)
    {
        _outcomes[row.Outcome] = _outcomes.GetValueOrDefault(row.Outcome) + 1;
        if (IsWarned(row, findings)) _warned++;
        foreach (var finding in findings)
        {
            if (_groups.TryGetValue(KeyOf(finding), out var group)) group.Add(row.Number, finding);
            else _groups[KeyOf(finding)] = new Group(FaultTexts.Of(finding.Code, finding.Args), finding.Recommendation, 1, [row.Number]);
        }
    }

    public void Remove(ImportRow row, IReadOnlyList<RowFinding> findings)
    {
        _outcomes[row.Outcome] = _outcomes.GetValueOrDefault(row.Outcome) - 1;
        if (IsWarned(row, findings)) _warned--;
        foreach (var key in findings.Select(KeyOf))
        {
            if (!_groups.TryGetValue(key, out var group)) continue;
            group.Count--;
            group.Rows.Remove(row.Number);
            if (group.Count <= 0) _groups.Remove(key);
        }
    }

    public void ApplyTo(InstrumentImport import)
    {
        int Count(RowOutcome outcome) => _outcomes.GetValueOrDefault(outcome);
        import.Counts = new ImportCounts(_outcomes.Values.Sum(), Count(RowOutcome.Create), Count(RowOutcome.Change), Count(RowOutcome.Leave),
            Count(RowOutcome.Refuse), _warned, Count(RowOutcome.Skipped));
        import.FaultGroups =
        [
            .. _groups.Select(g => new FaultGroup(g.Key.Code, g.Key.Severity, g.Key.FieldKey, g.Key.Column, g.Value.Count, g.Value.Message, g.Value.Recommendation, [.. g.Value.Rows]))
                .OrderByDescending(group => group.Severity).ThenByDescending(group => group.Count).ThenBy(group => group.Code, StringComparer.Ordinal),
        ];
    }

    static (string, FaultSeverity, string?, string?) KeyOf(RowFinding finding) => (finding.Code, finding.Severity, finding.FieldKey, finding.Column);

    // A row that is no instrument is told apart from one that is doubtful.
    static bool IsWarned(ImportRow row, IReadOnlyList<RowFinding> findings) =>
        row.Outcome != RowOutcome.Skipped && findings.Any(finding => finding.Severity == FaultSeverity.Warning);

    sealed class Group(string message, string? recommendation, int count, SortedSet<int> rows)
    {
        public string Message => message;

        /// <summary>What to do, as long as it is the same for all rows.</summary>
        public string? Recommendation { get; private set; } = recommendation;

        public int Count { get; set; } = count;

        public SortedSet<int> Rows => rows;

        public void Add(int row, RowFinding finding)
        {
            Count++;
            if (rows.Count < NamedRows) rows.Add(row);
            if (finding.Recommendation != Recommendation) Recommendation = null;
        }
    }
}
