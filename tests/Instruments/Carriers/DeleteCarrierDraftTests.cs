using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class DeleteCarrierDraftTests(App app)
{
    [Fact]
    public async Task A_draft_without_instruments_is_thrown_away()
    {
        var liaison = await app.SignedIn("liaison");
        var draft = await liaison.Centre();

        await liaison.Delete($"{Carriers.Address}/{draft.Id}?version={draft.Version}");

        (await app.Stored<Carrier>(draft.Id)).ShouldBeNull();
    }

    [Fact]
    public async Task What_has_instruments_or_was_submitted_stays()
    {
        var liaison = await app.SignedIn("liaison");
        var number = $"D{Some.Number()}";
        var used = await liaison.Centre(with: record => record.Number = number);
        await liaison.Belonging(number);
        var submitted = await liaison.Submit(await liaison.Centre());

        await liaison.Delete($"{Carriers.Address}/{used.Id}?version={used.Version}").ShouldBeRefused(409, "carrier.has-instruments");
        await liaison.Delete($"{Carriers.Address}/{submitted.Id}?version={submitted.Version}").ShouldBeRefused(409, "carrier.cannot-delete");
        await liaison.Delete($"{Carriers.Address}/{used.Id}?version=9").ShouldBeRefused(409, "carrier.changed-meanwhile");
    }
}
