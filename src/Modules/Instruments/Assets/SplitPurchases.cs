using System.Text.RegularExpressions;
using Modular.Contracts.Vocabulary;

namespace Modular.Instruments;

/// <summary>
/// Finds what was perhaps one purchase and stands in several cards below the line (IM; P-10: no splitting): bought on one day from one supplier,
/// the same thing by name and model, or parts of one thing under one voucher, worth the line together. A hint for a person, never more.
/// </summary>
internal static partial class SplitPurchases
{
    /// <summary>Cards under a tenth of the line are what is bought by the dozen.</summary>
    const int SmallestPart = 10;

    const int MostParts = 20;

    /// <summary>The cards of each such purchase; no card stands in two.</summary>
    public static IEnumerable<IReadOnlyList<ReadCard>> Among(IReadOnlyList<ReadCard> below, long thresholdFen)
    {
        var parts = below.Where(card => card.ValueFen * SmallestPart >= thresholdFen && card.Record.BookedOn is not null && SellerOf(card) is not null).ToList();
        var purchases = parts.Where(card => Paper(card) is not null).GroupBy(card => (SellerOf(card), card.Record.BookedOn, Paper(card), "")).Where(OneThing)
            .Concat(parts.GroupBy(card => (SellerOf(card), card.Record.BookedOn, (string?)Model(card), Stem(card))))
            .Select(group => group.ToList())
            .Where(group => group.Count is >= 2 and <= MostParts && group.Sum(card => card.ValueFen) >= thresholdFen)
            .OrderByDescending(group => group.Sum(card => card.ValueFen)).ThenBy(group => group[0].CardNumber, StringComparer.Ordinal);
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var purchase in purchases)
        {
            if (purchase.Exists(card => told.Contains(card.CardNumber))) continue;
            told.UnionWith(purchase.Select(card => card.CardNumber));
            // The dearest part gives the whole its name.
            yield return [.. purchase.OrderByDescending(card => card.ValueFen).ThenBy(card => card.CardNumber, StringComparer.Ordinal)];
        }
    }

    // One voucher may pay for many things: it says something where the cards themselves speak of one thing and its parts.
    static bool OneThing(IEnumerable<ReadCard> cards)
    {
        var all = cards.ToList();
        return all.Exists(card => PartWords().IsMatch(card.Record.NameZh!)) || all.Select(Stem).Distinct(StringComparer.Ordinal).Count() == 1
            || all.TrueForAll(card => card.Record.Model is not null) && all.Select(Model).Distinct(StringComparer.Ordinal).Count() == 1;
    }

    static string? SellerOf(ReadCard card) => (card.Supplier ?? card.Record.Manufacturer) is { } seller ? FoldedText.Compact(seller) : null;

    static string? Paper(ReadCard card) => card.Voucher ?? card.Contract;

    static string Model(ReadCard card) => card.Record.Model is { } model ? ModelNumber.Normalise(model) : "";

    // 气相色谱仪（主机）, 气相色谱仪 2 and 气相色谱仪-检测器 begin alike.
    static string Stem(ReadCard card)
    {
        var bare = PartWords().Replace(Brackets().Replace(card.Record.NameZh!, ""), "");
        return FoldedText.Compact(bare).TrimEnd([.. "0123456789一二三四五六七八九十"]);
    }

    [GeneratedRegex("主机|附件|配件|部件|模块|软件|工作站|检测器|控制器|控制系统|电源|组件|自动进样器|第?[一二三四五六七八九十0-9]+(?:部分|期|批)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PartWords();

    [GeneratedRegex(@"[(（\[【][^)）\]】]*[)）\]】]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Brackets();
}
