using Modular.PurchaseReview;

namespace Modular.Tests.PurchaseReview;

/// <summary>Pairs of instruments of all fifteen classes, judged from general knowledge of them. The odd ones were kept out of all tuning.</summary>
internal sealed record JudgedPairOfWords(string Label, Likeable First, Likeable Second, bool HeldOut)
{
    public static IReadOnlyList<JudgedPairOfWords> All { get; } = Read();

    static List<JudgedPairOfWords> Read()
    {
        using var stream = typeof(JudgedPairOfWords).Assembly.GetManifestResourceStream("Modular.Tests.PurchaseReview.judged-pairs.tsv")!;
        using var reader = new StreamReader(stream);
        var pairs = new List<JudgedPairOfWords>();
        while (reader.ReadLine() is { } line)
        {
            var c = line.Split('\t');
            pairs.Add(new JudgedPairOfWords(c[0], new Likeable(c[1], null, c[2], c[3]), new Likeable(c[4], null, c[5], c[6]), pairs.Count % 2 == 1));
        }
        return pairs;
    }
}
