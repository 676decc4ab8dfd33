using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class ReviewCarrierTests(App app)
{
    [Fact]
    public async Task What_the_supervisor_approves_is_on_the_platform()
    {
        var bureau = await app.Supervisor();
        var unit = await app.Unit(bureau);

        var listed = await app.ListedCentre(unit, bureau);

        var carrier = await (await app.SignedIn("liaison", unit)).Carrier(listed);
        (carrier.LifeCycle, carrier.ListedOn).ShouldBe((LifeCycle.Listed, app.Clock.Today()));
    }

    // I-4: the filler sees which fields to mend, mends them and submits again.
    [Fact]
    public async Task What_is_returned_shows_its_remarks_until_it_is_submitted_again()
    {
        var bureau = await app.Supervisor();
        var liaison = await app.SignedIn("liaison", await app.Unit(bureau));
        var reviewer = await app.SignedIn("reviewer", bureau);
        var submitted = await liaison.Submit(await liaison.Centre());

        var returned = await reviewer.Post<SavedCarrier>($"{Carriers.Address}/{submitted.Id}/review", Return(submitted));

        var carrier = await liaison.Carrier(returned);
        (carrier.LifeCycle, carrier.ReturnReason).ShouldBe((LifeCycle.Returned, "Say more."));
        carrier.Remarks.ShouldHaveSingleItem().Field.ShouldBe("introduction");
        (await liaison.Carrier(await liaison.Submit(returned))).Remarks.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reason_and_known_fields_are_needed_to_return_it()
    {
        var bureau = await app.Supervisor();
        var liaison = await app.SignedIn("liaison", await app.Unit(bureau));
        var submitted = await liaison.Submit(await liaison.Centre());

        var refusal = await (await app.SignedIn("reviewer", bureau)).Post($"{Carriers.Address}/{submitted.Id}/review", new ReviewCarrier(submitted.Version, false, "whim", "", [new ReviewRemark("colour", "Red")]))
            .ShouldBeRefused(400, "request.invalid");

        refusal.Errors.Keys.ShouldBe(["reasonCode", "reason", "remarks[0].field"], ignoreOrder: true);
    }

    [Fact]
    public async Task Units_do_not_review_themselves_and_foreign_supervisors_find_nothing()
    {
        var liaison = await app.SignedIn("liaison");
        var submitted = await liaison.Submit(await liaison.Centre());

        await liaison.Post($"{Carriers.Address}/{submitted.Id}/review", Return(submitted)).ShouldBeRefused(403, "permission.missing");
        await (await app.SignedIn("reviewer")).Post($"{Carriers.Address}/{submitted.Id}/review", Return(submitted)).ShouldBeRefused(404, "carrier.not-found");
    }

    static ReviewCarrier Return(SavedCarrier carrier) => new(carrier.Version, false, "incomplete", "Say more.", [new ReviewRemark("introduction", "What is measured?")]);
}
