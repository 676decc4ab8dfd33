namespace Modular.Units;

internal enum PolicyKind
{
    /// <summary>Fen.</summary>
    Money,
    WorkingDays,
    Percent,
    Years,

    /// <summary>Hours a year.</summary>
    Hours,

    /// <summary>0 or 1.</summary>
    Flag,

    /// <summary>People.</summary>
    People,
}

/// <summary>One number that a region sets (P-1 … P-10).</summary>
/// <param name="Rule">Where it comes from in the rules of the field.</param>
internal sealed record PolicyKey(string Key, string Rule, PolicyKind Kind, long Least, long Most)
{
    const long Yuan = 100;

    public static readonly PolicyKey NationalThreshold = new("nationalThreshold", "P-1", PolicyKind.Money, 10_000 * Yuan, 100_000_000 * Yuan);
    public static readonly PolicyKey DutyThreshold = new("dutyThreshold", "P-1", PolicyKind.Money, 10_000 * Yuan, 100_000_000 * Yuan);
    public static readonly PolicyKey OnboardingDays = new("onboardingDays", "P-2", PolicyKind.WorkingDays, 1, 250);
    public static readonly PolicyKey DueSoonDays = new("dueSoonDays", "P-2", PolicyKind.WorkingDays, 1, 60);
    public static readonly PolicyKey ExcellentSubsidy = new("excellentSubsidy", "P-4", PolicyKind.Percent, 0, 100);
    public static readonly PolicyKey GoodSubsidy = new("goodSubsidy", "P-4", PolicyKind.Percent, 0, 100);
    public static readonly PolicyKey SubsidyCap = new("subsidyCap", "P-4", PolicyKind.Money, 0, 100_000_000 * Yuan);
    public static readonly PolicyKey WithoutFunds = new("withoutFunds", "P-5", PolicyKind.Years, 0, 10);
    public static readonly PolicyKey Rectification = new("rectification", "P-6", PolicyKind.Years, 0, 10);
    public static readonly PolicyKey GeneralRatedHours = new("generalRatedHours", "P-8", PolicyKind.Hours, 1, 8784);
    public static readonly PolicyKey SpecialRatedHours = new("specialRatedHours", "P-8", PolicyKind.Hours, 1, 8784);
    public static readonly PolicyKey SaturatedHours = new("saturatedHours", "P-10", PolicyKind.Hours, 1, 8784);
    public static readonly PolicyKey SaturatedUsage = new("saturatedUsage", "P-10", PolicyKind.Percent, 1, 100);
    public static readonly PolicyKey UnqualifiedBlocks = new("unqualifiedBlocks", "P-6", PolicyKind.Flag, 0, 1);

    public static readonly PolicyKey CustomsYears = new("customsYears", "I-3", PolicyKind.Years, 1, 10);

    public static readonly PolicyKey PanelQuorum = new("panelQuorum", "R-4", PolicyKind.People, 1, 30);
    public static readonly PolicyKey PanelFieldExperts = new("panelFieldExperts", "R-4", PolicyKind.People, 0, 30);
    public static readonly PolicyKey PanelMajority = new("panelMajority", "R-4", PolicyKind.Percent, 1, 100);
    public static readonly PolicyKey PanelOffices = new("panelOffices", "R-4", PolicyKind.Flag, 0, 1);
    public static readonly PolicyKey PurchaseYears = new("purchaseYears", "R-6", PolicyKind.Years, 1, 10);

    public static readonly IReadOnlyList<PolicyKey> All =
    [
        NationalThreshold, DutyThreshold, OnboardingDays, DueSoonDays, ExcellentSubsidy, GoodSubsidy, SubsidyCap, WithoutFunds, Rectification,
        GeneralRatedHours, SpecialRatedHours, SaturatedHours, SaturatedUsage, UnqualifiedBlocks, CustomsYears,
        PanelQuorum, PanelFieldExperts, PanelMajority, PanelOffices, PurchaseYears,
    ];

    /// <exception cref="Shared.Problem">404 when there is none of that name.</exception>
    public static PolicyKey Find(string key) => All.FirstOrDefault(k => k.Key == key) ?? throw UnitProblems.PolicyNotFound(key);
}
