using Modular.PurchaseReview;

namespace Modular.Tests.PurchaseReview;

/// <summary>
/// Pairs of instruments judged from general knowledge of them: of all fifteen classes, with models and makers, the odd ones kept out of all
/// tuning; and names alone as people say them, all tuned on.
/// </summary>
internal sealed record JudgedPairOfWords(string Label, Likeable First, Likeable Second, bool HeldOut)
{
    public static IReadOnlyList<JudgedPairOfWords> All { get; } = [.. Read("judged-pairs", halved: true), .. Read("judged-names", halved: false)];

    static List<JudgedPairOfWords> Read(string name, bool halved)
    {
        using var stream = typeof(JudgedPairOfWords).Assembly.GetManifestResourceStream($"Modular.Tests.PurchaseReview.{name}.tsv")!;
        using var reader = new StreamReader(stream);
        var pairs = new List<JudgedPairOfWords>();
        while (reader.ReadLine() is { } line)
        {
            var c = line.Split('\t');
            pairs.Add(new JudgedPairOfWords(c[0], new Likeable(c[1], null, c[2], c[3]), new Likeable(c[4], null, c[5], c[6]), halved && pairs.Count % 2 == 1));
        }
        return pairs;
    }
}
