namespace Modular.Units;

/// <summary>The numbers of one notice, shipped (P-9): a new region or year is another of these, no code.</summary>
/// <param name="ValidFrom">The notice's own date.</param>
/// <param name="Values">What the notice says of a number, and where. What it does not say stays as it was.</param>
internal sealed record PolicyPreset(string Name, DateOnly ValidFrom, IReadOnlyDictionary<PolicyKey, (long Value, string Source)> Values)
{
    /// <summary>Holds wherever a region has said nothing of its own.</summary>
    public static readonly PolicyPreset National = new("national-2021", new DateOnly(2021, 1, 1), new Dictionary<PolicyKey, (long, string)>
    {
        [PolicyKey.NationalThreshold] = (Yuan(500_000), "国科发基〔2020〕342号；国科办基〔2021〕63号"),
        [PolicyKey.DutyThreshold] = (Yuan(500_000), "国科办基〔2021〕63号"),
        [PolicyKey.OnboardingDays] = (30, "国发〔2014〕70号"),
        [PolicyKey.DueSoonDays] = (10, "平台默认"),
        [PolicyKey.ExcellentSubsidy] = (0, "国家层面未规定"),
        [PolicyKey.GoodSubsidy] = (0, "国家层面未规定"),
        [PolicyKey.SubsidyCap] = (0, "国家层面未规定"),
        [PolicyKey.WithoutFunds] = (0, "国家层面未规定"),
        [PolicyKey.Rectification] = (1, "国科办基〔2021〕63号 二"),
        [PolicyKey.GeneralRatedHours] = (1600, "国家调查汇编口径"),
        [PolicyKey.SpecialRatedHours] = (1600, "国家调查汇编口径"),
        [PolicyKey.SaturatedHours] = (1200, "财科教〔2019〕1号"),
        [PolicyKey.SaturatedUsage] = (85, "财科教〔2019〕1号"),
        [PolicyKey.UnqualifiedBlocks] = (0, "国家层面未规定"),
        [PolicyKey.CustomsYears] = (3, "海关对科教用品的监管年限"),
        [PolicyKey.PanelQuorum] = (5, "平台默认（参照高校论证五人以上）"),
        [PolicyKey.PanelFieldExperts] = (2, "平台默认"),
        [PolicyKey.PanelMajority] = (50, "平台默认（过半数）"),
        [PolicyKey.PanelOffices] = (1, "财政、科技、教育联合评议（阿拉善盟意见 二）"),
        [PolicyKey.PurchaseYears] = (1, "平台默认"),
    });

    static readonly PolicyPreset InnerMongolia = new("inner-mongolia-2022", new DateOnly(2022, 4, 2), new Dictionary<PolicyKey, (long, string)>
    {
        [PolicyKey.NationalThreshold] = (Yuan(500_000), "国科发基〔2020〕342号"),
        [PolicyKey.DutyThreshold] = (Yuan(300_000), "开放共享管理办法（试行）第二条"),
        [PolicyKey.OnboardingDays] = (30, "开放共享管理办法（试行）第十三条"),
        [PolicyKey.ExcellentSubsidy] = (20, "开放共享管理办法（试行）第二十三条"),
        [PolicyKey.GoodSubsidy] = (10, "开放共享管理办法（试行）第二十三条"),
        [PolicyKey.SubsidyCap] = (Yuan(300_000), "开放共享管理办法（试行）第二十三条"),
        [PolicyKey.WithoutFunds] = (3, "开放共享管理办法（试行）第二十五条"),
        [PolicyKey.GeneralRatedHours] = (1400, "教育部口径，自治区细则未见"),
        [PolicyKey.SpecialRatedHours] = (800, "教育部口径，自治区细则未见"),
        [PolicyKey.UnqualifiedBlocks] = (1, "开放共享管理办法（试行）第二十四条"),
    });

    static readonly PolicyPreset Guangdong = new("guangdong-2022", new DateOnly(2022, 9, 1), new Dictionary<PolicyKey, (long, string)>
    {
        [PolicyKey.NationalThreshold] = (Yuan(500_000), "国科发基〔2020〕342号"),
        [PolicyKey.DutyThreshold] = (Yuan(300_000), "粤科函实字〔2022〕1287号 一"),
    });

    static readonly PolicyPreset Alxa = new("alxa-2016", new DateOnly(2016, 1, 1), new Dictionary<PolicyKey, (long, string)>
    {
        [PolicyKey.DutyThreshold] = (Yuan(50_000), "阿拉善盟开放共享实施意见"),
    });

    public static readonly IReadOnlyList<PolicyPreset> All = [InnerMongolia, Guangdong, Alxa, National];

    /// <exception cref="Shared.Problem">404 when there is none of that name.</exception>
    public static PolicyPreset Find(string name) => All.FirstOrDefault(p => p.Name == name) ?? throw UnitProblems.PolicyNotFound(name);

    static long Yuan(long yuan) => yuan * 100;
}
