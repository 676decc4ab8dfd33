namespace Modular.Instruments;

internal enum FaultSeverity
{
    /// <summary>Read, but a person should look.</summary>
    Warning,

    /// <summary>Not read: the row cannot be taken over like this.</summary>
    Error,
}

/// <summary>What is wrong with a value, before it is known where it stands. <paramref name="Recommendation"/> is what to write instead.</summary>
internal sealed record ValueFault(string Code, FaultSeverity Severity, IReadOnlyList<string> MessageArgs, string? Recommendation = null)
{
    public static ValueFault Error(string code, params string[] args) => new(code, FaultSeverity.Error, args);

    public static ValueFault Warning(string code, params string[] args) => new(code, FaultSeverity.Warning, args);

    public RowFault At(int row, ColumnGuess column, string content) =>
        new(Code, Severity, row, column.ColumnIndex, column.Title, content, MessageArgs, Recommendation);
}

/// <summary>A fault where the spreadsheet's user finds it: row and column as shown there, with what stands in the cell.</summary>
internal sealed record RowFault(
    string Code, FaultSeverity Severity, int Row, int ColumnIndex, string Column, string Content, IReadOnlyList<string> MessageArgs, string? Recommendation);

/// <summary>What a cell means, with everything that is doubtful about it. One fault never hides another.</summary>
internal sealed record Reading<T>(T? Value, IReadOnlyList<ValueFault> Faults)
{
    public static Reading<T> Nothing { get; } = new(default, []);

    public bool Failed => Faults.Any(f => f.Severity == FaultSeverity.Error);

    public static Reading<T> Of(T value, params ValueFault[] faults) => new(value, faults);

    public static Reading<T> Fault(ValueFault fault) => new(default, [fault]);
}
