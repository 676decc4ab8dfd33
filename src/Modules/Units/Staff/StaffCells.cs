using System.Globalization;
using System.Text.RegularExpressions;
using Modular.Shared.Sheets;

namespace Modular.Units;

/// <summary>What one row of a list says; nothing where its cell is empty.</summary>
internal sealed record StaffDraft
{
    public string? Name { get; init; }

    public string? StaffNumber { get; init; }

    public Gender? Gender { get; init; }

    public string? BornIn { get; init; }

    public Education? Education { get; init; }

    public string? Title { get; init; }

    public string? Speciality { get; init; }

    public string? Department { get; init; }

    public string? Post { get; init; }

    public string? Instruments { get; init; }

    public int? AnalystSince { get; init; }

    public string? Certificates { get; init; }

    public bool? FullTime { get; init; }

    public string? Phone { get; init; }

    public DateOnly? JoinedOn { get; init; }

    public DateOnly? LeftOn { get; init; }

    /// <summary>The facts with what the row says; an empty cell erases nothing.</summary>
    public StaffFacts Onto(StaffFacts? stored) => new(
        Name ?? stored?.Name ?? "", StaffNumber ?? stored?.StaffNumber, Gender ?? stored?.Gender ?? default, BornIn ?? stored?.BornIn ?? "", Education ?? stored?.Education ?? default,
        Title ?? stored?.Title, Speciality ?? stored?.Speciality, Department ?? stored?.Department, Post ?? stored?.Post, Instruments ?? stored?.Instruments, AnalystSince ?? stored?.AnalystSince,
        Certificates ?? stored?.Certificates, FullTime ?? stored?.FullTime ?? true, Phone ?? stored?.Phone, JoinedOn ?? stored?.JoinedOn, LeftOn ?? stored?.LeftOn);
}

/// <summary>Reads the cells of a list of staff, as people write them.</summary>
internal static partial class StaffCells
{
    const int MostYears = 70;

    /// <summary>The draft with this cell in it, or the code of what is wrong with the cell.</summary>
    public static (StaffDraft Draft, string? Fault) Read(StaffDraft draft, string field, SheetCell cell, int year)
    {
        var text = Plain(cell.Text);
        if (text.Length == 0) return (draft, null);
        if (cell.Kind == SheetCellKind.Error) return (draft, "cell.error");
        return field switch
        {
            "name" => (draft with { Name = NoBlanksBetweenHan().Replace(text, "") }, null),
            "staffNumber" => (draft with { StaffNumber = text }, null),
            "gender" => GenderOf(text) is { } gender ? (draft with { Gender = gender }, null) : (draft, "staff.gender"),
            "bornIn" => MonthOf(cell, text) is ({ } month, _) ? (draft with { BornIn = month }, null) : (draft, MonthOf(cell, text).Fault),
            "education" => EducationOf(text) is { } education ? (draft with { Education = education }, null) : (draft, "staff.education"),
            "title" => (draft with { Title = text }, null),
            "speciality" => (draft with { Speciality = text }, null),
            "department" => (draft with { Department = text }, null),
            "post" => (draft with { Post = text }, null),
            "instruments" => (draft with { Instruments = text }, null),
            "years" => YearsOf(text) is { } years ? (draft with { AnalystSince = year - years }, null) : (draft, "staff.years"),
            "certificates" => (draft with { Certificates = text }, null),
            "fullTime" => YesOrNo(text) is { } yes ? (draft with { FullTime = yes }, null) : (draft, "staff.yes-or-no"),
            "phone" => (draft with { Phone = text }, null),
            "joinedOn" => DayOf(cell, text) is { } joined ? (draft with { JoinedOn = joined }, null) : (draft, "staff.day"),
            "leftOn" => DayOf(cell, text) is { } left ? (draft with { LeftOn = left }, null) : (draft, "staff.day"),
            _ => (draft, null),
        };
    }

    static Gender? GenderOf(string text) => text.ToUpperInvariant() switch
    {
        "男" or "男性" or "M" or "MALE" => Gender.Male,
        "女" or "女性" or "F" or "FEMALE" => Gender.Female,
        _ => null,
    };

    // 研究生 alone is said of masters; 大学专科 holds 大学, 专科 comes first.
    static Education? EducationOf(string text) => text switch
    {
        _ when text.Contains("博士", StringComparison.Ordinal) => Education.Doctor,
        _ when Holds(text, "硕士", "研究生") => Education.Master,
        _ when Holds(text, "大专", "专科", "高职") => Education.College,
        _ when Holds(text, "本科", "学士", "大学") => Education.Bachelor,
        _ when Holds(text, "中专", "高中", "中技", "技校", "初中", "中职") => Education.Secondary,
        _ => null,
    };

    static (string? Month, string? Fault) MonthOf(SheetCell cell, string text)
    {
        if (cell.Date is { } day) return (Written(day.Year, day.Month), null);
        // 1985.1 typed as a number may have been 1985.10: nobody can tell.
        if (cell.Kind == SheetCellKind.Number && text.Length == 6 && text[4] == '.' && text[5] == '1') return (null, "staff.born-in-ambiguous");
        var match = Month().Match(text);
        if (!match.Success) return (null, "staff.born-in");
        var (year, month) = (int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups["month"].ValueSpan, CultureInfo.InvariantCulture));
        return month is >= 1 and <= 12 ? (Written(year, month), null) : (null, "staff.born-in");
    }

    static int? YearsOf(string text) => decimal.TryParse(text.TrimEnd('年'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var years) && years is >= 0 and <= MostYears ? (int)years : null;

    static bool? YesOrNo(string text) => text.ToUpperInvariant() switch
    {
        "是" or "专职" or "√" or "Y" or "YES" or "TRUE" or "1" => true,
        "否" or "兼职" or "×" or "N" or "NO" or "FALSE" or "0" => false,
        _ => null,
    };

    static DateOnly? DayOf(SheetCell cell, string text)
    {
        if (cell.Date is { } day) return DateOnly.FromDateTime(day);
        var match = Day().Match(text);
        return match.Success && DateOnly.TryParseExact($"{match.Groups["year"].Value}-{match.Groups["month"].Value.PadLeft(2, '0')}-{match.Groups["day"].Value.PadLeft(2, '0')}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var written)
            ? written : null;
    }

    static string Written(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}");

    static bool Holds(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    // Control characters, odd spaces and line breaks are nothing anybody meant to type into a register.
    static string Plain(string text) => Odd().Replace(text, " ").Trim();

    [GeneratedRegex(@"[\s\p{C}]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Odd();

    [GeneratedRegex(@"(?<=\p{IsCJKUnifiedIdeographs}) (?=\p{IsCJKUnifiedIdeographs})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoBlanksBetweenHan();

    [GeneratedRegex(@"^(?<year>\d{4})\s*[-./年]?\s*(?<month>\d{1,2})(?:\s*月|[-./]\d{1,2}日?|\s*月\s*\d{1,2}\s*日)?$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Month();

    [GeneratedRegex(@"^(?<year>\d{4})\s*[-./年]?\s*(?<month>\d{1,2})\s*[-./月]?\s*(?<day>\d{1,2})\s*日?$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Day();
}
