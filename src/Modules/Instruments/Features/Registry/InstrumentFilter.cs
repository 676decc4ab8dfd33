using FluentValidation;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>What the registry's list and its export are narrowed by.</summary>
internal interface IInstrumentFilter
{
    string? Search { get; }

    Coded<LifeCycle>? LifeCycle { get; }

    Coded<OperatingStatus>? OperatingStatus { get; }

    Guid? UnitId { get; }

    string? Custodian { get; }

    string? ClassCode { get; }

    string? RegionCode { get; }

    long? ValueFromFen { get; }

    long? ValueToFen { get; }

    Coded<CarrierType>? CarrierType { get; }

    string? CarrierNumber { get; }
}

internal class InstrumentFilterRules<T> : AbstractValidator<T>
    where T : IInstrumentFilter
{
    public InstrumentFilterRules()
    {
        RuleFor(q => q.Search).MaximumLength(200);
        RuleFor(q => q.Custodian).Must(who => who is null or InstrumentFilter.Mine or InstrumentFilter.Nobody || Guid.TryParse(who, out _)).WithErrorCode("custodian.unknown").WithMessage("mine, none or an account's id.");
        RuleFor(q => q.CarrierNumber).MaximumLength(50);
        RuleFor(q => q.ClassCode).Matches("^([0-9]{2}){1,3}$").WithErrorCode("class.unknown").WithMessage("Two, four or six digits.");
        RuleFor(q => q.RegionCode).Matches("^[0-9]{6}$").WithErrorCode("region.unknown").WithMessage("Six digits.");
    }
}

internal static class InstrumentFilter
{
    public const string Mine = "mine";
    public const string Nobody = "none";

    public static IQueryable<Instrument> Matching(this IQueryable<Instrument> instruments, IInstrumentFilter filter, InstrumentsDb db, CurrentUser user)
    {
        if (filter.Custodian == Nobody) instruments = instruments.Where(i => !db.Custodians.Any(c => c.InstrumentId == i.Id));
        else if (filter.Custodian is { } who) instruments = instruments.EntrustedTo(who == Mine ? user.AccountId : Guid.Parse(who), db);
        if (filter.LifeCycle is { Value: var lifeCycle }) instruments = instruments.Where(i => i.LifeCycle == lifeCycle);
        if (filter.OperatingStatus is { Value: var status }) instruments = instruments.Where(i => i.OperatingStatus == status);
        if (filter.UnitId is { } unit) instruments = instruments.Where(i => i.UnitId == unit);
        if (filter.ValueFromFen is { } from) instruments = instruments.Where(i => i.OriginalValueFen >= from);
        if (filter.ValueToFen is { } to) instruments = instruments.Where(i => i.OriginalValueFen <= to);
        if (filter.CarrierType is { Value: var carrier }) instruments = instruments.Where(i => i.CarrierType == carrier);
        if (filter.CarrierNumber is { } number) instruments = instruments.Where(i => i.CarrierNumber == number);
        if (Prefix(filter.ClassCode) is { } cls) instruments = instruments.Where(i => i.ClassCode!.StartsWith(cls));
        if (Prefix(filter.RegionCode) is { } region) instruments = instruments.Where(i => i.RegionCode!.StartsWith(region));

        return instruments.Containing(filter.Search);
    }

    /// <summary>Part of the name, model, maker, asset number or unit's name; several words must all be found.</summary>
    public static IQueryable<Instrument> Containing(this IQueryable<Instrument> instruments, string? search)
    {
        foreach (var word in (search ?? "").Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries).Take(6))
        {
            var text = word.ToLowerInvariant();
            instruments = instruments.Where(i =>
                i.NameZh!.Contains(word) || i.NameEn!.ToLower().Contains(text) || i.Model!.ToLower().Contains(text) || i.Manufacturer!.ToLower().Contains(text)
                || i.AssetNumber!.ToLower().Contains(text) || i.UnitName.Contains(word));
        }

        return instruments;
    }

    /// <summary>150100 is everything that begins with 1501; 01 and 010000 are everything that begins with 01.</summary>
    public static string? Prefix(string? code)
    {
        if (string.IsNullOrEmpty(code)) return null;
        while (code.Length > 2 && code.EndsWith("00", StringComparison.Ordinal)) code = code[..^2];
        return code;
    }
}
