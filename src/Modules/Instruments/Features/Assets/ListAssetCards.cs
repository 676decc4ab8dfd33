using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

internal enum CardStanding
{
    /// <summary>Stands for an instrument.</summary>
    Linked,

    /// <summary>Not yet in the registry.</summary>
    Unlinked,

    /// <summary>No longer in the asset system.</summary>
    Gone,
}

/// <summary>The mapping asset card ↔ instrument of my subtree, as the packages taken over so far left it (I-8).</summary>
/// <param name="Search">Part of the card's number, name or model.</param>
/// <param name="Sort">cardNumber, nameZh, valueFen, bookedOn, lastSeenAt; with a leading minus descending.</param>
internal sealed record ListAssetCards(string? Search, Coded<CardStanding>? Standing, Guid? UnitId, string? Sort, int? Page, int? Size) : IRequest<Page<AssetCardRow>>;

internal sealed record AssetCardRow(
    Guid Id, Guid UnitId, string CardNumber, string NameZh, string? Model, long ValueFen, DateOnly? BookedOn, string? Department, FoundInstrument? Instrument, CardLink? LinkedBy,
    DateTimeOffset LastSeenAt, DateTimeOffset? GoneAt, int Version);

internal sealed class ListAssetCardsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/assets/cards", async ([AsParameters] ListAssetCards query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
        .RequirePermission(Permissions.InstrumentsRead, DataScope.Organisation);
}

internal sealed class ListAssetCardsValidator : AbstractValidator<ListAssetCards>
{
    public ListAssetCardsValidator() => RuleFor(q => q.Search).MaximumLength(200);
}

internal sealed class ListAssetCardsHandler(InstrumentsDb db, CurrentUser user) : IRequestHandler<ListAssetCards, Page<AssetCardRow>>
{
    static readonly Sorts<AssetCard> Orders = new("-valueFen", new Dictionary<string, Expression<Func<AssetCard, object?>>>(StringComparer.Ordinal)
    {
        ["cardNumber"] = c => c.CardNumber,
        ["nameZh"] = c => c.NameZh,
        ["valueFen"] = c => c.ValueFen,
        ["bookedOn"] = c => c.BookedOn,
        ["lastSeenAt"] = c => c.LastSeenAt,
    }, c => c.Id);

    public async Task<Page<AssetCardRow>> Handle(ListAssetCards request, CancellationToken cancellationToken)
    {
        var cards = db.AssetCards.AsNoTracking().Within(user);
        if (request.UnitId is { } unit) cards = cards.Where(c => c.UnitId == unit);
        cards = request.Standing?.Value switch
        {
            CardStanding.Linked => cards.Where(c => c.InstrumentId != null && c.GoneAt == null),
            CardStanding.Unlinked => cards.Where(c => c.InstrumentId == null && c.GoneAt == null),
            CardStanding.Gone => cards.Where(c => c.GoneAt != null),
            _ => cards,
        };
        foreach (var word in (request.Search ?? "").Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries).Take(6))
        {
            var text = word.ToLowerInvariant();
            cards = cards.Where(c => c.CardNumber.ToLower().Contains(text) || c.NameZh.ToLower().Contains(text) || c.Model!.ToLower().Contains(text));
        }

        var page = await Orders.Apply(cards, request.Sort).ToPage(request.Page, request.Size, cancellationToken);
        var ids = page.Items.Select(c => c.InstrumentId).OfType<Guid>().Distinct().ToList();
        var instruments = await db.Instruments.AsNoTracking().Within(user).Where(i => ids.Contains(i.Id))
            .Select(i => new FoundInstrument(i.Id, i.AssetNumber, i.NameZh, i.Model, i.OriginalValueFen, i.LifeCycle)).ToDictionaryAsync(i => i.Id, cancellationToken);
        return new Page<AssetCardRow>([.. page.Items.Select(c => new AssetCardRow(
            c.Id, c.UnitId, c.CardNumber, c.NameZh, c.Model, c.ValueFen, c.BookedOn, c.Department, c.InstrumentId is { } id ? instruments.GetValueOrDefault(id) : null, c.LinkedBy, c.LastSeenAt, c.GoneAt, c.Version))],
            page.Total, page.Number, page.Size);
    }
}
