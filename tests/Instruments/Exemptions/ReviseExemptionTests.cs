using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class ReviseExemptionTests(App app)
{
    [Fact]
    public async Task What_was_returned_is_mended_and_goes_to_the_department_again()
    {
        var us = await Statements.In(app);
        var returned = await us.Reviewed(await us.Declared(), endorse: false);
        var other = await us.Liaison.Registered("second");

        var revised = await us.Liaison.Put<SavedExemption>($"{Statements.Address}/{returned.Id}",
            new ReviseExemption(Some.Exemption(us.Instrument.Id, other.Id) with { Explanation = "both parts of one machine" }, returned.Version));

        var read = await us.Read(revised);
        (read.State, read.Count, read.Explanation).ShouldBe((ExemptionState.Submitted, 2, "both parts of one machine"));
        read.Steps.Select(step => step.Action).ShouldBe(["submitted", "returned", "revised"]);
    }

    // An instrument that is left out may be stated about anew.
    [Fact]
    public async Task What_is_left_out_is_free_again()
    {
        var us = await Statements.In(app);
        var returned = await us.Reviewed(await us.Declared(), endorse: false);
        var other = await us.Liaison.Registered("second");
        await us.Liaison.Put<SavedExemption>($"{Statements.Address}/{returned.Id}", new ReviseExemption(Some.Exemption(other.Id), returned.Version));

        await us.Declared();
    }

    [Fact]
    public async Task Only_what_was_returned_can_be_mended_and_only_in_the_version_that_was_seen()
    {
        var us = await Statements.In(app);
        var declared = await us.Declared();
        Task<SavedExemption> Revise(SavedExemption exemption) => us.Liaison.Put<SavedExemption>($"{Statements.Address}/{exemption.Id}", new ReviseExemption(Some.Exemption(us.Instrument.Id), exemption.Version));

        await Revise(declared).ShouldBeRefused(409, "exemption.cannot-revise");
        var returned = await us.Reviewed(declared, endorse: false);
        await Revise(declared).ShouldBeRefused(409, "exemption.changed-meanwhile");
        await Revise(returned);
    }
}
