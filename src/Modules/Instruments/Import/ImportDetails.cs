using Modular.Shared;
using Modular.Shared.Sheets;

namespace Modular.Instruments;

/// <summary>All that the wizard shows of an import but its rows.</summary>
/// <param name="MissingFields">Fields that a submission needs and no column gives.</param>
/// <param name="Progress">Rows done, of all; null while nothing is going on.</param>
internal sealed record ImportDetails(
    Guid Id, string FileName, long SizeBytes, SheetFileKind FileKind, DateTimeOffset CreatedAt, string By, ImportState State, ImportFailure? Failure,
    IReadOnlyList<ImportSheet> Sheets, string Sheet, int HeaderFirst, int HeaderLast, bool Remembered, IReadOnlyList<ImportColumn> Columns,
    Guid? UnitId, string? UnitName, int? HoursYear, IReadOnlyList<string> MissingFields, ImportCounts Counts, IReadOnlyList<FaultGroup> FaultGroups,
    ImportProgress? Progress, ImportResult? Result, DateTimeOffset? FinishedAt, int Version)
{
    const int NamedRows = 5;

    public static ImportDetails Of(InstrumentImport import, Job? job)
    {
        var given = import.Mapping.Columns.SelectMany(column => column.Guess().Fields).ToHashSet(StringComparer.Ordinal);
        return new ImportDetails(
            import.Id, import.FileName, import.SizeBytes, import.FileKind, import.CreatedAt, import.AccountName, import.State, import.Failure,
            import.Sheets, import.Mapping.Sheet, import.Mapping.HeaderFirst, import.Mapping.HeaderLast, import.Remembered, import.Mapping.Columns,
            import.Mapping.UnitId, import.UnitName, import.Mapping.HoursYear,
            [.. InstrumentFields.All.Where(field => field.Required && !given.Contains(field.Key)).Select(field => field.Key)],
            import.Counts, [.. import.FaultGroups.Select(group => group with { Rows = [.. group.Rows.Take(NamedRows)] })],
            import.Busy && job is not null ? new ImportProgress(job.Done, job.Total) : null, import.Result, import.FinishedAt, import.Version);
    }
}

internal sealed record ImportProgress(int Done, int Total);
