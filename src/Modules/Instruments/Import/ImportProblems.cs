using Modular.Shared;
using Modular.Shared.Sheets;

namespace Modular.Instruments;

/// <summary>Every refusal about imports, by name.</summary>
internal static class ImportProblems
{
    public static Problem NotFound(Guid id) => Problem.NotFound("import", id);

    public static Problem Busy() => new(409, "import.busy", "Work on this list is going on. Wait for its end, or cancel it.");

    public static Problem Done() => new(409, "import.done", "This list has been taken over already.");

    public static Problem NotReady() => new(409, "import.not-ready", "This list has not been checked to its end. Check it again first.");

    public static Problem HasRefusedRows(int refused) =>
        new(422, "import.has-refused-rows", $"{refused} rows are refused. Mend them, leave them out, or take over the clean rows only.");

    /// <summary>The file cannot be read, or not to its end.</summary>
    public static Problem Of(SheetRefused refused) => new(422, refused.Code, refused.Message);

    public static Problem RowNotFound(int number) => Problem.NotFound("row", number);

    public static Problem NoSuchSheet() => new(422, "import.no-such-sheet", "The workbook has no sheet of this name.");

    public static Problem FieldTwice(string field, IReadOnlyList<string> letters) =>
        new(422, "mapping.field-twice", $"The columns {string.Join(", ", letters)} are all taken for {field}. Only one can be.");

    public static Problem UnitNotFound(Guid id) => Problem.NotFound("unit", id);
}
