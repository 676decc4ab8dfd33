using Modular.Instruments;
using Modular.Shared;

namespace Modular.Tests;

/// <summary>Duty-free imports and the customs' notices about them, by the doors that people use.</summary>
internal static class Customs
{
    /// <summary>On the platform, a year after its release.</summary>
    public static async Task<(Client Liaison, Guid Id)> SupervisedInstrument(this App app)
    {
        var bureau = await app.Supervisor();
        var liaison = await app.SignedIn("liaison", await app.Unit(bureau));
        var draft = await liaison.Post<SavedInstrument>("/api/instruments", new RegisterInstrument(null, Some.DutyFree(releasedOn: App.Soon.AddYears(-1))));
        await liaison.Post<BulkReport>("/api/instruments/submit", new SubmitInstruments([new InstrumentVersion(draft.Id, draft.Version)]));
        await (await app.SignedIn("reviewer", bureau)).Post<BulkReport>("/api/instruments/approve", new ApproveInstruments([new InstrumentVersion(draft.Id, draft.Version + 1)]));
        return (liaison, draft.Id);
    }

    public static Task<CustomsNoticeRow> Enter(this Client liaison, Guid id, CustomsMatter matter, DateOnly issuedOn, DateOnly? until = null) =>
        liaison.Post<CustomsNoticeRow>($"/api/instruments/{id}/customs-notices", new EnterCustomsNotice(matter, $"N-{Some.Number()}", issuedOn, until, "Street 2", null));

    /// <summary>To another street.</summary>
    public static async Task MoveHouse(this Client liaison, Guid id)
    {
        var details = await liaison.Get<InstrumentDetails>($"/api/instruments/{id}");
        details.Record.Street = "New building";
        await liaison.Put<SavedInstrument>($"/api/instruments/{id}", new EditInstrument(details.Record, details.Version));
    }
}
