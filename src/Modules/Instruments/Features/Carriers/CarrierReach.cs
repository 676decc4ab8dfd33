using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Instruments;

internal static class CarrierReach
{
    /// <summary>Those of the caller's subtree (U-11).</summary>
    public static IQueryable<Carrier> Within(this IQueryable<Carrier> carriers, CurrentUser user)
    {
        var scope = user.ScopePath;
        return user.OfOneUnit ? carriers.Where(c => c.UnitPath == scope) : carriers.Where(c => c.UnitPath.StartsWith(scope));
    }

    /// <summary>One of the caller's subtree, to be changed.</summary>
    /// <exception cref="Problem">404 when there is none, or it is not the caller's to see.</exception>
    public static async Task<Carrier> CarrierInReach(this InstrumentsDb db, Guid id, CurrentUser user, CancellationToken ct) =>
        await db.Carriers.Within(user).SingleOrDefaultAsync(c => c.Id == id, ct) ?? throw CarrierProblems.NotFound(id);

    /// <summary>The instruments that belong to it, by kind and number; what has left the platform belongs to nothing any more.</summary>
    public static IQueryable<Instrument> InstrumentsOf(this InstrumentsDb db, Carrier carrier) =>
        db.Instruments.Where(i => i.UnitId == carrier.UnitId && i.CarrierType == carrier.Kind && i.CarrierNumber == carrier.Number && i.LifeCycle != LifeCycle.Retired);

    /// <summary>Each with the count and value of what belongs to it, counted by the database.</summary>
    /// <param name="listed">Only of what is on the platform: what the public may know.</param>
    public static IQueryable<SummedCarrier> Summed(this InstrumentsDb db, IQueryable<Carrier> carriers, bool listed = false) => carriers.Select(c => new SummedCarrier
    {
        Carrier = c,
        Instruments = db.Instruments.Count(i => i.UnitId == c.UnitId && i.CarrierType == c.Kind && i.CarrierNumber == c.Number && (listed ? i.LifeCycle == LifeCycle.Listed : i.LifeCycle != LifeCycle.Retired)),
        ValueFen = db.Instruments.Where(i => i.UnitId == c.UnitId && i.CarrierType == c.Kind && i.CarrierNumber == c.Number && (listed ? i.LifeCycle == LifeCycle.Listed : i.LifeCycle != LifeCycle.Retired))
            .Sum(i => i.OriginalValueFen ?? 0),
    });

    /// <summary>What an instrument's record names, where its unit has entered it.</summary>
    public static async Task<CarrierLink?> CarrierOf(this InstrumentsDb db, Instrument instrument, CancellationToken ct) =>
        instrument.CarrierNumber is null || !CarrierFields.IsKind(instrument.CarrierType) ? null
            : await db.Carriers.Where(c => c.UnitId == instrument.UnitId && c.Kind == instrument.CarrierType && c.Number == instrument.CarrierNumber)
                .Select(c => new CarrierLink(c.Id, c.Kind, c.Number!, c.NameZh ?? "")).SingleOrDefaultAsync(ct);

    /// <summary>Keeps a step of its life with what it changed (I-4).</summary>
    public static void KeepCarrier(this InstrumentsDb db, Carrier carrier, CurrentUser user, string action, DateTimeOffset at,
        IReadOnlyList<FieldChange>? changes = null, string? reason = null, IReadOnlyList<ReviewRemark>? remarks = null) => db.CarrierRevisions.Add(new CarrierRevision
        {
            CarrierId = carrier.Id, Version = carrier.Version, At = at, AccountId = user.AccountId, AccountName = user.DisplayName, OrganisationName = user.OrganisationName,
            Action = action, Reason = reason, Changes = changes ?? [], Remarks = remarks ?? [],
        });

    public static void TellCarrier(this InstrumentsDb db, Carrier carrier, string step, string by, DateTimeOffset now) => db.Announce(carrier.Id, CarrierNotices.Of(carrier, step, by), now);
}

internal sealed class SummedCarrier
{
    public required Carrier Carrier { get; init; }

    public required int Instruments { get; init; }

    public required long ValueFen { get; init; }
}

internal sealed record SavedCarrier(Guid Id, int Version);
