using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>A unit brings its list of wishes to an annual round: each row becomes a draft application of that round, to be completed and handed in.</summary>
internal sealed record ImportWishes(Guid RoundId, Stream Content) : IRequest<IReadOnlyList<ImportedWish>>;

/// <param name="Row">Where it stands in the sheet, as the spreadsheet shows it.</param>
internal sealed record ImportedWish(int Row, Guid CaseId, string Number, string? Name, string? Model);

internal sealed class ImportWishesEndpoint : IEndpoint
{
    const long LongestFile = 5 << 20;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/rounds/{roundId:guid}/wishes", async (Guid roundId, IFormFile file, IMediator mediator, CancellationToken ct) =>
        {
            await using var content = file.OpenReadStream();
            return TypedResults.Ok(await mediator.Send(new ImportWishes(roundId, content), ct));
        })
        .WithMetadata(new RequestSizeLimitAttribute(LongestFile))
        .WithFormOptions(multipartBodyLengthLimit: LongestFile)
        // The host refuses writes that another site's page makes.
        .DisableAntiforgery()
        .RequirePermission(Permissions.PurchasesApply, DataScope.Panel);
}

internal sealed class ImportWishesHandler(PurchaseReviewDb db, CaseReach reach, IUnitDirectory units, CurrentUser user, TimeProvider clock) : IRequestHandler<ImportWishes, IReadOnlyList<ImportedWish>>
{
    public async Task<IReadOnlyList<ImportedWish>> Handle(ImportWishes request, CancellationToken cancellationToken)
    {
        var round = await reach.AnnualRound(request.RoundId, clock.Today(), cancellationToken);
        var unit = (await units.FindMany([user.OrganisationId], cancellationToken)).GetValueOrDefault(user.OrganisationId) ?? throw Problem.NotFound("unit", user.OrganisationId);
        var now = clock.GetUtcNow();
        var drafted = WishSheet.Read(request.Content, cancellationToken)
            // A moment after another, so that they stand in the order of the sheet.
            .Select((line, at) => (line.Row, Case: PurchaseCase.Draft(unit, FactsOf(line.Wish) with { RoundId = round.Id }, now.AddMilliseconds(at)))).ToList();
        db.Cases.AddRange(drafted.Select(line => line.Case));
        // Under each application: a line about all of them would name one to somebody recused from it.
        foreach (var (_, made) in drafted) db.Record(user, clock, "purchase.imported", made.Id, unit.Path, after: new { made.Number, made.TotalFen, Round = round.Name });
        await db.SaveChangesAsync(cancellationToken);
        return [.. drafted.Select(line => new ImportedWish(line.Row, line.Case.Id, line.Case.Number, line.Case.Wishes[0].NameZh, line.Case.Wishes[0].Model))];
    }

    static CaseFacts FactsOf(CheckDuplicates wish) => new(null, null, [], null, null, null, null, null, null,
    [
        new WishFacts(
            null, wish.Name, wish.EnglishName, wish.Model, wish.Manufacturer, wish.ClassificationCode is { Length: 6 } code && code.All(char.IsAsciiDigit) ? code : null, wish.Specifications, wish.Purpose, 1,
            wish.PriceYuan is { } yuan ? (long)(yuan * 100) : null, null, null, null, null, []),
    ]);
}
