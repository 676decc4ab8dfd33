using Modular.Contracts;
using Modular.Contracts.Evaluation;
using Modular.Contracts.Instruments;
using Modular.Contracts.Sharing;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>Tells of each hit what a panel asks next: whose it is and how that unit was graded, where, how old, how busy, how open.</summary>
internal sealed class HitCards(IInstrumentStock stock, IUsageLedger usage, IUnitEvaluations evaluations, StockFollower follower, CurrentUser user, TimeProvider clock)
{
    /// <returns>For each wish its hits, in their order.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<DuplicateHit>>> Of(IReadOnlyList<(Likeable Wish, IReadOnlyList<LikenessHit> Found)> wishes, int ratedHours, CancellationToken ct)
    {
        var ids = wishes.SelectMany(each => each.Found).Select(hit => hit.InstrumentId).Distinct().ToList();
        if (ids.Count == 0) return [.. wishes.Select(_ => Array.Empty<DuplicateHit>())];
        var cards = await stock.FindMany(ids, ct);
        var deleted = ids.Where(id => !cards.TryGetValue(id, out var card) || card.Standing is "retired").ToList();
        if (deleted.Count > 0) follower.Forget(deleted);

        var today = clock.Today();
        // The year that is over is the last one whose hours are whole.
        var year = today.Year - 1;
        var hours = await usage.Declared(year, ids, ct);
        // The caller's own unit with them: an application is judged by it next.
        var grades = await evaluations.On(today, [.. cards.Values.Select(card => card.UnitId).Append(user.OrganisationId).Distinct()], ct);
        var own = user.OfOneUnit ? new OwnUnit(user.OrganisationId, user.PlaceCode) : null;
        return
        [
            .. wishes.Select(each => (IReadOnlyList<DuplicateHit>)
            [
                .. each.Found.Where(hit => cards.ContainsKey(hit.InstrumentId) && !deleted.Contains(hit.InstrumentId))
                    .Select(hit => Card(each.Wish, hit, cards[hit.InstrumentId], hours.GetValueOrDefault(hit.InstrumentId), own, today, year, ratedHours) with
                    {
                        UnitGrade = grades.GetValueOrDefault(cards[hit.InstrumentId].UnitId) is { LastGrade: var grade } ? new UnitGradeNote(grade.Year, grade.Grade, grade.DecidedBy, grade.Document) : null,
                    }),
            ]),
        ];
    }

    sealed record OwnUnit(Guid Id, string LeagueCode);

    static DuplicateHit Card(Likeable wish, LikenessHit hit, StockCard card, DeclaredUsage? hours, OwnUnit? own, DateOnly today, int year, int ratedHours)
    {
        var instrument = new Likeable(card.NameZh, card.NameEn, card.Model, card.Manufacturer, card.ClassCode, card.Specifications, card.Functions, card.OriginalValueFen);
        var league = card.RegionCode is { Length: 6 } code ? Regions.Find(code[..4] + "00") : null;
        var group = own is null ? "region" : card.UnitId == own.Id ? "ownUnit" : league is not null && league.Code == own.LeagueCode ? "sameLeague" : "region";
        var effective = hours?.EffectiveHours;
        return new DuplicateHit(
            card.Id, hit.Score, BandCode(hit.Band), StockIndex.Explain(wish, instrument, hit.Score), group, card.NameZh, card.NameEn, card.Model, card.Manufacturer, card.ClassCode, card.Specifications, card.Functions,
            card.OriginalValueFen, card.BookedOn is { } booked ? Math.Max(0, today.Year - booked.Year - (today.DayOfYear < booked.DayOfYear ? 1 : 0)) : null,
            card.UnitId, card.UnitName, league?.NameZh, LeaguePlaces.Kilometres(own?.LeagueCode, card.RegionCode), card.Standing, card.OperatingStatus, card.SharingMode,
            effective is null ? null : year, effective, hours?.ExternalHours,
            effective is { } run ? Math.Round(run / ratedHours, 3) : null,
            effective is > 0 and var divisor && hours?.ExternalHours is { } external ? Math.Round(external / divisor, 3) : null,
            effective is null ? null : "declared", card.ContactName, card.ContactPhone);
    }

    internal static string BandCode(LikenessBand band) => band switch { LikenessBand.SameModel => "sameModel", LikenessBand.SameKind => "sameKind", LikenessBand.Near => "near", _ => "none" };
}
