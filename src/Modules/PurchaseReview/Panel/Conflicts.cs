using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>What of a case conflicts follow from.</summary>
internal sealed record JudgedCase(Guid Id, Guid UnitId, string? ProjectNumber);

/// <summary>Conflicts of interest that follow from what is known: own unit, affiliated unit, same project. Nobody has to declare them.</summary>
internal sealed class Conflicts(PurchaseReviewDb db, IUnitAffiliations affiliations, TimeProvider clock)
{
    /// <returns>By person and case; who has none in a case is left out.</returns>
    public async Task<IReadOnlyDictionary<(Guid AccountId, Guid CaseId), Conflict>> Derive(IReadOnlyCollection<Guid> accounts, IReadOnlyCollection<PurchaseCase> cases, CancellationToken ct)
    {
        var experts = await db.PanelExperts.AsNoTracking().Where(e => accounts.Contains(e.AccountId)).ToListAsync(ct);
        return await Among([.. from expert in experts from judged in cases select (expert, new JudgedCase(judged.Id, judged.UnitId, judged.ProjectNumber))], ct);
    }

    /// <returns>Those of the pairs between which there is one.</returns>
    public async Task<IReadOnlyDictionary<(Guid AccountId, Guid CaseId), Conflict>> Among(IReadOnlyCollection<(PanelExpert Expert, JudgedCase Case)> pairs, CancellationToken ct)
    {
        var homes = pairs.Select(pair => pair.Expert.UnitId).OfType<Guid>().Distinct().ToList();
        var affiliated = homes.Count == 0 ? new Dictionary<Guid, IReadOnlySet<Guid>>() : await affiliations.On(clock.Today(), homes, ct);
        var found = new Dictionary<(Guid, Guid), Conflict>();
        foreach (var (expert, judged) in pairs)
            if (Between(expert, judged, affiliated) is { } conflict) found[(expert.AccountId, judged.Id)] = conflict;
        return found;
    }

    static Conflict? Between(PanelExpert expert, JudgedCase judged, IReadOnlyDictionary<Guid, IReadOnlySet<Guid>> affiliated) =>
        expert.UnitId == judged.UnitId ? Conflict.OwnUnit
        : expert.UnitId is { } home && affiliated.TryGetValue(home, out var with) && with.Contains(judged.UnitId) ? Conflict.AffiliatedUnit
        : judged.ProjectNumber is { } project && expert.Projects.Contains(project, StringComparer.OrdinalIgnoreCase) ? Conflict.SameProject
        : null;
}
