using Modular.Instruments;

namespace Modular.Tests.Access;

/// <summary>Brings an instrument into a state by the ways its life allows (I-4).</summary>
static class InstrumentStates
{
    public static void Bring(Instrument instrument, LifeCycle state, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (state == LifeCycle.Draft) return;
        instrument.Submit(instrument.Version, now);
        if (state == LifeCycle.Returned) instrument.Return(instrument.Version, "wrong", "reason", [], now);
        if (state is LifeCycle.Listed or LifeCycle.Retired) instrument.Approve(instrument.Version, now, today);
        if (state == LifeCycle.Retired) instrument.Retire(instrument.Version, Some.NoCustoms, now, today);
    }
}
