using Modular.Instruments;
using Modular.Units;

namespace Modular.Tests;

/// <summary>Facilities, centres and service units in a state, made through the front door, and instruments that belong to them (I-1).</summary>
internal static class Carriers
{
    public const string Address = "/api/instruments/carriers";

    public static Task<SavedCarrier> Centre(this Client liaison, string? name = null, Action<CarrierRecord>? with = null)
    {
        var record = Some.Centre(name);
        with?.Invoke(record);
        return liaison.Post<SavedCarrier>(Address, new RegisterCarrier(null, CarrierType.InstrumentCentre, record));
    }

    public static Task<SavedCarrier> Submit(this Client liaison, SavedCarrier carrier, bool withdraw = false) =>
        liaison.Post<SavedCarrier>($"{Address}/{carrier.Id}/submit", new SubmitCarrier(carrier.Version, withdraw));

    public static Task<SavedCarrier> Approve(this Client reviewer, SavedCarrier carrier) =>
        reviewer.Post<SavedCarrier>($"{Address}/{carrier.Id}/review", new ReviewCarrier(carrier.Version, true, null, null, null));

    public static async Task<SavedCarrier> ListedCentre(this App app, Organisation unit, Organisation bureau, string? name = null, Action<CarrierRecord>? with = null)
    {
        var liaison = await app.SignedIn("liaison", unit);
        return await (await app.SignedIn("reviewer", bureau)).Approve(await liaison.Submit(await liaison.Centre(name, with)));
    }

    public static Task<CarrierDetails> Carrier(this Client client, SavedCarrier carrier) => client.Get<CarrierDetails>($"{Address}/{carrier.Id}");

    /// <summary>An instrument whose record names it by kind and number.</summary>
    public static Task<SavedInstrument> Belonging(this Client liaison, string number, string? name = null, CarrierType kind = CarrierType.InstrumentCentre) =>
        liaison.Registered(name, record => (record.CarrierType, record.CarrierNumber) = (kind, number));
}
