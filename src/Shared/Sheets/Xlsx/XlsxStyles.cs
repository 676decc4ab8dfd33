using System.Text;

namespace Modular.Shared.Sheets;

/// <summary>The few looks written cells have: each number format on each ground, then headers and head lines.</summary>
internal static class XlsxStyles
{
    private static readonly (SheetColumnFormat Format, int NumberFormat)[] Formats =
    [
        (SheetColumnFormat.General, 0),
        (SheetColumnFormat.Text, 49),
        (SheetColumnFormat.Integer, 1),
        (SheetColumnFormat.Money, 4),
        (SheetColumnFormat.Date, 164),
        (SheetColumnFormat.DateTime, 165),
    ];

    private static readonly int Marks = Enum.GetValues<SheetMark>().Length;

    public static int Header => Formats.Length * Marks;

    public static int RequiredHeader => Header + 1;

    public static int HeadLine => Header + 2;

    public static int Of(SheetColumnFormat format, SheetMark mark) =>
        (Array.FindIndex(Formats, f => f.Format == format) * Marks) + (int)mark;

    public static string Xml()
    {
        var cells = new StringBuilder();
        foreach (var (_, number) in Formats)
        {
            for (var mark = 0; mark < Marks; mark++)
                cells.Append($"""<xf numFmtId="{number}" fontId="0" fillId="{(mark == 0 ? 0 : mark + 2)}" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1"/>""");
        }

        const string headerAlignment = """<alignment horizontal="center" vertical="center" wrapText="1"/>""";
        return $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
            <numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="yyyy\-mm\-dd\ hh:mm:ss"/></numFmts>
            <fonts count="4">
            <font><sz val="11"/><name val="等线"/></font>
            <font><b/><sz val="11"/><name val="等线"/></font>
            <font><b/><sz val="11"/><color rgb="FFB42318"/><name val="等线"/></font>
            <font><b/><sz val="14"/><name val="等线"/></font>
            </fonts>
            <fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>{Fill("FFE8EEF7")}{Fill("FFFFF1CC")}{Fill("FFFAD4D0")}</fills>
            <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders>
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
            <cellXfs count="{HeadLine + 1}">{cells}
            <xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">{headerAlignment}</xf>
            <xf numFmtId="49" fontId="2" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">{headerAlignment}</xf>
            <xf numFmtId="49" fontId="3" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="center"/></xf>
            </cellXfs>
            <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
            </styleSheet>
            """;
    }

    private static string Fill(string colour) =>
        $"""<fill><patternFill patternType="solid"><fgColor rgb="{colour}"/><bgColor indexed="64"/></patternFill></fill>""";
}
