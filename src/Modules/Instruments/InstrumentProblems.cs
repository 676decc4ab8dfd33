using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Every refusal of this module, by name.</summary>
internal static class InstrumentProblems
{
    public static Problem NotFound(Guid id) => Problem.NotFound("instrument", id);

    public static Problem UnitNotFound(Guid id) => Problem.NotFound("unit", id);

    public static Problem NotInState(string action, LifeCycle state) =>
        new(409, $"instrument.cannot-{action}", $"This cannot be done while the instrument is {state.ToString().ToLowerInvariant()}.");

    public static Problem Incomplete(IReadOnlyList<RecordField> missing) =>
        new(422, "instrument.incomplete", $"Before it can be submitted, fill in: {string.Join(", ", missing.Select(field => field.NameZh))}.")
        {
            Errors = missing.ToDictionary(field => $"record.{field.Key}", _ => new[] { new FieldFault("field.required", "Needed before submission.") }, StringComparer.Ordinal),
        };

    public static Problem ExemptionNotFound(Guid id) => Problem.NotFound("exemption", id);

    public static Problem ExemptionNotInState(string action, ExemptionState state) =>
        new(409, $"exemption.cannot-{action}", $"This cannot be done while the statement is {state.ToString().ToLowerInvariant()}.");

    public static Problem ExemptionNotNeeded(string? name) =>
        new(422, "exemption.not-needed", $"{name} owes no opening: it is on the platform and shared, has left it, or was not bought with government funds.");

    public static Problem AlreadyExplained() =>
        new(409, "exemption.already-stated", "One of these instruments stands in another statement that is on its way or on record.");

    public static Problem AttachmentNotFound(Guid id) => Problem.NotFound("attachment", id);

    public static Problem AttachmentChanged() => new(409, "attachment.changed-meanwhile", "Somebody else has changed this attachment; load the page anew.");

    public static Problem AttachmentNotAllowed() =>
        new(415, "attachment.not-allowed", "Photos are taken as JPEG, PNG or WebP, documents as PDF, Word, Excel or PowerPoint files without macros.");

    public static Problem NotADocument() => new(415, "attachment.not-a-document", "Papers are taken as PDF, Word, Excel or PowerPoint files without macros.");

    public static Problem TooManyAttachments(int most) => new(422, "attachment.too-many", $"An instrument has at most {most} of these; remove one first.");

    public static Problem NotEntrusted() => new(403, "instrument.not-entrusted", "This instrument is not entrusted to you; the unit's administrator says who runs it.");

    public static Problem PersonNotFound(Guid id) => Problem.NotFound("account", id);

    public static Problem StatusBefore(DateOnly last) => new(422, "status.before-last", $"Its present status has held since {last:yyyy-MM-dd}; the next begins no earlier.");

    public static Problem RepairNotFound(Guid id) => Problem.NotFound("repair", id);

    public static Problem RepairOngoing() => new(409, "repair.ongoing", "A repair of this instrument is going on; end it first.");

    public static Problem RepairStruck() => new(409, "repair.struck", "This entry has been struck out.");

    public static Problem NoticeNotFound(Guid id) => Problem.NotFound("customs-notice", id);

    public static Problem NoticeStruck() => new(409, "customs-notice.struck", "This notice has been struck out already.");

    public static Problem NotSupervised() => new(422, "customs.not-supervised", "This instrument is not under customs supervision; say so in its record first.");

    public static Problem StillSupervised(DateOnly until) =>
        new(422, "customs.still-supervised", $"Customs supervise it until {until:yyyy-MM-dd}. Enter the notice that lifts supervision first.");

    public static Problem MoveNeedsNotice(DateOnly until) =>
        new(422, "customs.move-needs-notice", $"Customs supervise it until {until:yyyy-MM-dd}: enter their notice that allows the new place first.");

    public static Problem AssetNumberTaken(string assetNumber) =>
        new(409, "instrument.asset-number-taken", $"The unit has an instrument with the asset number {assetNumber} already.")
        {
            Errors = new Dictionary<string, FieldFault[]>(StringComparer.Ordinal)
            {
                ["record.assetNumber"] = [new FieldFault("instrument.asset-number-taken", "This unit has it already.")],
            },
        };
}
