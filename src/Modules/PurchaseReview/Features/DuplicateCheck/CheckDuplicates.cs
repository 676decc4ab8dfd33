using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Contracts.Evaluation;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>Compares a wish with the whole stock, whoever owns it 查重: the same and alike instruments, and why each is one.</summary>
/// <param name="ClassificationCode">GB/T 32847, six digits.</param>
/// <param name="Size">How many hits to tell of, 20 unless said, at most 100; the counts are of all.</param>
internal sealed record CheckDuplicates(
    string? Name, string? EnglishName, string? Model, string? Manufacturer, string? ClassificationCode, string? Specifications, string? Purpose,
    decimal? PriceYuan, int? Size) : IRequest<DuplicateCheckAnswer>
{
    internal Likeable Wish => new(Name, EnglishName, Model, Manufacturer, ClassificationCode, Specifications, Purpose, PriceYuan is { } yuan ? (long)(yuan * 100) : null);
}

/// <param name="State">found, nothingFound or notFinished: three different answers.</param>
/// <param name="RulesVersion">Version of points, bands and vocabulary.</param>
internal sealed record DuplicateCheckAnswer(
    string State, string RulesVersion, StockStamp Stock, BandCounts Counts, Understanding Understood, IReadOnlyList<DuplicateHit> Hits,
    IReadOnlyList<PurchaseTest> Tests, string Opinion);

/// <param name="AsOf">The stock was compared as it stood then.</param>
internal sealed record StockStamp(long Version, int Instruments, DateTimeOffset? AsOf);

internal sealed record BandCounts(int SameModel, int SameKind, int Near);

/// <param name="Group">ownUnit, sameLeague or region.</param>
/// <param name="AnnualHours">年有效工作机时 of the last full year.</param>
/// <param name="Utilisation">Hours ÷ rated hours.</param>
/// <param name="SharingRate">External hours ÷ hours.</param>
/// <param name="HoursSource">declared: as the unit declared them; null where nothing is known.</param>
internal sealed record DuplicateHit(
    Guid InstrumentId, int Score, string Band, IReadOnlyList<Contribution> Contributions, string Group, string Name, string? EnglishName, string? Model,
    string? Manufacturer, string? ClassCode, string? Specifications, string? Functions, long? OriginalValueFen, int? AgeYears, Guid UnitId, string UnitName, string? LeagueName,
    int? DistanceKilometres, string Standing, string? OperatingStatus, string? SharingMode, int? HoursYear, decimal? AnnualHours, decimal? ExternalHours,
    decimal? Utilisation, decimal? SharingRate, string? HoursSource, string? ContactName, string? ContactPhone, UnitGradeNote? UnitGrade = null);

/// <summary>The last grade of the unit that owns a hit: for which year, and from where it is known.</summary>
internal sealed record UnitGradeNote(int Year, Grade Grade, string DecidedBy, string Document);

internal sealed class CheckDuplicatesEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/duplicate-check", async (CheckDuplicates query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
        .RequirePermission(Permissions.PurchasesCheck, DataScope.Stock);
}

internal sealed class CheckDuplicatesValidator : AbstractValidator<CheckDuplicates>
{
    public CheckDuplicatesValidator()
    {
        RuleFor(c => c.Name).MaximumLength(200);
        RuleFor(c => c.EnglishName).MaximumLength(200);
        RuleFor(c => c.Model).MaximumLength(200);
        RuleFor(c => c.Manufacturer).MaximumLength(200);
        RuleFor(c => c.Specifications).MaximumLength(4000);
        RuleFor(c => c.Purpose).MaximumLength(4000);
        RuleFor(c => c.ClassificationCode).Matches("^[0-9]{6}$").WithErrorCode("class.unknown").WithMessage("Six digits.");
        RuleFor(c => c.PriceYuan).InclusiveBetween(0, 100_000_000_000m);
        RuleFor(c => c.Size).InclusiveBetween(1, 100);
        RuleFor(c => c.Name).Must((c, _) => !Array.TrueForAll([c.Name, c.EnglishName, c.Model, c.Manufacturer, c.ClassificationCode, c.Specifications, c.Purpose], string.IsNullOrWhiteSpace))
            .WithErrorCode("wish.empty").WithMessage("Say at least one thing about the wish.");
    }
}

internal sealed class CheckDuplicatesHandler(DuplicateCheck check, IPolicies policies, CurrentUser user, TimeProvider clock) : IRequestHandler<CheckDuplicates, DuplicateCheckAnswer>
{
    public async Task<DuplicateCheckAnswer> Handle(CheckDuplicates request, CancellationToken cancellationToken)
    {
        var policy = await policies.On(clock.Today(), user.ScopePath, cancellationToken);
        return (await check.Run([request], policy, cancellationToken))[0];
    }
}
