using System.Globalization;
using System.Runtime.InteropServices;

namespace Modular.Shared.Sheets;

public enum SheetCellKind : byte
{
    Empty,
    Text,
    Number,
    Date,
    Boolean,
    Error,
}

/// <summary>One cell: its text as the spreadsheet shows it, and the number or date under it where it was typed as one.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct SheetCell : IEquatable<SheetCell>
{
    // The text, or the NumberFormat that shows the number: most numbers are never shown.
    private readonly object? shown;
    private readonly double number;

    private SheetCell(SheetCellKind kind, object? shown, double number)
    {
        Kind = kind;
        this.shown = shown;
        this.number = number;
    }

    public SheetCellKind Kind { get; }

    public bool IsEmpty => Kind == SheetCellKind.Empty;

    public string Text => shown switch
    {
        null => "",
        string text => text,
        NumberFormat format => format.Show(number),
        _ => "",
    };

    public double? Number => Kind == SheetCellKind.Number ? number : null;

    /// <summary>The number with the 15 digits a spreadsheet shows: the double behind a cell of 94.94 is 94.939999999999998.</summary>
    public decimal? Exact => Kind == SheetCellKind.Number ? Decimal15(number) : null;

    public DateTime? Date => Kind == SheetCellKind.Date ? NumberFormat.ToDate(number) : null;

    public static SheetCell OfText(string text) => StorableText.Of(text) is { Length: > 0 } storable ? new(SheetCellKind.Text, storable, 0) : default;

    public static SheetCell OfNumber(double value) => new(SheetCellKind.Number, NumberFormat.General, value);

    public static SheetCell OfDate(DateTime value) =>
        OfNumber(value.ToOADate(), value.TimeOfDay == TimeSpan.Zero ? NumberFormat.IsoDate : NumberFormat.IsoDateTime);

    public static SheetCell OfBoolean(bool value) => new(SheetCellKind.Boolean, value ? "TRUE" : "FALSE", value ? 1 : 0);

    public static SheetCell OfError(string text) => new(SheetCellKind.Error, StorableText.Of(text), 0);

    /// <summary>A date where the format shows one and the number can be one; a spreadsheet shows #### for the others.</summary>
    internal static SheetCell OfNumber(double value, NumberFormat format) =>
        format.IsDate && NumberFormat.CanBeDate(value)
            ? new(SheetCellKind.Date, format, value)
            : new(SheetCellKind.Number, format.IsDate ? NumberFormat.General : format, value);

    internal static decimal? Decimal15(double value) =>
        Math.Abs(value) < 7.9e27
        && decimal.TryParse(value.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? exact
            : null;

    public bool Equals(SheetCell other) =>
        Kind == other.Kind && number.Equals(other.number) && string.Equals(Text, other.Text, StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is SheetCell other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Kind, number, Text);

    public static bool operator ==(SheetCell left, SheetCell right) => left.Equals(right);

    public static bool operator !=(SheetCell left, SheetCell right) => !left.Equals(right);

    public override string ToString() => Text;
}
