using Modular.Instruments;
using Modular.Tests.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class SubmitCarrierTests(App app)
{
    // I-4
    [Fact]
    public async Task What_is_complete_goes_to_the_supervisor_who_is_told()
    {
        var bureau = await app.Supervisor();
        var liaison = await app.SignedIn("liaison", await app.Unit(bureau));
        var reviewer = await app.SignedIn("reviewer", bureau);

        var submitted = await liaison.Submit(await liaison.Centre("中心甲"));
        await app.DeliverEvents();

        var carrier = await reviewer.Carrier(submitted);
        (carrier.LifeCycle, carrier.Version).ShouldBe((LifeCycle.Submitted, submitted.Version));
        carrier.Actions.ShouldBe(["approve", "return"]);
        (await reviewer.Notices()).ShouldContain(notice => notice.Kind == "carrier.submitted" && notice.Link == $"/instruments/carriers/{submitted.Id}");
    }

    [Fact]
    public async Task What_is_incomplete_says_what_it_lacks()
    {
        var liaison = await app.SignedIn("liaison");
        var draft = await liaison.Centre(with: record => record.Introduction = null);

        var refusal = await liaison.Post($"{Carriers.Address}/{draft.Id}/submit", new SubmitCarrier(draft.Version, false)).ShouldBeRefused(422, "instrument.incomplete");

        refusal.Errors.Keys.ShouldBe(["record.introduction"]);
    }

    [Fact]
    public async Task It_can_be_taken_back_before_it_is_reviewed()
    {
        var liaison = await app.SignedIn("liaison");
        var submitted = await liaison.Submit(await liaison.Centre());

        var draft = await liaison.Submit(submitted, withdraw: true);

        (await liaison.Carrier(draft)).LifeCycle.ShouldBe(LifeCycle.Draft);
        await liaison.Post($"{Carriers.Address}/{draft.Id}/submit", new SubmitCarrier(draft.Version, true)).ShouldBeRefused(409, "carrier.cannot-withdraw");
    }
}
