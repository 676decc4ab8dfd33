using System.Linq.Expressions;
using FluentValidation;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>What a record of its kind may hold, draft or not (I-1): lengths, codes, counts of the national standard. What may be missing from a draft is not asked here.</summary>
internal sealed class CarrierRules : AbstractValidator<CarrierRecord>
{
    const int MostResearchFiles = 5;
    const decimal LargestArea = 10_000_000;

    readonly TimeProvider _clock;

    public CarrierRules(CarrierType kind, TimeProvider clock)
    {
        _clock = clock;
        var fields = CarrierFields.Of(kind);
        foreach (var field in fields.Where(f => f.MaxLength is not null))
        {
            RuleFor(r => (string?)field.Read(r)).MaximumLength(field.MaxLength!.Value).OverridePropertyName(field.Key)
                .WithErrorCode("field.too-long").WithMessage($"At most {field.MaxLength} characters.");
        }

        foreach (var field in CarrierFields.Any.Where(f => fields.All(own => own.Key != f.Key)))
        {
            RuleFor(r => field.IsEmpty(r)).Equal(true).OverridePropertyName(field.Key).WithErrorCode("field.of-another-kind").WithMessage("Not a field of this kind.");
        }

        foreach (var field in fields.Where(f => f.Kind == FieldKind.WebAddress))
        {
            RuleFor(r => (string?)field.Read(r)).Must(RecordRules.BeWebAddress).OverridePropertyName(field.Key)
                .WithErrorCode("address.invalid").WithMessage("Not a web address beginning with http:// or https://.");
        }

        RuleFor(r => r.Number).NotEmpty();
        RuleFor(r => r.NameZh).NotEmpty();
        RuleFor(r => r.Category).IsInEnum();
        RuleFor(r => r.Construction).IsInEnum();
        RuleFor(r => r.Level).IsInEnum();
        RuleFor(r => r.ConstructionCostFen).InclusiveBetween(0, RecordRules.HighestValueFen).WithErrorCode("value.out-of-range").WithMessage("Between 0 and 10 000 000 万元.");
        RuleFor(r => r.RoomArea).InclusiveBetween(0, LargestArea).WithErrorCode("area.out-of-range").WithMessage("Between 0 and 10 000 000 m².");
        DateRule(r => r.AcceptedOn);
        DateRule(r => r.EstablishedOn);
        RuleFor(r => r.AcceptedOn).Null().When(r => r.Construction == ConstructionState.UnderConstruction)
            .WithErrorCode("facility.not-built").WithMessage("What is still being built has not been accepted.");
        RuleFor(r => r.Disciplines).Must(codes => codes is { Count: <= 4 } && codes.All(code => code is not null && Disciplines.Find(code) is not null))
            .WithErrorCode("disciplines.invalid").WithMessage("At most four first-level disciplines (GB/T 13745).");
        RuleFor(r => r.RegionCode).Must(code => code is null || Regions.Find(code) is { Level: not RegionLevel.Province })
            .WithErrorCode("region.unknown").WithMessage("Not a league, city or county of the region.");
        RuleFor(r => r.Postcode).Matches("^[0-9]{6}$").WithErrorCode("postcode.invalid").WithMessage("Six digits.");
        RuleFor(r => r.ContactEmail).EmailAddress().When(r => !string.IsNullOrEmpty(r.ContactEmail));
        RuleFor(r => r.ScientistEmail).EmailAddress().When(r => !string.IsNullOrEmpty(r.ScientistEmail));
        RuleFor(r => r.OperatorEmail).EmailAddress().When(r => !string.IsNullOrEmpty(r.OperatorEmail));
        RuleFor(r => r.ResearchFiles).Must(BeFewAddresses).WithErrorCode("address.invalid").WithMessage($"At most {MostResearchFiles} web addresses, one a line.");
    }

    /// <summary>Blanks around texts go, empty texts are nothing, doubled codes are single.</summary>
    public static CarrierRecord Tidy(CarrierRecord record)
    {
        foreach (var field in CarrierFields.Any.Where(f => f.Property.PropertyType == typeof(string)))
        {
            var text = ((string?)field.Read(record))?.Trim();
            field.Write(record, text is { Length: > 0 } ? text : null);
        }

        record.Disciplines = [.. (record.Disciplines ?? []).Distinct(StringComparer.Ordinal)];
        return record;
    }

    static bool BeFewAddresses(string? lines)
    {
        var addresses = (lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return addresses.Length <= MostResearchFiles && addresses.All(RecordRules.BeWebAddress);
    }

    void DateRule(Expression<Func<CarrierRecord, DateOnly?>> date) => RuleFor(date)
        .Must(day => day is null || day >= RecordRules.Earliest && day <= _clock.Today())
        .WithErrorCode("date.out-of-range").WithMessage("Between 1950 and today.");
}
