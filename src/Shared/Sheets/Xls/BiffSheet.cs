using System.Buffers.Binary;

namespace Modular.Shared.Sheets;

internal sealed class BiffSheet(BiffBook book, int offset, string name, bool hidden, CancellationToken cancelled) : Sheet
{
    private const int MostMerges = 100_000;

    private Outline? outline;

    public override string Name { get; } = StorableText.Of(name);

    public override bool Hidden => hidden;

    private protected override IReadOnlyList<SheetRange> ReadMerges() => (outline ??= ReadOutline()).Merges;

    private protected override IEnumerable<SheetRow> ReadRows()
    {
        var (records, hiddenRows, _) = outline ??= ReadOutline();
        var cells = new SheetCell[book.Limits.Columns];
        var rows = 0;
        for (var i = 0; i < records.Count;)
        {
            cancelled.ThrowIfCancellationRequested();
            var row = records[i].Row;
            var filled = 0;
            for (; i < records.Count && records[i].Row == row; i++)
                filled = Math.Max(filled, ReadCells(records[i].At, cells));
            while (filled > 0 && cells[filled - 1].IsEmpty)
                filled--;
            if (filled == 0)
                continue;
            if (++rows > book.Limits.Rows)
                throw SheetRefused.TooManyRows(book.Limits.Rows);
            yield return new SheetRow(row + 1, cells.AsSpan(0, filled).ToArray(), hiddenRows.Contains(row));
            cells.AsSpan(0, filled).Clear();
        }
    }

    /// <summary>Where the cells are, by row. Some programs write rows out of order.</summary>
    private Outline ReadOutline()
    {
        var records = new List<(int Row, int At)>();
        var hiddenRows = new HashSet<int>();
        var merges = new List<SheetRange>();
        var sorted = true;
        var depth = 0;
        for (var at = offset; at >= 0 && book.Record(at) is var (type, start, length); at = start + length)
        {
            var body = book.Stream.AsSpan(start, length);
            if (type == 0x0809)
                depth++;
            else if (type == 0x000A && --depth == 0)
                return new(sorted ? records : [.. records.OrderBy(r => r.Row)], hiddenRows, merges);
            else if (depth != 1)
                continue; // Charts stand inside sheets as books of their own.
            else if (type is 0x0203 or 0x027E or 0x00BD or 0x00FD or 0x0204 or 0x00D6 or 0x0205 or 0x0006 or 0x0206 or 0x0406)
            {
                var row = BiffStrings.UInt16(body, 0);
                sorted &= records.Count == 0 || row >= records[^1].Row;
                records.Add((row, at));
            }
            else if (type == 0x0208 && (BiffStrings.UInt16(body, 12) & 0x20) != 0)
                hiddenRows.Add(BiffStrings.UInt16(body, 0));
            else if (type == 0x00E5)
                AddMerges(body, merges);
        }

        throw SheetRefused.Damaged();
    }

    private static void AddMerges(ReadOnlySpan<byte> body, List<SheetRange> merges)
    {
        for (var i = 2; i + 8 <= body.Length && merges.Count < MostMerges; i += 8)
        {
            var range = new SheetRange(
                BiffStrings.UInt16(body, i) + 1, BiffStrings.UInt16(body, i + 4), BiffStrings.UInt16(body, i + 2) + 1, BiffStrings.UInt16(body, i + 6));
            if (range.LastRow >= range.FirstRow && range.LastColumn >= range.FirstColumn)
                merges.Add(range);
        }
    }

    /// <summary>Puts the record's cells in their places and gives the column behind the last.</summary>
    private int ReadCells(int at, SheetCell[] cells)
    {
        var (type, start, length) = book.Record(at)!.Value;
        var body = book.Stream.AsSpan(start, length);
        var column = BiffStrings.UInt16(body, 2);
        if (type != 0x00BD)
            return Put(cells, column, ReadCell(type, start, length));
        var last = 0;
        for (var i = 4; i + 8 <= length; i += 6, column++)
            last = Put(cells, column, Number(Compressed(BinaryPrimitives.ReadInt32LittleEndian(body[(i + 2)..])), BiffStrings.UInt16(body, i)));
        return last;
    }

    private int Put(SheetCell[] cells, int column, SheetCell cell)
    {
        if (cell.IsEmpty)
            return 0;
        if (column >= cells.Length)
            throw SheetRefused.TooManyColumns(book.Limits.Columns);
        cells[column] = cell;
        return column + 1;
    }

    private SheetCell ReadCell(int type, int start, int length)
    {
        var body = book.Stream.AsSpan(start, length);
        var style = BiffStrings.UInt16(body, 4);
        switch (type)
        {
            case 0x0203:
                return Number(BinaryPrimitives.ReadDoubleLittleEndian(body[6..]), style);
            case 0x027E:
                return Number(Compressed(BinaryPrimitives.ReadInt32LittleEndian(body[6..])), style);
            case 0x00FD:
                var index = BinaryPrimitives.ReadUInt32LittleEndian(body[6..]);
                return index < book.Strings.Length ? SheetCell.OfText(book.Strings[index]) : throw SheetRefused.Damaged();
            case 0x0204 or 0x00D6:
                return Text(book.Text(start, length, 8, BiffStrings.UInt16(body, 6)));
            case 0x0205:
                return body[7] == 0 ? SheetCell.OfBoolean(body[6] != 0) : SheetCell.OfError(ErrorText(body[6]));
            default:
                return Formula(start + length, body[6..14], style);
        }
    }

    /// <summary>Only the value that was stored with the formula.</summary>
    private SheetCell Formula(int next, ReadOnlySpan<byte> result, int style)
    {
        if (result[6] != 0xFF || result[7] != 0xFF)
            return Number(BinaryPrimitives.ReadDoubleLittleEndian(result), style);
        switch (result[0])
        {
            case 1:
                return SheetCell.OfBoolean(result[2] != 0);
            case 2:
                return SheetCell.OfError(ErrorText(result[2]));
            case 0:
                // A shared or array formula may stand between the formula and its text.
                for (var i = 0; i < 3 && book.Record(next) is var (type, start, length); i++, next = start + length)
                {
                    if (type == 0x0207)
                        return Text(book.Text(start, length, 2, BiffStrings.UInt16(book.Stream.AsSpan(start, length), 0)));
                }

                return default;
            default:
                return default;
        }
    }

    private SheetCell Text(string text) =>
        text.Length <= book.Limits.CellChars ? SheetCell.OfText(text) : throw SheetRefused.CellTooLong(book.Limits.CellChars);

    private SheetCell Number(double value, int style)
    {
        if (!double.IsFinite(value))
            return default;
        var format = book.Style(style);
        return SheetCell.OfNumber(format.IsDate && book.Dates1904 ? value + 1462 : value, format);
    }

    private static double Compressed(int packed)
    {
        var value = (packed & 2) != 0 ? packed >> 2 : BitConverter.Int64BitsToDouble((long)(packed & ~3) << 32);
        return (packed & 1) != 0 ? value / 100 : value;
    }

    private static string ErrorText(byte code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    };

    private sealed record Outline(List<(int Row, int At)> Records, HashSet<int> HiddenRows, IReadOnlyList<SheetRange> Merges);
}
