using System.Text;
using Modular.Instruments;
using Modular.Shared.Sheets;
using Modular.Tests.Sheets;
using Xunit;

namespace Modular.Tests.Instruments;

/// <summary>Lists as tests write them down, and the real ones where the folder beside the repository is there.</summary>
internal static class Lists
{
    /// <summary>One row a line, cells between bars; the number of a row is its line.</summary>
    public static List<SheetRow> Of(string text) =>
        [.. text.Split('\n').Select((line, i) => new SheetRow(i + 1, [.. line.Split('|').Select(cell => Cell(cell.Trim()))])).Where(r => r.Cells.Any(c => !c.IsEmpty))];

    public static HeaderGuess Recognise(string text, params SheetRange[] merges) => HeaderRecognition.Recognise(Of(text), merges);

    /// <summary>A number is a number cell; =… keeps text that looks like one.</summary>
    public static SheetCell Cell(string text) =>
        text.StartsWith('=') ? SheetCell.OfText(text[1..])
        : double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number) ? SheetCell.OfNumber(number)
        : SheetCell.OfText(text);

    public static byte[] Real(string name)
    {
        var path = Path.Combine(Folder(), name);
        Assert.SkipUnless(File.Exists(path), $"The shared list {name} is not beside this working copy.");
        return File.ReadAllBytes(path);
    }

    public static List<SheetRow> RealRows(string name)
    {
        using var book = SheetReader.Open(new MemoryStream(Real(name)), cancelled: TestContext.Current.CancellationToken);
        return [.. book.Sheets[0].Rows()];
    }

    /// <summary>The rows as an xlsx that was written and read again.</summary>
    public static async Task<List<SheetRow>> ThroughXlsx(List<SheetRow> rows)
    {
        var file = new MemoryStream();
        var content = SheetContent.Of("表", [.. rows[0].Cells.Select(c => new SheetColumn(c.Text))], rows.Skip(1).Select(r => (IReadOnlyList<object?>)[.. r.Cells.Select(c => (object?)c.Text)]));
        await SheetWriter.WriteXlsx(file, [content], TestContext.Current.CancellationToken);
        return SheetReaderTests.Read(file);
    }

    public static byte[] Gb18030(string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030").GetBytes(text);
    }

    private static string Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Modular.sln")))
                return Path.Combine(at.FullName, "..", "shared", "data", "lists");
        }

        return "";
    }
}
