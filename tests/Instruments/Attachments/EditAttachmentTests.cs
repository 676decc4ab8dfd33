using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class EditAttachmentTests(App app)
{
    [Fact]
    public async Task A_photo_moved_to_the_front_stands_for_the_instrument()
    {
        var liaison = await app.SignedIn("liaison");
        var instrument = await liaison.Registered();
        var front = await liaison.Attached(instrument.Id, Files.Jpeg);
        var back = await liaison.Attached(instrument.Id, Files.Png);

        await liaison.Put<AttachmentRow>($"{Attachments.Of(instrument.Id)}/{back.Id}", new EditAttachment("the back", 0, back.Version));

        var rows = await liaison.Get<IReadOnlyList<AttachmentRow>>(Attachments.Of(instrument.Id));
        rows.Select(row => (row.Id, row.Caption)).ShouldBe([(back.Id, "the back"), (front.Id, null)]);
    }

    [Fact]
    public async Task Of_two_who_describe_the_same_photo_the_second_is_told()
    {
        var liaison = await app.SignedIn("liaison");
        var instrument = await liaison.Registered();
        var photo = await liaison.Attached(instrument.Id, Files.Jpeg);
        await liaison.Put<AttachmentRow>($"{Attachments.Of(instrument.Id)}/{photo.Id}", new EditAttachment("one", null, photo.Version));

        await liaison.Put<AttachmentRow>($"{Attachments.Of(instrument.Id)}/{photo.Id}", new EditAttachment("other", null, photo.Version))
            .ShouldBeRefused(409, "attachment.changed-meanwhile");
    }

    [Fact]
    public async Task An_attachment_of_another_instrument_is_not_found_there()
    {
        var liaison = await app.SignedIn("liaison");
        var photo = await liaison.Attached((await liaison.Registered()).Id, Files.Jpeg);

        await liaison.Put<AttachmentRow>($"{Attachments.Of((await liaison.Registered()).Id)}/{photo.Id}", new EditAttachment("x", null, photo.Version))
            .ShouldBeRefused(404, "attachment.not-found");
    }
}
