using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class ListAttachmentsTests(App app)
{
    [Fact]
    public async Task Photos_come_first_each_kind_in_its_order()
    {
        var liaison = await app.SignedIn("liaison");
        var instrument = await liaison.Registered();
        var manual = await liaison.Attached(instrument.Id, Files.Pdf, "manual.pdf");
        var front = await liaison.Attached(instrument.Id, Files.Jpeg);
        var back = await liaison.Attached(instrument.Id, Files.Png);

        var rows = await liaison.Get<IReadOnlyList<AttachmentRow>>(Attachments.Of(instrument.Id));

        rows.OrderBy(row => row.Kind != AttachmentKind.Photo).Select(row => row.Id).ShouldBe([front.Id, back.Id, manual.Id]);
    }

    [Fact]
    public async Task An_instrument_without_any_has_an_empty_list_and_a_foreign_one_none()
    {
        var liaison = await app.SignedIn("liaison");
        var instrument = await liaison.Registered();

        (await liaison.Get<IReadOnlyList<AttachmentRow>>(Attachments.Of(instrument.Id))).ShouldBeEmpty();
        await (await app.SignedIn("liaison")).Get<object>(Attachments.Of(instrument.Id)).ShouldBeRefused(404, "instrument.not-found");
    }

    // P11
    [Fact]
    public async Task The_list_costs_the_same_statements_however_long_it_is()
    {
        var liaison = await app.SignedIn("liaison");
        var instrument = await liaison.Registered();
        await liaison.Attached(instrument.Id, Files.Jpeg);

        await liaison.ShouldCostTheSame(Attachments.Of(instrument.Id), async () =>
        {
            for (var i = 0; i < 8; i++) await liaison.Attached(instrument.Id, Files.Jpeg);
        });
    }
}
