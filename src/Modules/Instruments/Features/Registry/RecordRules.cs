using FluentValidation;
using Modular.Contracts;

namespace Modular.Instruments;

/// <summary>What a record may hold, draft or not (facts of the national interface: lengths, codes, counts). What may be missing from a draft is not asked here.</summary>
internal sealed class RecordRules : AbstractValidator<InstrumentRecord>
{
    /// <summary>Nothing was booked before; earlier years are typing errors.</summary>
    public static readonly DateOnly Earliest = new(1950, 1, 1);

    /// <summary>10 000 000 万元: above it, yuan were taken for 万元.</summary>
    public const long HighestValueFen = 10_000_000L * 10_000 * 100;

    readonly Func<DateOnly> _today;

    public RecordRules(Func<DateOnly> today)
    {
        _today = today;
        foreach (var field in InstrumentFields.All.Where(f => f.MaxLength is not null && f.Property.PropertyType == typeof(string)))
        {
            RuleFor(r => (string?)field.Read(r)).MaximumLength(field.MaxLength!.Value).OverridePropertyName(field.Key)
                .WithErrorCode("field.too-long").WithMessage($"At most {field.MaxLength} characters.");
        }

        RuleFor(r => r.ClassCode).Must(code => code is null || Classification.Find(code) is { IsLeaf: true })
            .WithErrorCode("class.unknown").WithMessage("Not a code of the classification (GB/T 32847), or not one of its lowest level.");
        RuleFor(r => r.OriginCountry).Must(name => name is null || Countries.Find(name) is not null)
            .WithErrorCode("country.unknown").WithMessage("Not a country's short name (GB/T 2659).");
        RuleFor(r => r.RegionCode).Must(code => code is null || Regions.Find(code) is { Level: not RegionLevel.Province })
            .WithErrorCode("region.unknown").WithMessage("Not a league, city or county of the region.");
        TermRule(r => r.Acquisition);
        TermRule(r => r.Generality);
        TermRule(r => r.OperatingStatus);
        TermRule(r => r.SharingMode);
        TermRule(r => r.CarrierType);
        RuleFor(r => r.OriginalValueFen).InclusiveBetween(0, HighestValueFen).WithErrorCode("value.out-of-range").WithMessage("Between 0 and 10 000 000 万元.");

        DateRule(r => r.BookedOn);
        DateRule(r => r.AcceptedOn);
        DateRule(r => r.InUseSince);
        DateRule(r => r.CustomsReleasedOn);

        RuleFor(r => r.Disciplines).Must(codes => codes is { Count: <= 4 } && codes.All(code => code is not null && Disciplines.Find(code) is not null))
            .WithErrorCode("disciplines.invalid").WithMessage("At most four first-level disciplines (GB/T 13745).");
        RuleFor(r => r.FundingSources).Must(sources => sources is { Count: <= 4 } && sources.All(Enum.IsDefined) && sources.Distinct().Count() == sources.Count)
            .WithErrorCode("funding.invalid").WithMessage("At most four different sources.");

        RuleFor(r => r.BookingUrl).Must(BeWebAddress).WithErrorCode("address.invalid").WithMessage("Not a web address beginning with http:// or https://.");
        RuleFor(r => r.ContactEmail).EmailAddress().When(r => !string.IsNullOrEmpty(r.ContactEmail));
        RuleFor(r => r.Postcode).Matches("^[0-9]{6}$").WithErrorCode("postcode.invalid").WithMessage("Six digits.");

        RuleFor(r => r.HoursYear).InclusiveBetween(1990, 2100).When(r => r.HoursYear is not null);
        RuleFor(r => r.HoursYear).NotNull().When(r => r.AnnualHours is not null || r.ExternalHours is not null)
            .WithErrorCode("hours.year-missing").WithMessage("Say which year the hours are of.");
        RuleFor(r => r.AnnualHours).Must((r, hours) => hours is null || hours >= 0 && hours <= HoursOf(r.HoursYear))
            .WithErrorCode("hours.out-of-range").WithMessage("A year has 8 760 hours, a leap year 8 784.");
        RuleFor(r => r.ExternalHours).Must((r, hours) => hours is null || hours >= 0 && hours <= (r.AnnualHours ?? HoursOf(r.HoursYear)))
            .WithErrorCode("hours.external-above-annual").WithMessage("Not more than the effective hours of the year.");

        // While customs supervise it, the customs record is part of the record (I-3).
        When(r => r.CustomsSupervised == true, () =>
        {
            RuleFor(r => r.CustomsDeclarationNumber).NotEmpty().Length(18).WithErrorCode("customs.declaration").WithMessage("18 characters, needed while under customs supervision.");
            RuleFor(r => r.CustomsItemNumber).NotEmpty().Matches("^[0-9]{2}$").WithErrorCode("customs.item").WithMessage("Two digits, needed while under customs supervision.");
            RuleFor(r => r.CustomsReleasedOn).NotNull().WithErrorCode("customs.released").WithMessage("Needed while under customs supervision.");
            RuleFor(r => r.CustomsName).NotEmpty().WithErrorCode("customs.name").WithMessage("Needed while under customs supervision.");
        });
    }

    public static decimal HoursOf(int? year) => year is { } y and > 0 and < 9999 && !DateTime.IsLeapYear(y) ? 8760 : 8784;

    /// <summary>Blanks around texts go, empty texts are nothing, doubled codes are single.</summary>
    public static T Tidy<T>(T record)
        where T : InstrumentRecord
    {
        foreach (var field in InstrumentFields.All.Where(f => f.Property.PropertyType == typeof(string)))
        {
            var text = ((string?)field.Read(record))?.Trim();
            field.Write(record, text is { Length: > 0 } ? text : null);
        }

        record.Disciplines = [.. (record.Disciplines ?? []).Distinct(StringComparer.Ordinal)];
        record.FundingSources = [.. (record.FundingSources ?? []).Distinct()];
        return record;
    }

    // FluentValidation's own rule asks reflection about the type at every value, which for a long list is a third of all checking.
    void TermRule<T>(System.Linq.Expressions.Expression<Func<InstrumentRecord, T?>> term)
        where T : struct, Enum => RuleFor(term)
        .Must(value => value is null || Enum.IsDefined(value.Value))
        .WithErrorCode("EnumValidator").WithMessage("Not one of the choices.");

    void DateRule(System.Linq.Expressions.Expression<Func<InstrumentRecord, DateOnly?>> date) => RuleFor(date)
        .Must(day => day is null || day >= Earliest && day <= _today())
        .WithErrorCode("date.out-of-range").WithMessage("Between 1950 and today.");

    public static bool BeWebAddress(string? address) =>
        string.IsNullOrEmpty(address) || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https");
}
