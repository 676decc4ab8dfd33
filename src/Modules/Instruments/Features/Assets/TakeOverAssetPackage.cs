using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>
/// Takes a compared package over: the mapping of cards says from now on what this package says. The registry itself stays as it is; what differs
/// is settled finding by finding (I-8).
/// </summary>
internal sealed record TakeOverAssetPackage(int Version) : IRequest<AssetPackageDetails>
{
    internal Guid PackageId { get; init; }
}

internal sealed class TakeOverAssetPackageEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/assets/packages/{packageId:guid}/take-over", async (Guid packageId, TakeOverAssetPackage command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { PackageId = packageId }, ct)))
        .RequirePermission(Permissions.InstrumentsImport, DataScope.Organisation)
        .Idempotent();
}

internal sealed class TakeOverAssetPackageHandler(InstrumentsDb db, PackageComparer comparer, CurrentUser user, TimeProvider clock) : IRequestHandler<TakeOverAssetPackage, AssetPackageDetails>
{
    public async Task<AssetPackageDetails> Handle(TakeOverAssetPackage request, CancellationToken cancellationToken)
    {
        var package = await db.PackageInReach(request.PackageId, user, cancellationToken);
        var now = clock.GetUtcNow();
        package.Take(request.Version, user.DisplayName, now);
        if (await db.AssetPackages.AnyAsync(p => p.UnitId == package.UnitId && p.State == PackageState.Taken && p.CreatedAt > package.CreatedAt, cancellationToken)) throw AssetProblems.Superseded();

        // The registry may have moved on since the comparison was shown: it is made anew, and what is kept is true now.
        var known = await db.AssetCards.Where(c => c.UnitId == package.UnitId).ToListAsync(cancellationToken);
        var comparison = await comparer.Compare(package, comparer.Read(package, cancellationToken), known, cancellationToken);
        var fresh = Update(package, comparison, known, now);
        db.Record(user, clock, "assets.taken-over", package.Id, package.UnitPath, after: new { package.FileName, package.FileHash, package.Counts });

        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        await db.AssetFindings.Where(f => f.UnitId == package.UnitId && f.State == FindingState.Open && f.PackageId != package.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.State, FindingState.Superseded).SetProperty(f => f.Version, f => f.Version + 1), cancellationToken);
        await db.AssetFindings.Where(f => f.PackageId == package.Id).ExecuteDeleteAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await db.BulkInsertAsync(fresh, cancellationToken);
        await db.BulkInsertAsync(comparison.Findings, cancellationToken);
        if (transaction is not null) await transaction.CommitAsync(cancellationToken);
        return AssetPackageDetails.Of(package, comparison.Findings.GroupBy(f => f.Kind).Select(kind => new FindingTally(kind.Key, FindingState.Open, kind.Count())));
    }

    public static List<AssetCard> Update(AssetPackage package, Comparison comparison, IReadOnlyList<AssetCard> known, DateTimeOffset now)
    {
        var byNumber = known.ToDictionary(card => card.CardNumber, StringComparer.Ordinal);
        var fresh = new List<AssetCard>();
        foreach (var seen in comparison.Taken)
        {
            if (!byNumber.TryGetValue(seen.CardNumber, out var card))
                fresh.Add(card = new AssetCard { UnitId = package.UnitId, UnitPath = package.UnitPath, CardNumber = seen.CardNumber });
            card.See(seen, package.Id, now);
            if (comparison.Links.TryGetValue(seen.CardNumber, out var instrument)) card.Link(instrument, CardLink.Number);
        }

        foreach (var card in comparison.Gone) card.GoneAt ??= now;
        return fresh;
    }
}
