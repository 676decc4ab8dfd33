using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class WithdrawInstrumentsTests(App app)
{
    [Fact]
    public async Task A_submission_is_taken_back_and_can_be_edited_again()
    {
        var liaison = await app.SignedIn("liaison");
        var submitted = await liaison.Submitted();

        var report = await liaison.Post<BulkReport>("/api/instruments/withdraw", new WithdrawInstruments(Registry.Items(submitted)));

        report.Done.ShouldBe(1);
        (await app.Stored<Instrument>(submitted.Id))!.LifeCycle.ShouldBe(LifeCycle.Draft);
    }

    [Fact]
    public async Task What_was_never_submitted_cannot_be_taken_back()
    {
        var liaison = await app.SignedIn("liaison");

        var report = await liaison.Post<BulkReport>("/api/instruments/withdraw", new WithdrawInstruments(Registry.Items(await liaison.Registered())));

        report.Rows.Single().Code.ShouldBe("instrument.cannot-withdraw");
    }
}
