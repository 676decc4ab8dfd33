using Shouldly;
using Xunit;
using Modular.PurchaseReview;

namespace Modular.Tests.PurchaseReview;

public class StockIndexJudgementTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Pairs_judged_by_hand_are_banded_as_a_person_would(bool heldOut)
    {
        var pairs = JudgedPairOfWords.All.Where(p => p.HeldOut == heldOut).ToList();
        var (right, wrong) = (new Dictionary<string, int>(), new List<string>());
        foreach (var pair in pairs)
        {
            var index = new StockIndex();
            index.Upsert([(Guid.NewGuid(), pair.Second)]);
            var band = index.Check(pair.First, 1).Hits.FirstOrDefault().Band;
            var fits = pair.Label switch { "same_model" => band == LikenessBand.SameModel, "same_kind" => band >= LikenessBand.SameKind, _ => band < LikenessBand.SameKind };
            if (fits) right[pair.Label] = right.GetValueOrDefault(pair.Label) + 1;
            else wrong.Add($"{pair.Label} → {band}: {pair.First.NameZh}｜{pair.First.Model} / {pair.Second.NameZh}｜{pair.Second.Model}");
        }
        wrong.ForEach(output.WriteLine);

        Share("same_model").ShouldBeGreaterThanOrEqualTo(0.97);
        Share("same_kind").ShouldBeGreaterThanOrEqualTo(0.97);
        Share("different").ShouldBeGreaterThanOrEqualTo(0.95);

        double Share(string label) => (double)right.GetValueOrDefault(label) / pairs.Count(p => p.Label == label);
    }
}
