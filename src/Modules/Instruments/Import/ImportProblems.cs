using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Every refusal about imports, by name.</summary>
internal static class ImportProblems
{
    public static Problem NotFound(Guid id) => Problem.NotFound("import", id);

    public static Problem Busy() => new(409, "import.busy", "Work on this list is going on. Wait for its end, or cancel it.");

    public static Problem Done() => new(409, "import.done", "This list has been taken over already.");
}
