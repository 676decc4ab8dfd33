using System.Text;

namespace Modular.Contracts.Vocabulary;

/// <summary>How a spelling is to be trusted. In the tables: ~ ambiguous, ! misspelt, * a product's name used for the kind.</summary>
public enum SpellingNature { Usual, Ambiguous, Misspelt, Product }

/// <summary>One way a kind or a maker is written.</summary>
public sealed record Spelling(string Text, SpellingNature Nature)
{
    /// <summary>PE, GE or TA needs context before it may be read as a maker's name.</summary>
    public bool Ambiguous => Nature == SpellingNature.Ambiguous;

    /// <summary>Wrong, but common (Aglient).</summary>
    public bool Misspelt => Nature == SpellingNature.Misspelt;
}

internal static class VocabularyTable
{
    public static IEnumerable<string[]> Read(string name, int columns)
    {
        var resource = $"Modular.Contracts.Vocabulary.{name}.tsv";
        using var stream = typeof(VocabularyTable).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            yield return cells.Length < columns ? [.. cells, .. Enumerable.Repeat("", columns - cells.Length)] : cells;
        }
    }

    public static IEnumerable<Spelling> Spellings(string cell) => cell
        .Split('|', StringSplitOptions.RemoveEmptyEntries)
        .Select(text => text[0] switch
        {
            '~' => new Spelling(text[1..], SpellingNature.Ambiguous),
            '!' => new Spelling(text[1..], SpellingNature.Misspelt),
            '*' => new Spelling(text[1..], SpellingNature.Product),
            _ => new Spelling(text, SpellingNature.Usual),
        });
}
