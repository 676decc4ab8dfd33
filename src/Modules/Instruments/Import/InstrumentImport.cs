using Modular.Shared;
using Modular.Shared.Sheets;

namespace Modular.Instruments;

internal enum ImportState
{
    /// <summary>Too long a list to be checked while its sender waits: it stands in the queue.</summary>
    Waiting,
    Checking,

    /// <summary>Checked: the consequences are known and nothing has happened yet.</summary>
    Ready,
    Committing,
    Done,
    Cancelled,
    Failed,
}

/// <summary>A list of instruments that was sent in (I-9): the file, how it is read, what would come of it, and what came of it.</summary>
internal sealed class InstrumentImport
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose list it is; decides who sees it, and the units it may touch are those below this path.</summary>
    public required string OwnerPath { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Guid AccountId { get; init; }

    public required string AccountName { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Name in the file store.</summary>
    public required string FileHash { get; init; }

    public required string FileName { get; init; }

    public required long SizeBytes { get; init; }

    public required SheetFileKind FileKind { get; init; }

    public ImportState State { get; set; } = ImportState.Waiting;

    public ImportFailure? Failure { get; set; }

    public List<ImportSheet> Sheets { get; set; } = [];

    /// <summary>What the recognition made of the chosen sheet's header: the key under which a corrected mapping is remembered.</summary>
    public required string Signature { get; set; }

    public ImportMapping Mapping { get; set; } = new();

    /// <summary>The mapping comes from an earlier correction, not from a guess.</summary>
    public bool Remembered { get; set; }

    public string? UnitName { get; set; }

    public ImportCounts Counts { get; set; } = new();

    public List<FaultGroup> FaultGroups { get; set; } = [];

    /// <summary>The background work on it: the check or the commit.</summary>
    public Guid? JobId { get; set; }

    public ImportResult? Result { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public int Version { get; set; } = 1;

    public void Expect(int version)
    {
        if (version != Version) throw Problem.ChangedMeanwhile("import");
    }

    /// <summary>Whether its check takes longer than a sender waits.</summary>
    public bool IsLong => Sheets.Any(sheet => sheet.Name == Mapping.Sheet && sheet.Rows > ImportCheck.AtOnce);

    /// <summary>Whether work is going on that must come to its end, or be stopped, before anything else happens.</summary>
    public bool Busy => State is ImportState.Waiting or ImportState.Checking or ImportState.Committing;

    /// <summary>Work that was stopped or broke off has left the import as it was; seen together with its job, the import tells the truth.</summary>
    public void Settle(Job? job)
    {
        if (!Busy || job is null) return;
        var commit = State == ImportState.Committing;
        (State, Failure) = job.State switch
        {
            JobState.Running when !commit => (ImportState.Checking, null),
            JobState.Cancelled => (commit ? ImportState.Ready : ImportState.Cancelled, commit ? ImportFailures.CommitCancelled : null),
            JobState.Failed => (commit ? ImportState.Ready : ImportState.Failed, new ImportFailure("import.failed", job.Error ?? "")),
            _ => (State, null),
        };
    }

    public void RefuseUnlessOpen()
    {
        if (Busy) throw ImportProblems.Busy();
        if (State == ImportState.Done) throw ImportProblems.Done();
    }
}

/// <summary>Why the work on an import came to no good end.</summary>
internal sealed record ImportFailure(string Code, string Message);

internal static class ImportFailures
{
    public static readonly ImportFailure CommitCancelled = new("import.commit-cancelled", "The takeover was stopped. Nothing was changed.");

    public static readonly ImportFailure ChangedMeanwhile =
        new("import.changed-meanwhile", "Instruments of this list were changed by others after it was checked. Nothing was taken over; look at the rows that are refused now.");
}

internal sealed record ImportSheet(string Name, int Rows, bool Hidden);

/// <summary>How a file's rows become records.</summary>
internal sealed record ImportMapping
{
    public string Sheet { get; init; } = "";

    public int HeaderFirst { get; init; }

    public int HeaderLast { get; init; }

    public IReadOnlyList<ImportColumn> Columns { get; init; } = [];

    /// <summary>One unit for all rows that name none.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>The year of the hours, where no column says it.</summary>
    public int? HoursYear { get; init; }

    /// <summary>What a column can be taken for: the record's fields, whose instrument it is, the parts of its place.</summary>
    public static bool IsField(string key) => InstrumentFields.Find(key) is not null
        || key is ColumnTitles.UnitName or ColumnTitles.UnitCreditCode or ColumnTitles.Province or ColumnTitles.City or ColumnTitles.Quantity;
}

/// <summary>A column of the list, and the field it is taken for.</summary>
/// <param name="Index">From 0, as in the sheet.</param>
/// <param name="Letter">As the spreadsheet shows it.</param>
/// <param name="Reason">Why it was taken for this field.</param>
/// <param name="MoneyUnit">What the figures of a money column are in.</param>
/// <param name="Transform">What its cells hold beyond the field: maker and model in one, name and model in one.</param>
internal sealed record ImportColumn(
    int Index, string Letter, string Title, IReadOnlyList<string> Samples, string? FieldKey, double Confidence, string Reason, MoneyUnit? MoneyUnit,
    ColumnTransform? Transform, IReadOnlyList<string> Alternatives)
{
    /// <summary>How a user finds it: letter and title.</summary>
    internal string Name => $"{Letter} {Title}".TrimEnd();

    internal ColumnGuess Guess() => new(Index, Title, FieldKey, Confidence, Reason, (FieldKey, MoneyUnit) switch
    {
        ("originalValueFen", Modular.Instruments.MoneyUnit.Yuan) => ColumnTransform.Yuan,
        ("originalValueFen", _) => ColumnTransform.TenThousandYuan,
        _ => Transform,
    });
}

/// <param name="Warnings">Rows with at least one warning.</param>
/// <param name="Skipped">Rows that are no instruments, or were left out by hand.</param>
internal sealed record ImportCounts(int Rows = 0, int Create = 0, int Change = 0, int Leave = 0, int Refuse = 0, int Warnings = 0, int Skipped = 0);

internal sealed record ImportResult(int Created, int Changed, int Left, int Refused);

/// <summary>A mapping that somebody corrected, kept for the organisation's next list with the same header.</summary>
internal sealed class RememberedMapping
{
    public required Guid OrganisationId { get; init; }

    /// <summary>What the recognition made of the header, hashed.</summary>
    public required string Signature { get; init; }

    public required ImportMapping Mapping { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }
}
