using System.Text;

namespace Modular.Shared.Sheets;

/// <summary>A list in text form: encoding and delimiter are found out, and its one sheet is read as a stream.</summary>
internal static class DelimitedBook
{
    private const int SampleChars = 64 << 10;

    public static SheetBook Open(Stream content, IDisposable? owned, SheetLimits limits, CancellationToken cancelled)
    {
        var encoding = TextEncoding.Detect(content, cancelled);
        var sample = Sample(content, encoding);
        RefuseMarkup(sample);
        var (delimiter, hint) = DelimiterChoice.Of(sample);
        var sheet = new DelimitedSheet(content, encoding, delimiter, hint, limits, cancelled);
        return new SheetBook(SheetFileKind.Delimited, [sheet], owned, encoding.WebName, delimiter);
    }

    private static string Sample(Stream content, Encoding encoding)
    {
        content.Position = 0;
        using var reader = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var chars = new char[SampleChars];
        return new string(chars, 0, reader.ReadBlock(chars));
    }

    // Asset systems often save a web page or an XML table under the name of a spreadsheet.
    private static void RefuseMarkup(string sample)
    {
        var start = sample.AsSpan().TrimStart();
        if (start.Length == 0)
            throw SheetRefused.Empty();
        if (start[0] != '<')
            return;
        if (sample.Contains("<table", StringComparison.OrdinalIgnoreCase) || sample.Contains("<html", StringComparison.OrdinalIgnoreCase))
            throw SheetRefused.OtherFormat("a web page saved under a spreadsheet's name");
        if (start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
            throw SheetRefused.OtherFormat("an XML document");
    }

    private sealed class DelimitedSheet(
        Stream content, Encoding encoding, char delimiter, bool hint, SheetLimits limits, CancellationToken cancelled) : Sheet
    {
        public override string Name => "";

        private protected override IReadOnlyList<SheetRange> ReadMerges() => [];

        private protected override IEnumerable<SheetRow> ReadRows()
        {
            content.Position = 0;
            using var reader = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 32 << 10, leaveOpen: true);
            var records = new DelimitedRecords(reader, delimiter, limits.CellChars, limits.Columns);
            if (hint)
                records.Next();
            var skipped = hint ? 1 : 0;
            var rows = 0;
            while (records.Next())
            {
                if ((records.Number & 0xFF) == 0)
                    cancelled.ThrowIfCancellationRequested();
                var filled = records.Fields.Count;
                while (filled > 0 && records.Fields[filled - 1].Length == 0)
                    filled--;
                if (filled == 0)
                    continue;
                if (++rows > limits.Rows)
                    throw SheetRefused.TooManyRows(limits.Rows);
                var cells = new SheetCell[filled];
                for (var i = 0; i < filled; i++)
                    cells[i] = SheetCell.OfText(FormulaGuard.Strip(records.Fields[i]));
                yield return new SheetRow(records.Number - skipped, cells);
            }
        }
    }
}
