using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class RemoveAttachmentTests(App app)
{
    [Fact]
    public async Task A_removed_photo_is_gone_and_the_next_takes_its_place()
    {
        var liaison = await app.SignedIn("liaison");
        var instrument = await liaison.Registered();
        var front = await liaison.Attached(instrument.Id, Files.Jpeg);
        var back = await liaison.Attached(instrument.Id, Files.Png);

        await liaison.Delete($"{Attachments.Of(instrument.Id)}/{front.Id}?version={front.Version}");

        (await liaison.Get<IReadOnlyList<AttachmentRow>>(Attachments.Of(instrument.Id))).Select(row => row.Id).ShouldBe([back.Id]);
        (await app.Stored<Attachment>(back.Id))!.Position.ShouldBe(0);
    }

    [Fact]
    public async Task What_was_changed_meanwhile_is_not_removed_unseen()
    {
        var liaison = await app.SignedIn("liaison");
        var instrument = await liaison.Registered();
        var photo = await liaison.Attached(instrument.Id, Files.Jpeg);
        await liaison.Put<AttachmentRow>($"{Attachments.Of(instrument.Id)}/{photo.Id}", new EditAttachment("one", null, photo.Version));

        await liaison.Delete($"{Attachments.Of(instrument.Id)}/{photo.Id}?version={photo.Version}").ShouldBeRefused(409, "attachment.changed-meanwhile");
    }
}
