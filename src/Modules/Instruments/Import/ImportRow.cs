namespace Modular.Instruments;

/// <summary>What becomes of a row when the import is committed.</summary>
internal enum RowOutcome
{
    Create,
    Change,

    /// <summary>The registry says the same already.</summary>
    Leave,

    /// <summary>It has an error; nothing is taken from it.</summary>
    Refuse,

    /// <summary>No instrument (a total, a repeated header), or left out by hand.</summary>
    Skipped,
}

/// <summary>
/// One row of an import after its check. The parts that are only ever read whole are kept as the JSON they are sent as: a list of a
/// hundred thousand rows is written and read without building them.
/// </summary>
internal sealed class ImportRow
{
    public required Guid ImportId { get; init; }

    /// <summary>As the spreadsheet shows it.</summary>
    public required int Number { get; init; }

    public required RowOutcome Outcome { get; set; }

    public Guid? UnitId { get; set; }

    public string? UnitName { get; set; }

    /// <summary>Read from the row; a number must not stand in a list twice.</summary>
    public string? AssetNumber { get; set; }

    /// <summary>The instrument that the row is about, where the registry has it.</summary>
    public Guid? InstrumentId { get; set; }

    /// <summary>The version the differences were found against; a later one refuses the row.</summary>
    public int? InstrumentVersion { get; set; }

    /// <summary>The cells under mapped columns, by field.</summary>
    public required string Cells { get; set; }

    /// <summary>What was typed in their place, by field.</summary>
    public string? Mended { get; set; }

    /// <summary>Left out by hand.</summary>
    public bool LeftOut { get; set; }

    /// <summary>The record as it will stand in the registry; null where nothing will.</summary>
    public string? Record { get; set; }

    public string? Changes { get; set; }

    public string? Faults { get; set; }

    /// <summary>The faults' codes between commas, to filter by: <c>,date.unreadable,value.low,</c>.</summary>
    public string? FaultCodes { get; set; }
}
