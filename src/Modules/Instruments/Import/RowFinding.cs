namespace Modular.Instruments;

/// <summary>A fault of a row as it is kept: where it stands and what is in the cell. Its words are found by its code.</summary>
/// <param name="Column">Letter and title; null where no column of the list has the field.</param>
internal sealed record RowFinding(
    string Code, FaultSeverity Severity, string? FieldKey, string? Column, string Content, IReadOnlyList<string> Args, string? Recommendation);
