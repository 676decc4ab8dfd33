using System.Collections;
using System.Text.Json;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>One field's value before and after, as JSON values.</summary>
internal sealed record FieldChange(string Field, JsonElement? Before, JsonElement? After)
{
    public static IReadOnlyList<FieldChange> Between(InstrumentRecord before, InstrumentRecord after) => Between(InstrumentFields.All, before, after);

    public static IReadOnlyList<FieldChange> Between(IEnumerable<RecordField> fields, object before, object after)
    {
        var changes = new List<FieldChange>();
        foreach (var field in fields)
        {
            if (!field.Same(before, after)) changes.Add(new FieldChange(field.Key, Json(field, before), Json(field, after)));
        }

        return changes;
    }

    /// <summary>Everything that a new record says.</summary>
    /// <param name="json">The record as <see cref="RecordJson"/> wrote it already, where it did.</param>
    public static IReadOnlyList<FieldChange> Initial(InstrumentRecord record, string? json = null) => new FirstValues(json ?? RecordJson.Write(record));

    public static IReadOnlyList<FieldChange> Initial(IEnumerable<RecordField> fields, object record) =>
        [.. fields.Where(field => !field.IsEmpty(record)).Select(field => new FieldChange(field.Key, null, Json(field, record)))];

    static JsonElement? Json(RecordField field, object record) =>
        field.IsEmpty(record) ? null : JsonSerializer.SerializeToElement(field.Read(record), field.Property.PropertyType, JsonShape.Options);
}

/// <summary>
/// Everything that a new record says, kept as the record itself: half as long as a list of changes, and written without being taken
/// apart, for a list brings a hundred thousand of them.
/// </summary>
internal sealed class FirstValues(string record) : IReadOnlyList<FieldChange>
{
    List<FieldChange>? _changes;

    public int Count => Changes.Count;

    List<FieldChange> Changes => _changes ??= TakenApart();

    public FieldChange this[int index] => Changes[index];

    /// <summary>Changes as their column keeps them: first values as an object, changes as a list.</summary>
    public static string Write(IReadOnlyList<FieldChange> changes) => changes is FirstValues first ? first.Record : JsonSerializer.Serialize(changes, JsonShape.Options);

    public static IReadOnlyList<FieldChange> Read(string column) =>
        column.StartsWith('{') ? new FirstValues(column) : JsonSerializer.Deserialize<List<FieldChange>>(column, JsonShape.Options)!;

    public IEnumerator<FieldChange> GetEnumerator() => Changes.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    string Record => record;

    List<FieldChange> TakenApart()
    {
        var values = JsonElement.Parse(record);
        return [.. InstrumentFields.All.Where(field => values.TryGetProperty(field.Key, out var value) && !IsEmpty(value)).Select(field => new FieldChange(field.Key, null, values.GetProperty(field.Key)))];
    }

    static bool IsEmpty(JsonElement value) => value.ValueKind is JsonValueKind.Null || value.ValueKind is JsonValueKind.Array && value.GetArrayLength() == 0;
}

/// <summary>One step in an instrument's life, with what it changed. Kept for ever (I-4).</summary>
internal sealed class InstrumentRevision
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid InstrumentId { get; init; }

    /// <summary>The instrument's version after the step.</summary>
    public required int Version { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid AccountId { get; init; }

    public required string AccountName { get; init; }

    public required string OrganisationName { get; init; }

    /// <summary>registered, imported, edited, submitted, withdrawn, returned, approved, operated, retired.</summary>
    public required string Action { get; init; }

    public string? Reason { get; init; }

    /// <summary>For operated: the first day of the status. Otherwise the day of the step is.</summary>
    public DateOnly? StatusSince { get; init; }

    public DateOnly? ExpectedBackOn { get; init; }

    public IReadOnlyList<FieldChange> Changes { get; init; } = [];

    public IReadOnlyList<ReviewRemark> Remarks { get; init; } = [];
}
