using System.Text;

namespace Modular.Shared.Sheets;

/// <summary>Cuts delimited text into records: quoted fields may hold delimiters, line breaks and doubled quotes.</summary>
internal sealed class DelimitedRecords(TextReader text, char delimiter, int longestField, int mostFields, bool tolerant = false)
{
    private readonly char[] buffer = new char[16 << 10];
    private readonly StringBuilder field = new();
    private int at;
    private int end;

    /// <summary>The record's place in the file from 1, blank lines counted, as a spreadsheet would number it.</summary>
    public int Number { get; private set; }

    public List<string> Fields { get; } = [];

    public bool Next()
    {
        Fields.Clear();
        if (Peek() < 0)
            return false;
        Number++;
        while (true)
        {
            field.Clear();
            var quoted = Peek() == '"' && ReadQuoted();
            var stop = ReadPlain();
            Add(quoted);
            if (stop == delimiter)
                continue;
            if (stop == '\r' && Peek() == '\n')
                at++;
            return true;
        }
    }

    private void Add(bool quoted)
    {
        if (field.Length > longestField)
            throw SheetRefused.CellTooLong(longestField);
        if (Fields.Count < mostFields)
            Fields.Add(field.ToString());
        else if (field.Length > 0 || quoted)
            throw SheetRefused.TooManyColumns(mostFields);
    }

    private bool ReadQuoted()
    {
        at++;
        while (true)
        {
            var c = Peek();
            if (c < 0)
            {
                return tolerant
                    ? true
                    : throw new SheetRefused("sheet.quote-open", $"The quotation mark that opens a cell in row {Number} is never closed.");
            }

            at++;
            if (c == '"')
            {
                if (Peek() != '"')
                    return true;
                at++;
            }
            else if (c == '\r')
            {
                if (Peek() == '\n')
                    at++;
                c = '\n';
            }

            if (field.Length > longestField)
                throw SheetRefused.CellTooLong(longestField);
            field.Append((char)c);
        }
    }

    /// <summary>Up to a delimiter or line end, which is given back; -1 at the end of the text.</summary>
    private int ReadPlain()
    {
        while (Peek() >= 0)
        {
            var rest = buffer.AsSpan(at, end - at);
            var stop = rest.IndexOfAny(delimiter, '\r', '\n');
            field.Append(stop < 0 ? rest : rest[..stop]);
            at += stop < 0 ? rest.Length : stop + 1;
            if (field.Length > longestField)
                throw SheetRefused.CellTooLong(longestField);
            if (stop >= 0)
                return rest[stop];
        }

        return -1;
    }

    private int Peek()
    {
        if (at == end)
        {
            at = 0;
            end = text.Read(buffer, 0, buffer.Length);
            if (end <= 0)
            {
                end = 0;
                return -1;
            }
        }

        return buffer[at];
    }
}
