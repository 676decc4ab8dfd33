using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>How the applicant stands 申请单位情况: at the top of the case, and in the way where policy says so.</summary>
/// <param name="Blocking">The record that stands in the way of applying; none where nothing does.</param>
internal sealed record ApplicantStanding(IReadOnlyList<IntegritySummary> Records, IntegritySummary? Blocking);

internal sealed class Standings(IUnitStandings standings, TimeProvider clock)
{
    public async Task<ApplicantStanding> Of(Guid unitId, PolicySet policy, CancellationToken ct)
    {
        var records = (await standings.On(clock.Today(), [unitId], ct)).GetValueOrDefault(unitId) ?? [];
        return new ApplicantStanding(records, records.FirstOrDefault(record => Blocks(record, policy)));
    }

    // IM 25: no funds while false reporting counts; IM 24: who did not put right what was found buys nothing, where the region says so.
    public static bool Blocks(IntegritySummary record, PolicySet policy) =>
        record.Matter == "falseReporting" || record.Matter == "notRectified" && policy.UnqualifiedBlocksPurchase;
}
