using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Shared;

public class AuditTrailTests(App app)
{
    // X-2: who, for whom, what, before, after.
    [Fact]
    public async Task Whoever_may_read_it_sees_who_changed_what()
    {
        var unit = await app.Unit();
        var administrator = await app.SignedIn("unitAdministrator", unit);
        var saved = await administrator.Registered();

        var page = await administrator.Get<Page<AuditRow>>($"/api/instruments/audit?subject={saved.Id}");

        var line = page.Items.ShouldHaveSingleItem();
        (line.Action, line.OrganisationId).ShouldBe(("instrument.registered", unit.Id));
        line.After!.Value.GetProperty("model").GetString().ShouldBe("JSM-7800F");
    }

    [Fact]
    public async Task Lines_about_others_are_not_shown_and_not_counted()
    {
        var saved = await (await app.SignedIn("liaison")).Registered();

        var stranger = await app.SignedIn("unitAdministrator");

        (await stranger.Get<Page<AuditRow>>($"/api/instruments/audit?subject={saved.Id}")).Total.ShouldBe(0);
        await (await app.SignedIn("liaison")).Get<object>("/api/instruments/audit").ShouldBeRefused(403, "permission.missing");
    }

    [Fact]
    public async Task Lines_are_found_by_who_did_it_by_what_was_done_and_by_when()
    {
        var unit = await app.Unit();
        var administrator = await app.SignedIn("unitAdministrator", unit);
        await administrator.Registered();

        async Task<int> Found(string filter) => (await administrator.Get<Page<AuditRow>>($"/api/instruments/audit?{filter}")).Total;
        (await Found("action=instrument.registered")).ShouldBe(1);
        (await Found("action=instrument.")).ShouldBe(1);
        (await Found("action=instruments.exported")).ShouldBe(0);
        (await Found("who=erson%20person")).ShouldBe(1);
        (await Found("who=nobody-at-all")).ShouldBe(0);
        (await Found($"from={Uri.EscapeDataString(app.Clock.GetUtcNow().AddMinutes(5).ToString("O"))}")).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_filtered_leaves_as_a_spreadsheet_and_that_it_left_is_a_line_too()
    {
        var administrator = await app.SignedIn("unitAdministrator");
        var saved = await administrator.Registered(with: record => record.Model = "=1+1");
        await administrator.Registered();

        using var book = Modular.Shared.Sheets.SheetReader.Open(new MemoryStream(await administrator.Download($"/api/instruments/audit/export?subject={saved.Id}")));
        var rows = book.Sheets[0].Rows().ToList();
        rows.Count.ShouldBe(2);
        rows[1].Cells.ShouldContain(cell => cell.ToString()!.Contains("instrument.registered", StringComparison.Ordinal));

        (await administrator.Get<Page<AuditRow>>("/api/instruments/audit?action=audit.exported")).Total.ShouldBe(1);
        await administrator.Get<object>("/api/instruments/audit/export?format=pdf").ShouldBeRefused(400, "export.format");
        await (await app.SignedIn("liaison")).Get<object>("/api/instruments/audit/export").ShouldBeRefused(403, "permission.missing");
    }
}
