using System.Net.Http.Json;
using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments.Upkeep;

public class AddRepairDocumentTests(App app)
{
    static async Task<AttachmentRow> Bring(Client person, Guid instrument, byte[] file, string name)
    {
        using var answer = await person.Send(HttpMethod.Post, $"/api/instruments/{instrument}/repairs/documents", Imports.Form(file, name));
        if (!answer.IsSuccessStatusCode) throw await Refusal.Read(answer);
        return (await answer.Content.ReadFromJsonAsync<AttachmentRow>(JsonShape.Options, TestContext.Current.CancellationToken))!;
    }

    // I-4: who runs the instrument has the repairer's bill in hand, not the right to edit the record.
    [Fact]
    public async Task A_custodian_brings_the_bill_and_it_stands_in_the_log()
    {
        var unit = await app.Unit();
        var saved = await (await app.SignedIn("liaison", unit)).Registered();
        var custodian = await app.Custodian(unit, saved);

        var bill = await Bring(custodian, saved.Id, Files.Pdf, "bill.pdf");
        var repair = await custodian.Enter(saved.Id, Upkeeping.Broken with { AttachmentId = bill.Id });

        (bill.Kind, bill.FileName).ShouldBe((AttachmentKind.Document, "bill.pdf"));
        repair.AttachmentId.ShouldBe(bill.Id);
        await custodian.Attached(saved.Id, Files.Pdf, "manual.pdf").ShouldBeRefused(403, "permission.missing");
    }

    [Fact]
    public async Task Only_papers_only_of_what_is_entrusted_and_not_of_what_is_gone()
    {
        var unit = await app.Unit();
        var saved = await (await app.SignedIn("liaison", unit)).Registered();
        var custodian = await app.Custodian(unit, saved);

        await Bring(custodian, saved.Id, Files.Jpeg, "bill.pdf").ShouldBeRefused(415, "attachment.not-a-document");
        await Bring(await app.SignedIn("custodian", unit), saved.Id, Files.Pdf, "bill.pdf").ShouldBeRefused(403, "instrument.not-entrusted");
        await Bring(await app.SignedIn("custodian"), saved.Id, Files.Pdf, "bill.pdf").ShouldBeRefused(404, "instrument.not-found");
    }
}
