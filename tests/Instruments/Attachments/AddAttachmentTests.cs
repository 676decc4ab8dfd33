using System.Net;
using System.Net.Http.Json;
using System.Text;
using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class AddAttachmentTests(App app)
{
    public static TheoryData<string, byte[], string, string> Taken => new()
    {
        { "front.jpg", Files.Jpeg, "Photo", "image/jpeg" },
        { "front.pdf", Files.Png, "Photo", "image/png" },
        { "manual.exe", Files.Pdf, "Document", "application/pdf" },
        { "manual.docx", Files.Office("[Content_Types].xml", "word/document.xml"), "Document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
        { "log.xlsx", Files.Office("[Content_Types].xml", "xl/workbook.xml"), "Document", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
    };

    public static TheoryData<string, byte[]> Refused => new()
    {
        { "photo.svg", Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>") },
        { "photo.jpg", Encoding.UTF8.GetBytes("<html><script>alert(1)</script></html>") },
        { "manual.docm", Files.Office("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin") },
        { "archive.zip", Files.Office("a.txt") },
        { "broken.docx", [(byte)'P', (byte)'K', 3, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
        { "empty.jpg", [] },
        { "program.pdf", [(byte)'M', (byte)'Z', 0x90, 0, 3, 0, 0, 0] },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public async Task What_a_file_is_tells_its_content_not_its_name(string name, byte[] file, string kind, string type)
    {
        var liaison = await app.SignedIn("liaison");
        var instrument = await liaison.Registered();

        var added = await liaison.Attached(instrument.Id, file, name, " front view ");

        (added.Kind.ToString(), added.ContentType, added.FileName, added.Caption).ShouldBe((kind, type, name, "front view"));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_a_browser_or_an_office_might_run_is_not_taken(string name, byte[] file)
    {
        var liaison = await app.SignedIn("liaison");
        var instrument = await liaison.Registered();

        await liaison.Attached(instrument.Id, file, name).ShouldBeRefused(415, "attachment.not-allowed");
    }

    [Fact]
    public async Task A_path_is_no_part_of_a_files_name()
    {
        var liaison = await app.SignedIn("liaison");
        var instrument = await liaison.Registered();

        (await liaison.Attached(instrument.Id, Files.Jpeg, "../../etc/front.jpg")).FileName.ShouldBe("front.jpg");
    }

    [Fact]
    public async Task The_eleventh_photo_is_refused_and_says_why()
    {
        var liaison = await app.SignedIn("liaison");
        var instrument = await liaison.Registered();
        for (var i = 0; i < 10; i++) await liaison.Attached(instrument.Id, Files.Jpeg);

        await liaison.Attached(instrument.Id, Files.Jpeg).ShouldBeRefused(422, "attachment.too-many");
    }

    [Fact]
    public async Task Nothing_is_added_while_the_supervisor_looks_at_it()
    {
        var liaison = await app.SignedIn("liaison");
        var instrument = await liaison.Submitted();

        await liaison.Attached(instrument.Id, Files.Jpeg).ShouldBeRefused(409, "instrument.cannot-edit");
    }
}
