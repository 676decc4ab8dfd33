using FluentValidation;
using Modular.Contracts;

namespace Modular.Units;

/// <summary>What is entered about a managing unit (U-1), the same in registering and in editing.</summary>
/// <param name="CreditCode">Unified social credit code, 18 characters; small letters and surrounding blanks are mended.</param>
/// <param name="LeagueCode">League or city (GB/T 2260), six digits.</param>
/// <param name="CentralLevel">Belongs to the central government 中央级.</param>
internal sealed record ManagingUnitFacts(
    string Name, string CreditCode, UnitKind Kind, string LeagueCode, bool CentralLevel,
    string? Address, string? Website, string? ContactName, string? ContactPhone);

internal sealed class ManagingUnitFactsValidator : AbstractValidator<ManagingUnitFacts>
{
    public ManagingUnitFactsValidator()
    {
        RuleFor(f => f.Name).NotEmpty().MaximumLength(200);
        RuleFor(f => f.CreditCode).Must(CreditCodes.IsValid).WithErrorCode("unit.credit-code-invalid")
            .WithMessage("Not a unified social credit code: 18 characters, of which the last checks the others.");
        RuleFor(f => f.Kind).IsInEnum();
        RuleFor(f => f.LeagueCode).Must(code => code is not null && Regions.Find(code) is { Level: RegionLevel.LeagueOrCity })
            .WithErrorCode("region.unknown").WithMessage("Not a league or city of the region.");
        RuleFor(f => f.Address).MaximumLength(200);
        RuleFor(f => f.Website).MaximumLength(200).Must(BeWebAddress).WithErrorCode("address.invalid").WithMessage("Not a web address beginning with http:// or https://.");
        RuleFor(f => f.ContactName).MaximumLength(50);
        RuleFor(f => f.ContactPhone).MaximumLength(50);
    }

    // Shown as a link later: anything but http(s), such as javascript:, must never get in.
    static bool BeWebAddress(string? address) =>
        string.IsNullOrEmpty(address) || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https");
}
