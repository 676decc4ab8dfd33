using System.Runtime.InteropServices;
using Modular.Contracts.Vocabulary;

namespace Modular.PurchaseReview;

/// <summary>
/// Kinds by the stems of their spellings, for names written a little differently from all that is known: 化学吸附分析仪 has the stem
/// of 化学吸附仪, and X射线三维显微镜 the characters of 三维X射线显微镜.
/// </summary>
internal static class StemTable
{
    const float Near = 0.7f;

    static readonly List<(string Stem, int Kind, int Grams)> Stems = [];
    static readonly Dictionary<string, int> Exact = new(StringComparer.Ordinal);
    static readonly Dictionary<int, List<int>> ByGram = Build();

    /// <summary>The kind with this very stem; −1 where none or more than one has it.</summary>
    public static int Same(string stem) => Exact.GetValueOrDefault(stem, -1);

    /// <summary>The kind whose stem shares most characters and pairs of them with this one; −1 where none shares enough.</summary>
    public static int Nearest(string stem, float atLeast = Near)
    {
        if (stem.Length < 3 || !stem.Any(FoldedText.IsHan)) return -1;
        var grams = Grams(stem);
        var shared = new Dictionary<int, int>();
        foreach (var gram in grams)
        {
            foreach (var entry in ByGram.GetValueOrDefault(gram) ?? []) CollectionsMarshal.GetValueRefOrAddDefault(shared, entry, out _)++;
        }
        var (best, kind, rival) = (0f, -1, 0f);
        foreach (var (entry, common) in shared)
        {
            if (Stems[entry].Stem.Length < 3) continue;
            var likeness = 2f * common / (grams.Length + Stems[entry].Grams);
            if (likeness > best)
            {
                if (Stems[entry].Kind != kind) rival = best;
                (best, kind) = (likeness, Stems[entry].Kind);
            }
            else if (likeness > rival && Stems[entry].Kind != kind) rival = likeness;
        }
        return best >= atLeast && best > rival ? kind : -1;
    }

    /// <summary>Single characters and pairs, each once.</summary>
    public static int[] Grams(string stem)
    {
        var grams = new HashSet<int>();
        for (var i = 0; i < stem.Length; i++)
        {
            grams.Add(stem[i]);
            if (i > 0) grams.Add((stem[i - 1] << 16) | stem[i]);
        }
        return [.. grams];
    }

    static Dictionary<int, List<int>> Build()
    {
        var byGram = new Dictionary<int, List<int>>();
        var seen = new HashSet<(int, string)>();
        foreach (var kind in InstrumentVocabulary.Current.Kinds)
        {
            if (KindTable.IsHeading(kind)) continue;
            foreach (var spelling in kind.Spellings)
            {
                if (spelling.Ambiguous || !spelling.Text.Any(FoldedText.IsHan)) continue;
                var stem = NameReading.StemOf(FoldedText.Name(spelling.Text));
                if (stem.Length < 2 || !seen.Add((kind.Id, stem))) continue;
                Exact[stem] = Exact.TryGetValue(stem, out var known) && known != kind.Id ? -1 : kind.Id;
                var grams = Grams(stem);
                foreach (var gram in grams) (CollectionsMarshal.GetValueRefOrAddDefault(byGram, gram, out _) ??= []).Add(Stems.Count);
                Stems.Add((stem, kind.Id, grams.Length));
            }
        }
        return byGram;
    }
}
