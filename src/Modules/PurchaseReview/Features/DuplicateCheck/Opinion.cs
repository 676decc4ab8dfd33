using System.Globalization;
using System.Text;

namespace Modular.PurchaseReview;

/// <summary>The check's opinion 分析意见 in plain Chinese: distribution, configuration, utilisation, and what sharing could cover. An officer edits it.</summary>
internal static class Opinion
{
    public static string Of(CheckDuplicates wish, Understanding understood, BandCounts counts, IReadOnlyList<DuplicateHit> hits, int compared, DateTimeOffset asOf, int saturatedHours)
    {
        var text = new StringBuilder();
        var what = wish.Name ?? wish.Model ?? wish.EnglishName ?? "拟购仪器";
        text.Append(CultureInfo.InvariantCulture, $"拟购“{what}”{(understood.KindZh is { } kind && kind != what ? $"（规范名称：{kind}）" : "")}，与全平台{compared}台（套）仪器逐一比对，");
        text.Append(CultureInfo.InvariantCulture, $"数据截至{asOf.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm}。");
        if (counts.SameModel + counts.SameKind == 0)
        {
            text.Append(counts.Near == 0 ? "未发现同型号、同类或近似仪器。" : string.Create(CultureInfo.InvariantCulture, $"未发现同型号或同类仪器，另有近似仪器{counts.Near}台（套），功能不同，供参考。"));
            return text.ToString();
        }

        text.Append(CultureInfo.InvariantCulture, $"发现同型号{counts.SameModel}台（套）、同类{counts.SameKind}台（套）。");
        var alike = hits.Where(hit => hit.Band is "sameModel" or "sameKind").ToList();
        text.Append(CultureInfo.InvariantCulture, $"以下就最相近的{alike.Count}台（套）分析。");
        Distribution(text, alike);
        Configuration(text, alike);
        Utilisation(text, alike, saturatedHours);
        return text.ToString();
    }

    static void Distribution(StringBuilder text, List<DuplicateHit> alike)
    {
        text.Append("\n分布：");
        var (own, league) = (alike.Count(hit => hit.Group == "ownUnit"), alike.Count(hit => hit.Group == "sameLeague"));
        if (own + league > 0) text.Append(CultureInfo.InvariantCulture, $"本单位{own}台，本盟市其他单位{league}台；");
        var places = alike.GroupBy(hit => hit.LeagueName ?? "地点未填", StringComparer.Ordinal).OrderByDescending(group => group.Count()).Take(5);
        text.AppendJoin('、', places.Select(group => $"{group.Key}{group.Count()}台")).Append('。');
    }

    static void Configuration(StringBuilder text, List<DuplicateHit> alike)
    {
        var models = alike.Where(hit => !string.IsNullOrWhiteSpace(hit.Model)).GroupBy(hit => hit.Model!, StringComparer.OrdinalIgnoreCase).OrderByDescending(group => group.Count()).Take(4).ToList();
        text.Append("\n配置：");
        if (models.Count > 0) text.Append("主要型号有").AppendJoin('、', models.Select(group => group.Key)).Append('；');
        var prices = alike.Where(hit => hit.OriginalValueFen > 0).Select(hit => hit.OriginalValueFen!.Value / 1_000_000m).ToList();
        if (prices.Count > 0) text.Append(CultureInfo.InvariantCulture, $"原值{prices.Min():0.#}万至{prices.Max():0.#}万元；");
        var ages = alike.Where(hit => hit.AgeYears is not null).Select(hit => hit.AgeYears!.Value).ToList();
        if (ages.Count > 0) text.Append(CultureInfo.InvariantCulture, $"建账{ages.Min()}至{ages.Max()}年。");
    }

    static void Utilisation(StringBuilder text, List<DuplicateHit> alike, int saturatedHours)
    {
        var known = alike.Where(hit => hit.AnnualHours is not null).ToList();
        text.Append("\n利用：");
        if (known.Count == 0)
        {
            text.Append("均未申报上一年度机时，能否共享需向所属单位核实。");
            return;
        }

        var busy = known.Count(hit => hit.AnnualHours >= saturatedHours);
        var free = known.Where(hit => hit.AnnualHours < saturatedHours && hit.SharingMode is "external").ToList();
        text.Append(CultureInfo.InvariantCulture, $"{known.Count}台申报了{known[0].HoursYear}年机时，平均{known.Average(hit => hit.AnnualHours!.Value):0}小时，{busy}台达到{saturatedHours}小时。");
        text.Append("\n共享：").Append(free.Count == 0
            ? "其中没有机时未满且对外共享的仪器，现有仪器难以满足需求。"
            : string.Create(CultureInfo.InvariantCulture, $"{free.Count}台机时未满{saturatedHours}小时且对外共享，余量合计约{free.Sum(hit => saturatedHours - hit.AnnualHours!.Value):0}小时；其中{free.OrderBy(hit => hit.DistanceKilometres ?? int.MaxValue).First().UnitName}最近，建议先商洽共享。"));
    }
}
