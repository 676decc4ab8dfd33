using System.Globalization;
using Modular.Instruments;
using Modular.PurchaseReview;

namespace Modular.Benchmarks;

/// <summary>
/// npm run eval:duplicates: pairs of real instruments judged by hand, mixed into seeded ones, and what the duplication check makes of
/// them, beside PostgreSQL's trigrams on the same text. The first half of each label was tuned on, the second was not.
/// </summary>
internal static class DuplicateEvaluation
{
    private static readonly string[] Labels = ["same_model", "same_kind", "different"];

    public static async Task Run(Options options)
    {
        var stock = Mixed(options, out var real, out var pairs);
        Console.WriteLine($"seed {options.Seed}: {real.Count} real instruments among {stock.Count}, {pairs.Count} judged pairs; rules {LikenessRules.Version}");
        var index = new StockIndex();
        Console.WriteLine($"index built in {Figures.Milliseconds(() => index.Upsert(stock.Select(s => (s.Id, s.Instrument)))) / 1000:0.00} s");
        var judged = Judge(index, stock, real, pairs);
        Print("with class codes where the list gives them", judged);
        var without = stock.ConvertAll(s => s with { Instrument = s.Instrument with { ClassCode = null } });
        var bare = new StockIndex();
        bare.Upsert(without.Select(s => (s.Id, s.Instrument)));
        Print("the same without class codes", Judge(bare, without, real.ToDictionary(r => r.Key, r => without[r.Value.Row], StringComparer.Ordinal), pairs));
        ListFaults(judged, real);
        var alone = stock.Where(s => s.RealId is not null).ToList();
        var realIndex = new StockIndex();
        realIndex.Upsert(alone.Select(s => (s.Id, s.Instrument)));
        Print("among the real instruments alone", Judge(realIndex, stock, real, pairs));
        await TrigramComparison.Print(stock, real, pairs);
    }

    internal sealed record Stocked(Guid Id, int Row, string? RealId, string SeededModel, Likeable Instrument);

    /// <param name="Rank">Place of the partner among all that was found, 1 the best; instruments of the very same seeded model are right answers too and are not counted before it.</param>
    internal sealed record Judged(JudgedPair Pair, LikenessBand Band, int Score, int Rank, int PlainRank, bool HeldOut);

    internal static List<Stocked> Mixed(Options options, out Dictionary<string, Stocked> real, out List<JudgedPair> pairs)
    {
        var random = new Random(options.Seed);
        var stock = new List<Stocked>();
        foreach (var s in InstrumentSpecimens.Make(options.Seed, options.Count ?? 60_000))
            stock.Add(new Stocked(NewId(random), 0, null, s.Model, new Likeable(s.NameZh, s.NameEn, s.Model, s.Manufacturer, s.ClassCode, s.TechnicalSpecifications, s.Functions, s.OriginalValueFen)));
        foreach (var r in RealInstruments.ReadFile(options.Instruments))
        {
            long? price = double.TryParse(r.PriceWan, NumberStyles.Float, CultureInfo.InvariantCulture, out var wan) ? (long)(wan * 1_000_000) : null;
            stock.Insert(random.Next(stock.Count + 1), new Stocked(NewId(random), 0, r.Id, "",
                new Likeable(r.NameZh, r.NameEn, r.Model, r.Manufacturer, r.ClassCode.Length == 6 ? r.ClassCode : null, null, r.Functions, price)));
        }
        for (var i = 0; i < stock.Count; i++) stock[i] = stock[i] with { Row = i };
        var known = real = stock.Where(s => s.RealId is not null).ToDictionary(s => s.RealId!, StringComparer.Ordinal);
        pairs = [.. RealInstruments.ReadPairs(options.Pairs).Where(p => known.ContainsKey(p.First) && known.ContainsKey(p.Second))];
        return stock;
    }

