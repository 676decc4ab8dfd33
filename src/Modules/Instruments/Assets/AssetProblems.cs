using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Every refusal about asset cards, by name.</summary>
internal static class AssetProblems
{
    public static Problem PackageNotFound(Guid id) => Problem.NotFound("package", id);

    public static Problem Taken() => new(409, "package.taken", "This package has been taken over already.");

    public static Problem NotTaken() => new(409, "package.not-taken", "Take the package over first; then its findings can be settled.");

    public static Problem Superseded() => new(409, "package.superseded", "A newer package of this unit has been taken over. Its findings stand in the place of these.");

    public static Problem ColumnsMissing(IReadOnlyList<string> missing) =>
        new(422, "package.columns-missing", $"No sheet has the columns that cards need. Missing: {string.Join(", ", missing)}.");

    public static Problem TooManyCards(int most) =>
        new(422, "package.too-many-cards", $"The package holds more than {most} cards. Give out the equipment only, or only cards from a value on.");

    public static Problem FindingNotFound(Guid id) => Problem.NotFound("finding", id);

    public static Problem Settled() => new(409, "finding.settled", "This has been settled already.");

    public static Problem NotSettled() => new(409, "finding.not-settled", "Nothing has been done about this that could be taken back.");

    public static Problem NotForKind() => new(422, "finding.not-for-kind", "That cannot be done about a difference of this kind.");

    public static Problem NoInstrument() => new(422, "finding.no-instrument", "Choose the instrument of this unit that the card stands for.");

    public static Problem LinkedMeanwhile() => new(409, "finding.linked-meanwhile", "The card has been linked to an instrument in the meantime.");

    public static Problem ValueMeanwhile() => new(409, "finding.value-meanwhile", "The registry's value was changed in the meantime. Look at it again.");

    public static Problem Final() => new(409, "finding.final", "A retirement is final and cannot be taken back.");

    public static Problem CannotReopen() => new(409, "finding.cannot-reopen", "The instrument was changed since; what was done cannot be taken back any more.");
}
