namespace Modular.Shared;

/// <summary>A refusal, by name. Thrown where a rule says no, answered in one place as a problem document (RFC 9457).</summary>
/// <param name="status">400, 404, 409 for clashes, 422 for rules of the field.</param>
/// <param name="code">Stable, e.g. <c>instrument.changed-meanwhile</c>; the client has the words for it in both languages.</param>
/// <param name="detail">One plain sentence that says what to do.</param>
public sealed class Problem(int status, string code, string detail) : Exception(detail)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>Faults by field, where the refusal is about fields.</summary>
    public IReadOnlyDictionary<string, FieldFault[]> Errors { get; init; } = new Dictionary<string, FieldFault[]>(StringComparer.Ordinal);

    public static Problem NotFound(string noun, object id) => new(404, $"{noun}.not-found", $"There is no {noun} {id} here.");

    public static Problem ChangedMeanwhile(string noun) =>
        new(409, $"{noun}.changed-meanwhile", "Somebody else changed this in the meantime. Load it again, compare, and save once more.");
}

/// <summary>What is wrong with one field.</summary>
public sealed record FieldFault(string Code, string Message);
