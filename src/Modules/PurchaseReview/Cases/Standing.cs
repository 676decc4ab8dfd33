using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Evaluation;
using Modular.Contracts.Sharing;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>How the applicant stands 申请单位情况: at the top of the case, and in the way where policy says so.</summary>
/// <param name="Blocking">The record that stands in the way of applying; none where nothing does.</param>
/// <param name="Promises">What was promised for earlier purchases against what came of it, the newest first.</param>
/// <param name="Grade">The unit's last grade; none where it was never evaluated.</param>
/// <param name="Measures">What holds against the unit because of a grade (E-8).</param>
/// <param name="Restriction">That of the measures which stands in the way of a purchase.</param>
internal sealed record ApplicantStanding(
    IReadOnlyList<IntegritySummary> Records, IntegritySummary? Blocking, IReadOnlyList<EarlierPromise> Promises, GradeSummary? Grade, IReadOnlyList<MeasureSummary> Measures, MeasureSummary? Restriction)
{
    /// <exception cref="Problem">422 when something stands in the way: nothing is applied for, and nothing is granted.</exception>
    public void DemandFree()
    {
        if (Blocking is { } record) throw CaseProblems.Blocked(record.Document);
        if (Restriction is { } measure) throw CaseProblems.Restricted(measure);
    }
}

/// <param name="Overdue">Granted, its day has passed, and it is neither on the platform nor given up.</param>
/// <param name="Year">The last full year, whose hours are the actual ones.</param>
internal sealed record EarlierPromise(
    string? Name, DateOnly DecidedOn, DateOnly DueOn, DateOnly? MetOn, bool Overdue, decimal? PromisedHours, decimal? PromisedExternalHours, int Year, decimal? ActualHours, decimal? ActualExternalHours, DateOnly? EndedOn);

internal sealed class Standings(CaseReach reach, IUnitStandings standings, IUnitEvaluations evaluations, IAnnualUsage usage, IPolicies policies, TimeProvider clock)
{
    const int MostPromises = 20;

    /// <param name="policy">Of today and the unit's region, where it is known already.</param>
    public async Task<ApplicantStanding> Of(PurchaseCase of, CancellationToken ct, PolicySet? policy = null)
    {
        var (today, unitId) = (clock.Today(), of.UnitId);
        var records = (await standings.On(today, [unitId], ct)).GetValueOrDefault(unitId) ?? [];
        var evaluation = (await evaluations.On(today, [unitId], ct)).GetValueOrDefault(unitId);
        var measures = evaluation?.Measures ?? [];
        return new ApplicantStanding(
            records, await Blocking(records, of.UnitPath, policy, ct), [], evaluation?.LastGrade, measures,
            measures.FirstOrDefault(measure => measure.Kind == MeasureKind.PurchasesRestricted));
    }

    public async Task<ApplicantStanding> WithPromises(PurchaseCase of, CancellationToken ct)
    {
        var (today, year) = (clock.Today(), clock.Today().Year - 1);
        var earlier = await reach.Granted.AsNoTracking().Where(e => e.UnitId == of.UnitId && e.CaseId != of.Id).OrderByDescending(e => e.DecidedOn).ThenBy(e => e.Id).Take(MostPromises).ToListAsync(ct);
        var bought = earlier.Select(e => e.InstrumentId).OfType<Guid>().ToList();
        var hours = bought.Count == 0 ? new Dictionary<Guid, AnnualUsage>() : await usage.Of(year, bought, ct);
        return await Of(of, ct) with
        {
            Promises =
            [
                .. earlier.Select(e =>
                {
                    var actual = e.InstrumentId is { } id ? hours.GetValueOrDefault(id)?.Counting : null;
                    return new EarlierPromise(e.NameZh, e.DecidedOn, e.DueOn, e.MetOn, e.MetOn is null && e.EndedOn is null && e.DueOn < today, e.PromisedHours, e.PromisedExternalHours, year, actual?.EffectiveHours, actual?.ExternalHours, e.EndedOn);
                }),
            ],
        };
    }

    // IM 25: no funds while false reporting counts; IM 24: who did not put right what was found buys nothing, where the region says so.
    async Task<IntegritySummary?> Blocking(IReadOnlyList<IntegritySummary> records, string unitPath, PolicySet? policy, CancellationToken ct)
    {
        if (records.FirstOrDefault(record => record.Matter == "falseReporting") is { } falseReporting) return falseReporting;
        if (records.FirstOrDefault(record => record.Matter == "notRectified") is not { } notRectified) return null;
        return (policy ?? await policies.On(clock.Today(), unitPath, ct)).UnqualifiedBlocksPurchase ? notRectified : null;
    }
}
