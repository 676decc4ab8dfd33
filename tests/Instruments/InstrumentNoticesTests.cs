using Modular.Instruments;
using Modular.Shared;
using Modular.Tests.Units;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class InstrumentNoticesTests(App app)
{
    // A unit that submits forty instruments tells its reviewers once.
    [Fact]
    public async Task A_batch_is_one_notice_for_each_reviewer_of_the_units_department()
    {
        var bureau = await app.Supervisor();
        var unit = await app.Unit(bureau);
        var (liaison, reviewer, stranger) = (await app.SignedIn("liaison", unit), await app.SignedIn("reviewer", bureau), await app.SignedIn("reviewer"));
        var drafts = new[] { await liaison.Registered("Telescope"), await liaison.Registered(), await liaison.Registered(with: record => record.Manufacturer = null) };

        (await liaison.Post<BulkReport>("/api/instruments/submit", new SubmitInstruments(Registry.Items(drafts)))).Done.ShouldBe(2);
        await app.DeliverEvents();

        var notice = (await reviewer.Notices()).ShouldHaveSingleItem();
        (notice.Kind, notice.Link).ShouldBe(("instruments.submitted", "/instruments/review"));
        (notice.Words["unit"], notice.Words["count"], notice.Words["name"]).ShouldBe((unit.Name, "2", "Telescope"));
        (await stranger.Notices()).ShouldBeEmpty();
        (await liaison.Notices()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_submitted_is_nothing_told()
    {
        var bureau = await app.Supervisor();
        var (liaison, reviewer) = (await app.SignedIn("liaison", await app.Unit(bureau)), await app.SignedIn("reviewer", bureau));
        var draft = await liaison.Registered(with: record => record.Manufacturer = null);

        await liaison.Post<BulkReport>("/api/instruments/submit", new SubmitInstruments(Registry.Items(draft)));
        await app.DeliverEvents();

        (await reviewer.Notices()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_returned_or_approved_is_told_to_those_of_the_unit_who_can_mend_it()
    {
        var bureau = await app.Supervisor();
        var unit = await app.Unit(bureau);
        var (liaison, custodian, reviewer) = (await app.SignedIn("liaison", unit), await app.SignedIn("custodian", unit), await app.SignedIn("reviewer", bureau));
        var (first, second) = (await liaison.Submitted("Telescope"), await liaison.Submitted("Microscope"));

        await reviewer.Post($"/api/instruments/{first.Id}/return", new ReturnInstrument(first.Version, "wrong", "Not a telescope.", []));
        await reviewer.Post<BulkReport>("/api/instruments/approve", new ApproveInstruments(Registry.Items(second)));
        await app.DeliverEvents();

        var notices = (await liaison.Notices()).ToDictionary(notice => notice.Kind, StringComparer.Ordinal);
        var returned = notices["instruments.returned"];
        (returned.Link, returned.Words["name"], returned.Words["reason"]).ShouldBe(($"/instruments/{first.Id}", "Telescope", "Not a telescope."));
        returned.Words["by"].ShouldStartWith(bureau.Name);
        notices["instruments.approved"].Link.ShouldBe($"/instruments/{second.Id}");
        (await custodian.Notices()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_sent_a_list_in_is_told_what_came_of_it_and_the_colleagues_are_not()
    {
        var unit = await app.Unit();
        var (liaison, colleague) = (await app.SignedIn("liaison", unit), await app.SignedIn("liaison", unit));
        var import = await liaison.Upload(Imports.Csv("资产编号,仪器名称,规格型号,原值（元）", $"{Some.Number()},显微镜,X1,600000"));

        await app.Commit(liaison, import);
        await app.DeliverEvents();

        var notice = (await liaison.Notices()).ShouldHaveSingleItem();
        (notice.Kind, notice.Link, notice.Words["created"]).ShouldBe(("import.committed", $"/instruments/imports/{import.Id}", "1"));
        (await colleague.Notices()).ShouldBeEmpty();
    }
}
