using System.Text;

namespace Modular.Instruments;

/// <summary>Reads the tab-separated tables that stand beside this file and are embedded in the assembly.</summary>
internal static class ReferenceTable
{
    /// <summary>The rows of <c>Reference/{name}.tsv</c>, each cut at the tabs and padded with "" to <paramref name="columns"/>.</summary>
    public static IEnumerable<string[]> Read(string name, int columns)
    {
        var resource = $"Modular.Instruments.Reference.{name}.tsv";
        using var stream = typeof(ReferenceTable).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0)
                continue;
            var cells = line.Split('\t');
            if (cells.Length < columns)
                cells = [.. cells, .. Enumerable.Repeat("", columns - cells.Length)];
            yield return cells;
        }
    }
}
