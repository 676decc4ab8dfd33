using Modular.Instruments;
using Modular.Shared;
using Modular.Units;

namespace Modular.Tests;

/// <summary>Instruments in a state, made through the front door.</summary>
internal static class Registry
{
    public static Task<SavedInstrument> Registered(this Client liaison, string? name = null, Action<InstrumentRecord>? with = null)
    {
        var request = Some.Instrument(name: name);
        with?.Invoke(request.Record);
        return liaison.Post<SavedInstrument>("/api/instruments", request);
    }

    public static async Task<SavedInstrument> Submitted(this Client liaison, string? name = null)
    {
        var draft = await liaison.Registered(name);
        await liaison.Post<BulkReport>("/api/instruments/submit", new SubmitInstruments([new InstrumentVersion(draft.Id, draft.Version)]));
        return draft with { Version = draft.Version + 1 };
    }

    public static async Task<SavedInstrument> Listed(this App app, Organisation unit, Organisation bureau, string? name = null)
    {
        var submitted = await (await app.SignedIn("liaison", unit)).Submitted(name);
        await (await app.SignedIn("reviewer", bureau)).Post<BulkReport>("/api/instruments/approve", new ApproveInstruments([new InstrumentVersion(submitted.Id, submitted.Version)]));
        return submitted with { Version = submitted.Version + 1 };
    }

    public static IReadOnlyList<InstrumentVersion> Items(params SavedInstrument[] instruments) =>
        [.. instruments.Select(saved => new InstrumentVersion(saved.Id, saved.Version))];
}
