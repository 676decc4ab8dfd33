using Modular.Contracts.Vocabulary;

namespace Modular.Benchmarks;

/// <summary>
/// The pairs were judged by people who did not know the vocabulary. Same kind counts as understood when both names mean one kind or one
/// a special case of the other; different counts as understood when they do not.
/// </summary>
internal static class VocabularyBenchmark
{
    public static Task Run(Options options)
    {
        var vocabulary = InstrumentVocabulary.Current;
        var real = RealInstruments.Read(options.Real);
        var byId = real.ToDictionary(r => r.Id, StringComparer.Ordinal);
        var unread = real.Where(r => vocabulary.KindOf(r.NameZh, r.NameEn) is null).ToList();
        Console.WriteLine($"{vocabulary.Kinds.Count} kinds, {Brands.All.Count} makers; {real.Count - unread.Count} of {real.Count} real names read");
        Console.WriteLine("  unread: " + string.Join(" ", unread.Select(r => r.NameZh)));
        var classed = real.Where(r => r.ClassCode.Length == 6 && Kind(r.Id) is not null).ToList();
        Console.WriteLine($"class of the kind read and class given by hand: same minor class {classed.Count(r => Kind(r.Id)!.ClassCode == r.ClassCode)}, same middle class {classed.Count(r => Kind(r.Id)!.ClassCode[..4] == r.ClassCode[..4])} of {classed.Count}");
        foreach (var r in classed.Where(r => Kind(r.Id)!.ClassCode[..4] != r.ClassCode[..4]))
            Console.WriteLine($"  {r.NameZh} [{Kind(r.Id)!.NameZh}] {r.ClassCode}");
        foreach (var group in RealInstruments.Pairs(options.Real).GroupBy(p => p.Label, StringComparer.Ordinal))
        {
            var wrong = group.Where(p => !Understood(p)).ToList();
            Console.WriteLine($"{group.Key,-12} {group.Count() - wrong.Count} of {group.Count()}");
            foreach (var pair in wrong)
                Console.WriteLine($"  {byId[pair.First].NameZh} [{Kind(pair.First)?.NameZh}] / {byId[pair.Second].NameZh} [{Kind(pair.Second)?.NameZh}]  {pair.Why}");
        }
        return Task.CompletedTask;

        InstrumentKind? Kind(string id) => vocabulary.KindOf(byId[id].NameZh, byId[id].NameEn)?.Kind;

        bool Understood(JudgedPair pair)
        {
            var (a, b) = (Kind(pair.First), Kind(pair.Second));
            var alike = a is not null && b is not null && (a.Is(b) || b.Is(a));
            return alike == (pair.Label is not "different");
        }
    }
}
