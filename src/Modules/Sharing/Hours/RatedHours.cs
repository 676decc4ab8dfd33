using Modular.Contracts.Instruments;
using Modular.Contracts.Units;

namespace Modular.Sharing;

/// <summary>额定机时 of a year (P-8), as the region's policy has them on its last day.</summary>
internal sealed class RatedHours(IPolicies policies)
{
    public async Task<Rated> In(int year, string path, CancellationToken ct)
    {
        var policy = await policies.On(new DateOnly(year, 12, 31), path, ct);
        return new Rated(policy.GeneralRatedHours, policy.SpecialRatedHours);
    }
}

internal sealed record Rated(int General, int Special)
{
    public int Of(RollEntry instrument) => instrument.Special ? Special : General;
}
