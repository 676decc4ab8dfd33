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

    /// <summary>Everything that a new record says. Written once as a whole: a list brings a hundred thousand of them.</summary>
    /// <param name="json">The record as it was written already, where it was.</param>
    public static IReadOnlyList<FieldChange> Initial(InstrumentRecord record, string? json = null)
    {
        var values = json is null ? JsonSerializer.SerializeToElement(record, JsonShape.Options) : JsonElement.Parse(json);
        return [.. InstrumentFields.All.Where(field => !field.IsEmpty(record)).Select(field => new FieldChange(field.Key, null, values.GetProperty(field.Key)))];
    }

    public static IReadOnlyList<FieldChange> Initial(IEnumerable<RecordField> fields, object record) =>
        [.. fields.Where(field => !field.IsEmpty(record)).Select(field => new FieldChange(field.Key, null, Json(field, record)))];

    static JsonElement? Json(RecordField field, object record) =>
        field.IsEmpty(record) ? null : JsonSerializer.SerializeToElement(field.Read(record), field.Property.PropertyType, JsonShape.Options);
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
