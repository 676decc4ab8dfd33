using System.Text;
using Modular.Contracts.Vocabulary;

namespace Modular.PurchaseReview;

/// <summary>Makers' series by kind: a JSM is a scanning, a JEM a transmission electron microscope, whatever a list calls it.</summary>
internal static class SeriesTable
{
    static readonly Dictionary<string, (int Kind, bool Shared)> Kinds = Read();
    static readonly int Longest = Kinds.Keys.Max(key => key.Length);

    /// <summary>The kind the longest known series means; −1 where none or more than one is meant.</summary>
    public static int KindOf(IReadOnlyList<ModelText> models)
    {
        var (kind, length) = (-1, 0);
        foreach (var model in models)
        {
            for (var cut = Math.Min(Longest, model.Compact.Length); cut >= 2 && cut > length; cut--)
            {
                if (!Kinds.TryGetValue(model.Compact[..cut], out var found) || !EndsThere(model.Compact, cut)) continue;
                if (found.Shared) break;
                (kind, length) = (found.Kind, cut);
                break;
            }
        }
        return kind;
    }

    // A number is the whole number, a short word the whole word.
    static bool EndsThere(string compact, int cut) => cut == compact.Length
        || (char.IsAsciiDigit(compact[cut - 1]) ? !char.IsAsciiDigit(compact[cut]) : cut >= 5 || !char.IsAsciiLetter(compact[cut]));

    static Dictionary<string, (int, bool)> Read()
    {
        var byName = InstrumentVocabulary.Current.Kinds.ToDictionary(kind => kind.NameZh, kind => kind.Id, StringComparer.Ordinal);
        var table = new Dictionary<string, (int Kind, bool Shared)>(StringComparer.Ordinal);
        using var stream = typeof(SeriesTable).Assembly.GetManifestResourceStream("Modular.PurchaseReview.Similarity.series.tsv")
            ?? throw new InvalidOperationException("series.tsv is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            var kind = byName[cells[0]];
            foreach (var series in cells[1].Split('|'))
            {
                var texts = ModelText.Read(series);
                if (texts.Count == 0) continue;
                var compact = texts[^1].Compact;
                // Bare numbers say too little to name a kind by themselves.
                if (!compact.Any(char.IsAsciiLetter) && compact.Length < 4) continue;
                table[compact] = table.TryGetValue(compact, out var known) && known.Kind != kind ? (kind, true) : (kind, false);
            }
        }
        return table;
    }
}
