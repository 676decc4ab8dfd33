using System.Globalization;
using System.Text.RegularExpressions;
using Modular.Shared.Sheets;

namespace Modular.Instruments;

/// <summary>Reads machine hours 机时: 1,200小时, 约800, 1600h.</summary>
internal static partial class HoursReading
{
    private const decimal HoursOfLeapYear = 8784;

    public static Reading<decimal?> Read(SheetCell cell)
    {
        if (MoneyReading.IsBlank(cell.Text))
            return Reading<decimal?>.Nothing;
        var faults = new List<ValueFault>();
        if (cell.Exact is not { } hours)
        {
            var match = Hours().Match(cell.Text.Length > 64 ? "" : TextCleaning.HalfWidth(cell.Text));
            var digits = match.Groups["digits"].Value.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
            if (cell.Kind != SheetCellKind.Text || digits.Length > 20 || !decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out hours))
                return Reading<decimal?>.Fault(ValueFault.Error("hours.unreadable"));
            if (match.Groups["wan"].Success)
                hours *= 10_000m;
            if (match.Groups["about"].Success || match.Groups["more"].Success)
                faults.Add(ValueFault.Warning("hours.approximate"));
        }

        return hours is < 0 or > HoursOfLeapYear
            ? Reading<decimal?>.Fault(ValueFault.Error("hours.impossible", hours.ToString("0.##", CultureInfo.InvariantCulture)))
            : new(hours, faults);
    }

    [GeneratedRegex(@"^(?<about>约|大约|近|~|≈|>|<)?\s*(?<digits>-?(?:\d{1,3}(?:[, ]\d{3})+|\d{1,9})(?:\.\d{1,6})?)\s*(?<wan>万)?\s*(?<more>余|多|左右|以上)?\s*(?:个?小时|机时|学?时|h|hr|hrs|hours?)?\s*(?<more>余|多|左右|以上)?\s*(?:/\s*年|每年)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Hours();
}
