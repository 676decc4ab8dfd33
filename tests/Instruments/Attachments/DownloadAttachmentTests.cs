using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class DownloadAttachmentTests(App app)
{
    [Fact]
    public async Task A_document_is_saved_and_never_opened_inside_the_platform()
    {
        var liaison = await app.SignedIn("liaison");
        var instrument = await liaison.Registered();
        var manual = await liaison.Attached(instrument.Id, Files.Pdf, "使用手册.pdf");

        using var answer = await liaison.Send(HttpMethod.Get, $"{Attachments.Of(instrument.Id)}/{manual.Id}/content");

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("使用手册.pdf");
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
        answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(Files.Pdf);
    }
}
