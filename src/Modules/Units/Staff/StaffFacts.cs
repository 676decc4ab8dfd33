using FluentValidation;

namespace Modular.Units;

/// <summary>What is entered about a member of staff, the same by form and by list (U-3).</summary>
/// <param name="StaffNumber">工号; tells two people of the same name apart.</param>
/// <param name="BornIn">出生年月, yyyy-MM.</param>
/// <param name="Title">职称.</param>
/// <param name="Speciality">专业.</param>
/// <param name="Post">岗位.</param>
/// <param name="Instruments">负责仪器, as the unit names them.</param>
/// <param name="AnalystSince">The year since which they analyse and test; the register shows the years 从事分析测试年限.</param>
/// <param name="Certificates">培训/资格证书.</param>
/// <param name="FullTime">专职.</param>
/// <param name="LeftOn">The first day on which they are no longer at this post.</param>
internal sealed record StaffFacts(
    string Name, string? StaffNumber, Gender Gender, string BornIn, Education Education, string? Title, string? Speciality, string? Department, string? Post,
    string? Instruments, int? AnalystSince, string? Certificates, bool FullTime, string? Phone, DateOnly? JoinedOn, DateOnly? LeftOn)
{
    public string MatchKey => StaffNumber is { } number ? $"#{number}" : AlikeKey(Name, BornIn);

    public static string AlikeKey(string name, string bornIn) => $"{name}|{bornIn}";

    /// <summary>Without the blanks around, and nothing where only blanks were.</summary>
    public StaffFacts Tidy() => this with
    {
        Name = Name.Trim(), StaffNumber = Plain(StaffNumber), Title = Plain(Title), Speciality = Plain(Speciality), Department = Plain(Department), Post = Plain(Post),
        Instruments = Plain(Instruments), Certificates = Plain(Certificates), Phone = Plain(Phone),
    };

    static string? Plain(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

internal sealed class StaffFactsValidator : AbstractValidator<StaffFacts>
{
    public const int EarliestYear = 1930;

    public StaffFactsValidator(TimeProvider clock)
    {
        RuleFor(f => f.Name).NotEmpty().MaximumLength(50);
        RuleFor(f => f.StaffNumber).MaximumLength(30);
        RuleFor(f => f.Gender).IsInEnum();
        RuleFor(f => f.BornIn).Must(month => IsMonth(month, clock)).WithErrorCode("staff.born-in").WithMessage("A month of birth as 1985-06, of somebody between 15 and 90.");
        RuleFor(f => f.Education).IsInEnum();
        RuleFor(f => f.Title).MaximumLength(50);
        RuleFor(f => f.Speciality).MaximumLength(100);
        RuleFor(f => f.Department).MaximumLength(100);
        RuleFor(f => f.Post).MaximumLength(100);
        RuleFor(f => f.Instruments).MaximumLength(500);
        RuleFor(f => f.AnalystSince).Must((facts, year) => year is null || year <= clock.GetUtcNow().Year && (!IsMonth(facts.BornIn, clock) || year >= YearOf(facts.BornIn) + 15))
            .WithErrorCode("staff.analyst-since").WithMessage("A year between the age of 15 and today.");
        RuleFor(f => f.Certificates).MaximumLength(300);
        RuleFor(f => f.Phone).MaximumLength(30).Matches(@"^[0-9+()\- 转]*$").WithErrorCode("staff.phone").WithMessage("Digits, + - ( ) only.");
        RuleFor(f => f.LeftOn).Must((facts, day) => day is null || facts.JoinedOn is null || day >= facts.JoinedOn)
            .WithErrorCode("date.end-before-beginning").WithMessage("Not before the day of joining.");
    }

    static bool IsMonth(string? text, TimeProvider clock)
    {
        if (text is not { Length: 7 } || text[4] != '-' || !int.TryParse(text.AsSpan(5), System.Globalization.NumberStyles.None, null, out var month) || month is < 1 or > 12) return false;
        return int.TryParse(text.AsSpan(0, 4), System.Globalization.NumberStyles.None, null, out var year) && year >= EarliestYear && year <= clock.GetUtcNow().Year - 15;
    }

    static int YearOf(string month) => int.Parse(month.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture);
}
