using System.Globalization;
using System.Text;

namespace Modular.Shared.Sheets;

internal sealed class XlsxSheet(XlsxBook book, string part, string name, bool hidden) : Sheet
{
    private const int MostMerges = 100_000;

    private IReadOnlyList<SheetRange>? merges;

    public override string Name { get; } = StorableText.Of(name);

    public override bool Hidden => hidden;

    private protected override IEnumerable<SheetRow> ReadRows()
    {
        using var xml = book.OpenPart(part)!;
        var reader = new RowReader(book, xml);
        while (reader.Next() is { } row)
            yield return row;
        merges ??= ReadMerges(xml);
    }

    private protected override int CountRows()
    {
        using var xml = book.OpenPart(part)!;
        var rows = 0;
        while (xml.Next() && !xml.Ends("sheetData"u8))
        {
            if (!xml.Starts("row"u8)) continue;
            rows++;
            if (!xml.IsClosed) xml.SkipTo(xml.QualifiedName.ToArray());
        }

        return rows;
    }

    private protected override IReadOnlyList<SheetRange> ReadMerges()
    {
        if (merges is not null)
            return merges;
        using var xml = book.OpenPart(part)!;
        while (xml.Next())
        {
            if (!xml.Starts("sheetData"u8))
                continue;
            if (!xml.IsClosed)
                xml.SkipTo(xml.QualifiedName.ToArray());
            break;
        }

        return merges = ReadMerges(xml);
    }

    // They stand behind all the rows.
    private static List<SheetRange> ReadMerges(XmlTokens xml)
    {
        var found = new List<SheetRange>();
        while (xml.Next())
        {
            if (xml.Starts("mergeCell"u8) && found.Count < MostMerges && RangeOf(xml.Attribute("ref"u8)) is { } range)
                found.Add(range);
        }

        return found;
    }

    private static SheetRange? RangeOf(ReadOnlySpan<byte> reference)
    {
        var colon = reference.IndexOf((byte)':');
        if (colon < 0)
            return null;
        var (firstRow, firstColumn) = Position(reference[..colon]);
        var (lastRow, lastColumn) = Position(reference[(colon + 1)..]);
        return firstRow > 0 && lastRow >= firstRow && firstColumn >= 0 && lastColumn >= firstColumn
            ? new SheetRange(firstRow, firstColumn, lastRow, lastColumn)
            : null;
    }

    /// <summary>B12 as row 12, column 1; -1 for what is missing or makes no sense.</summary>
    private static (int Row, int Column) Position(ReadOnlySpan<byte> reference)
    {
        var column = 0;
        var i = 0;
        for (; i < reference.Length && (reference[i] | 0x20) is >= 'a' and <= 'z' && i < 4; i++)
            column = (column * 26) + ((reference[i] | 0x20) - 'a' + 1);
        return (i < reference.Length ? XlsxBook.Integer(reference[i..]) : -1, i is 0 or > 3 ? -1 : column - 1);
    }

    private sealed class RowReader(XlsxBook book, XmlTokens xml)
    {
        private static readonly double[] PowersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16];

        private readonly NumberFormat[] styles = book.Styles;
        private readonly SheetCell[] strings = book.SharedStrings;
        private SheetCell[] cells = new SheetCell[64];
        private bool inRows;
        private bool done;
        private int number;
        private int rows;

        public SheetRow? Next()
        {
            while (!done && xml.Next())
            {
                if (!inRows)
                {
                    inRows = xml.Starts("sheetData"u8);
                    done = inRows && xml.IsClosed;
                }
                else if (xml.Starts("row"u8))
                {
                    number = Math.Max(number + 1, Math.Min(XlsxBook.Integer(xml.Attribute("r"u8)), 1 << 24));
                    var isHidden = xml.Attribute("hidden"u8) is [(byte)'1'] or [(byte)'t', ..];
                    if (xml.IsClosed || ReadCells() is not { Length: > 0 } filled)
                        continue;
                    if (++rows > book.Limits.Rows)
                        throw SheetRefused.TooManyRows(book.Limits.Rows);
                    return new SheetRow(number, filled, isHidden);
                }
                else if (xml.Ends("sheetData"u8))
                    done = true;
            }

            return null;
        }

