namespace Modular.Instruments;

/// <summary>All rows with the same fault: mended together, or not at all.</summary>
/// <param name="Rows">The first of them, as the spreadsheet numbers them.</param>
internal sealed record FaultGroup(
    string Code, FaultSeverity Severity, string? FieldKey, string? Column, int Count, string Message, string? Recommendation, IReadOnlyList<int> Rows);
