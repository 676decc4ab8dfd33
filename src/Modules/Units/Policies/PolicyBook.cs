using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Units;

/// <summary>All that was ever set for one region, and what of it holds on a day.</summary>
internal sealed class PolicyBook(IReadOnlyList<PolicyChange> changes)
{
    /// <summary>The path of the region that an organisation belongs to; the nation's own for the nation.</summary>
    public static string RegionOf(string path) => path.Length <= 2 * Organisation.PathSegment ? path : path[..(2 * Organisation.PathSegment)];

    /// <summary>The region the caller decides for. 422 for who stands above all regions: a number there would hold nowhere.</summary>
    public static string DecidedBy(CurrentUser user) =>
        user.ScopePath.Length >= 2 * Organisation.PathSegment ? RegionOf(user.ScopePath) : throw UnitProblems.PolicyWithoutRegion();

    public static async Task<PolicyBook> Of(UnitsDb db, string path, CancellationToken ct)
    {
        var region = RegionOf(path);
        return new PolicyBook(await db.PolicyChanges.AsNoTracking().Where(c => c.RegionPath == region).OrderBy(c => c.Number).ToListAsync(ct));
    }

    public IReadOnlyList<PolicyChange> Of(PolicyKey key) => [.. changes.Where(c => c.Key == key.Key)];

    /// <summary>The change that holds on the day; null while the region has said nothing of its own.</summary>
    public PolicyChange? Holding(PolicyKey key, DateOnly day) =>
        Of(key).Where(c => c.WithdrawnAt is null && c.ValidFrom <= day).OrderBy(c => c.ValidFrom).ThenBy(c => c.Number).LastOrDefault();

    public long ValueOn(PolicyKey key, DateOnly day) => Holding(key, day)?.Value ?? PolicyPreset.National.Values[key].Value;

    public IReadOnlyList<PolicyPeriod> Periods() =>
        [.. changes.Where(c => c.WithdrawnAt is null).Select(c => c.ValidFrom).Append(DateOnly.MinValue).Distinct().Order().Select(from => new PolicyPeriod(from, On(from)))];

    public PolicySet On(DateOnly day)
    {
        long Value(PolicyKey key) => ValueOn(key, day);
        int Number(PolicyKey key) => (int)Value(key);
        var version = string.Join('.', PolicyKey.All.Select(key => Holding(key, day)?.Number ?? 0));
        return new PolicySet(
            version, Value(PolicyKey.NationalThreshold), Value(PolicyKey.DutyThreshold), Number(PolicyKey.OnboardingDays), Number(PolicyKey.DueSoonDays),
            Number(PolicyKey.ExcellentSubsidy), Number(PolicyKey.GoodSubsidy), Value(PolicyKey.SubsidyCap), Number(PolicyKey.WithoutFunds), Number(PolicyKey.Rectification),
            Number(PolicyKey.GeneralRatedHours), Number(PolicyKey.SpecialRatedHours), Number(PolicyKey.SaturatedHours), Number(PolicyKey.SaturatedUsage), Value(PolicyKey.UnqualifiedBlocks) == 1,
            Number(PolicyKey.CustomsYears), Number(PolicyKey.PanelQuorum), Number(PolicyKey.PanelFieldExperts), Number(PolicyKey.PanelMajority), Value(PolicyKey.PanelOffices) == 1)
        {
            PurchaseYears = Number(PolicyKey.PurchaseYears),
        };
    }
}

/// <summary>Answers other modules' questions about policies.</summary>
internal sealed class Policies(UnitsDb db) : IPolicies
{
    public async Task<PolicySet> On(DateOnly day, string path, CancellationToken ct) => (await PolicyBook.Of(db, path, ct)).On(day);

    public async Task<IReadOnlyDictionary<string, IReadOnlyList<PolicyPeriod>>> Periods(IReadOnlyCollection<string> paths, CancellationToken ct)
    {
        var regions = paths.Select(PolicyBook.RegionOf).Distinct(StringComparer.Ordinal).ToList();
        var changes = await db.PolicyChanges.AsNoTracking().Where(c => regions.Contains(c.RegionPath)).OrderBy(c => c.Number).ToListAsync(ct);
        var books = changes.ToLookup(c => c.RegionPath, StringComparer.Ordinal);
        return paths.Distinct(StringComparer.Ordinal).ToDictionary(
            path => path, path => new PolicyBook([.. books[PolicyBook.RegionOf(path)]]).Periods(), StringComparer.Ordinal);
    }
}