    // Every second pair of a label was kept out of the tuning.
    private static List<Judged> Judge(StockIndex index, List<Stocked> stock, Dictionary<string, Stocked> real, List<JudgedPair> pairs)
    {
        var byId = stock.ToDictionary(s => s.Id);
        var judged = new List<Judged>();
        var seen = Labels.ToDictionary(label => label, _ => 0, StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            var heldOut = seen[pair.Label]++ % 2 == 1;
            var (query, partner) = (real[pair.First], real[pair.Second]);
            var result = index.Check(query.Instrument, stock.Count);
            var at = result.Hits.ToList().FindIndex(hit => hit.InstrumentId == partner.Id);
            if (at < 0)
            {
                judged.Add(new Judged(pair, LikenessBand.None, 0, int.MaxValue, int.MaxValue, heldOut));
                continue;
            }
            var before = result.Hits.Take(at).Where(hit => hit.InstrumentId != query.Id).ToList();
            var seededTwins = before.Count(hit => byId[hit.InstrumentId].RealId is null && hit.Band == LikenessBand.SameModel);
            var hit = result.Hits[at];
            judged.Add(new Judged(pair, hit.Band, hit.Score, before.Count - seededTwins + 1, before.Count + 1, heldOut));
        }
        return judged;
    }

    private static void Print(string what, List<Judged> all)
    {
        Console.WriteLine($"\n{what}");
        Console.WriteLine($"{"label",-12} {"half",-8} {"n",4} {"同型号",7} {"同类",8} {"近似",8} {"无",9} {"first ten",10} {"any of stock",13}");
        foreach (var label in Labels)
        {
            foreach (var (half, some) in new (string, Func<Judged, bool>)[] { ("tuned", j => !j.HeldOut), ("held out", j => j.HeldOut), ("all", _ => true) })
            {
                var rows = all.Where(j => j.Pair.Label == label && some(j)).ToList();
                if (rows.Count == 0) continue;
                string Share(LikenessBand band) => Percent(rows.Count(j => j.Band == band), rows.Count);
                Console.WriteLine($"{label,-12} {half,-8} {rows.Count,4} {Share(LikenessBand.SameModel),8} {Share(LikenessBand.SameKind),9} {Share(LikenessBand.Near),9} {Share(LikenessBand.None),9} {Percent(rows.Count(j => j.Rank <= 10), rows.Count),9} {Percent(rows.Count(j => j.PlainRank <= 10), rows.Count),9}");
            }
        }
        var alike = all.Where(j => j.Pair.Label != "different").ToList();
        var hits = alike.Count(j => j.Band >= LikenessBand.SameKind);
        var wrong = all.Count(j => j.Pair.Label == "different" && j.Band >= LikenessBand.SameKind);
        Console.WriteLine($"同类 or better: precision {Ratio(hits, hits + wrong)}, recall {Ratio(hits, alike.Count)}; "
            + $"same model banded 同型号 and in the first ten {Ratio(all.Count(j => j.Pair.Label == "same_model" && j.Band == LikenessBand.SameModel && j.Rank <= 10), all.Count(j => j.Pair.Label == "same_model"))}; "
            + $"hard negatives banded 同类 or better {Ratio(wrong, all.Count(j => j.Pair.Label == "different"))}");
    }

    private static void ListFaults(List<Judged> judged, Dictionary<string, Stocked> real)
    {
        foreach (var (title, some) in new (string, Func<Judged, bool>)[]
        {
            ("hard negatives banded 同类 or better", j => j.Pair.Label == "different" && j.Band >= LikenessBand.SameKind),
            ("the same kind, banded less", j => j.Pair.Label == "same_kind" && j.Band < LikenessBand.SameKind),
            ("the same model, banded less or beyond the first ten", j => j.Pair.Label == "same_model" && (j.Band < LikenessBand.SameModel || j.Rank > 10)),
        })
        {
            var rows = judged.Where(some).ToList();
            Console.WriteLine($"\n{title}: {(rows.Count == 0 ? "none" : "")}");
            foreach (var j in rows)
                Console.WriteLine($"  {(j.HeldOut ? "held out" : "tuned   ")} {j.Band} {j.Score} rank {(j.Rank == int.MaxValue ? "–" : j.Rank)}  {Words(real[j.Pair.First])} / {Words(real[j.Pair.Second])}  ({j.Pair.Why})");
        }
    }

    private static string Words(Stocked s) => $"{s.Instrument.NameZh}｜{s.Instrument.Model}｜{s.Instrument.Manufacturer}";

    private static string Percent(int part, int whole) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:0.0} %");

    private static string Ratio(int part, int whole) => whole == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{(double)part / whole:0.000} ({part}/{whole})");

    private static Guid NewId(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
