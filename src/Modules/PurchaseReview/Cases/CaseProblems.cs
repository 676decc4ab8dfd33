using Modular.Contracts.Evaluation;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>Every refusal of a purchase case, by name.</summary>
internal static class CaseProblems
{
    public static Problem NotFound(Guid id) => Problem.NotFound("purchase", id);

    public static Problem ChangedMeanwhile() => Problem.ChangedMeanwhile("purchase");

    public static Problem NotInState(CaseAction action, CaseState state) => new(409, "purchase.wrong-state", $"{action} is not possible while the case is {state}.");

    public static Problem Incomplete(IReadOnlyDictionary<string, FieldFault[]> missing) =>
        new(422, "purchase.incomplete", $"Before it can be handed in, fill in: {string.Join(", ", missing.Keys)}.") { Errors = missing };

    public static Problem Blocked(string document) =>
        new(422, "purchase.blocked", $"An integrity record stands in the way: {document}. While it counts, the unit may not apply (IM 24, 25).");

    public static Problem Restricted(MeasureSummary measure) => new(
        422, "purchase.restricted",
        $"The unit's purchases are restricted: graded unqualified for {measure.Year} by {measure.Document}, to be put right until {measure.Due:yyyy-MM-dd}. Until that is accepted, nothing is applied for or granted (IM 24).");

    public static Problem CheckNotFinished() => new(409, "check.not-finished", "The stock is still being read; check again in a moment.");

    public static Problem FileNotFound(Guid id) => Problem.NotFound("attachment", id);

    public static Problem FileNotAllowed() =>
        new(415, "attachment.not-allowed", "Photos are taken as JPEG, PNG or WebP, documents as PDF, Word, Excel or PowerPoint files without macros.");

    public static Problem TooManyFiles(int most) => new(422, "purchase.too-many-files", $"A case has at most {most} files; remove one first.");
}