        private SheetCell[] ReadCells()
        {
            var filled = 0;
            var column = -1;
            while (xml.Next() && !xml.Ends("row"u8))
            {
                if (!xml.Starts("c"u8))
                    continue;
                column++;
                var style = 0;
                var type = (byte)'n';
                for (var i = 0; i < xml.AttributeCount; i++)
                {
                    if (xml.AttributeName(i) is not [var letter])
                        continue;
                    var value = xml.AttributeValue(i);
                    if (letter == 'r' && Position(value).Column is >= 0 and var written)
                        column = written;
                    else if (letter == 's')
                        style = XlsxBook.Integer(value);
                    else if (letter == 't' && value.Length > 0)
                        type = value.SequenceEqual("str"u8) ? (byte)'S' : value[0];
                }

                if (xml.IsClosed || ReadCell(type, style) is not { IsEmpty: false } cell)
                    continue;
                if (column >= book.Limits.Columns)
                    throw SheetRefused.TooManyColumns(book.Limits.Columns);
                if (column >= cells.Length)
                    Array.Resize(ref cells, Math.Max(cells.Length * 2, column + 1));
                if (column >= filled)
                {
                    cells.AsSpan(filled, column - filled).Clear();
                    filled = column + 1;
                }

                cells[column] = cell;
            }

            return cells.AsSpan(0, filled).ToArray();
        }

        // Plain decimals of up to 15 digits are one exact division away from their double; the rest takes the long way.
        private static bool TryNumber(ReadOnlySpan<byte> digits, out double value)
        {
            var digitsRead = 0L;
            var decimals = -1;
            var start = digits[0] == '-' ? 1 : 0;
            if (digits.Length - start is > 0 and <= 16)
            {
                var i = start;
                for (; i < digits.Length; i++)
                {
                    var digit = (uint)(digits[i] - '0');
                    if (digit <= 9)
                    {
                        digitsRead = (digitsRead * 10) + digit;
                        decimals += decimals >= 0 ? 1 : 0;
                    }
                    else if (digits[i] == '.' && decimals < 0)
                        decimals = 0;
                    else
                        break;
                }

                if (i == digits.Length && digitsRead < 1_000_000_000_000_000)
                {
                    value = (start == 1 ? -(double)digitsRead : digitsRead) / PowersOfTen[Math.Max(decimals, 0)];
                    return true;
                }
            }

            return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
        }

        private SheetCell ReadCell(byte type, int style)
        {
            SheetCell cell = default;
            while (xml.Next() && !xml.Ends("c"u8))
            {
                if (xml.Starts("v"u8))
                    cell = Value(type, style, xml.Text());
                else if (xml.Starts("is"u8) && !xml.IsClosed)
                    cell = SheetCell.OfText(book.ReadRichText(xml, "is"u8));
            }

            return cell;
        }

        private SheetCell Value(byte type, int style, ReadOnlySpan<byte> value)
        {
            switch (type)
            {
                case (byte)'s':
                    var index = XlsxBook.Integer(value);
                    return index >= 0 && index < strings.Length ? strings[index] : throw SheetRefused.Damaged();
                case (byte)'S' or (byte)'i':
                    return SheetCell.OfText(book.CellText(value));
                case (byte)'b':
                    return SheetCell.OfBoolean(value is [(byte)'1'] or [(byte)'t', ..]);
                case (byte)'e':
                    return SheetCell.OfError(book.CellText(value));
                case (byte)'d' when DateTime.TryParse(Encoding.UTF8.GetString(value), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var date):
                    return SheetCell.OfDate(date);
                default:
                    if (value.IsEmpty)
                        return default;
                    if (!TryNumber(value, out var parsed))
                        return SheetCell.OfText(book.CellText(value));
                    var format = (uint)style < (uint)styles.Length ? styles[style] : NumberFormat.General;
                    if (format.IsDate && book.Dates1904)
                        parsed += 1462;
                    return SheetCell.OfNumber(parsed, format);
            }
        }
    }
}
