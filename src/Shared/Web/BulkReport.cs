namespace Modular.Shared;

/// <summary>What a bulk command did, row by row: what could be done is done, the rest says why not.</summary>
public sealed record BulkReport(int Done, int Refused, IReadOnlyList<BulkRow> Rows)
{
    public static BulkReport Of(IReadOnlyList<BulkRow> rows) => new(rows.Count(row => row.Done), rows.Count(row => !row.Done), rows);
}

/// <param name="Code">The refusal's code; null when it was done.</param>
public sealed record BulkRow(Guid Id, string? Name, bool Done, string? Code, string? Message);
