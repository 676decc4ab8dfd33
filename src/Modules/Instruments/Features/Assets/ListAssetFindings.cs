using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>What a package shows against the registry and the package before it, most valuable first (I-8).</summary>
internal sealed record ListAssetFindings(Guid PackageId, Coded<FindingKind>? Kind, Coded<FindingState>? State, int? Page, int? Size) : IRequest<Page<AssetFindingRow>>;

/// <param name="RegistryFen">The registry's value.</param>
/// <param name="PreviousFen">The cards' value in the package before.</param>
/// <param name="CardFen">The cards' value in this one.</param>
internal sealed record AssetFindingRow(
    Guid Id, FindingKind Kind, FindingState State, string Name, string? Model, IReadOnlyList<FoundCard> Cards, FoundInstrument? Instrument, FoundInstrument? Suggestion, Likeness? SuggestedBy,
    long? RegistryFen, long? PreviousFen, long? CardFen, FindingAction? Action, string? Note, string? SettledBy, DateTimeOffset? SettledAt, int Version);

internal sealed record FoundCard(string CardNumber, string NameZh, string? Model, long ValueFen, DateOnly? BookedOn, string? Department, string? Supplier);

internal sealed record FoundInstrument(Guid Id, string? AssetNumber, string? NameZh, string? Model, long? OriginalValueFen, LifeCycle LifeCycle);

internal sealed class ListAssetFindingsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/assets/packages/{packageId:guid}/findings", async (Guid packageId, Coded<FindingKind>? kind, Coded<FindingState>? state, int? page, int? size, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ListAssetFindings(packageId, kind, state, page, size), ct)))
        .RequirePermission(Permissions.InstrumentsRead, DataScope.Organisation);
}

internal sealed class ListAssetFindingsHandler(InstrumentsDb db, CurrentUser user) : IRequestHandler<ListAssetFindings, Page<AssetFindingRow>>
{
    public async Task<Page<AssetFindingRow>> Handle(ListAssetFindings request, CancellationToken cancellationToken)
    {
        if (!await db.AssetPackages.Within(user).AnyAsync(p => p.Id == request.PackageId, cancellationToken)) throw AssetProblems.PackageNotFound(request.PackageId);
        var findings = db.AssetFindings.AsNoTracking().Where(f => f.PackageId == request.PackageId);
        if (request.Kind is { Value: var kind }) findings = findings.Where(f => f.Kind == kind);
        if (request.State is { Value: var state }) findings = findings.Where(f => f.State == state);
        var page = await findings.OrderByDescending(f => f.Rank).ThenBy(f => f.Id).ToPage(request.Page, request.Size, cancellationToken);

        var ids = page.Items.SelectMany(f => new[] { f.InstrumentId, f.SuggestedId }).OfType<Guid>().Distinct().ToList();
        var instruments = await db.Instruments.AsNoTracking().Within(user).Where(i => ids.Contains(i.Id))
            .Select(i => new FoundInstrument(i.Id, i.AssetNumber, i.NameZh, i.Model, i.OriginalValueFen, i.LifeCycle)).ToDictionaryAsync(i => i.Id, cancellationToken);
        FoundInstrument? Find(Guid? id) => id is { } one ? instruments.GetValueOrDefault(one) : null;
        return new Page<AssetFindingRow>([.. page.Items.Select(f => new AssetFindingRow(
            f.Id, f.Kind, f.State, f.Name, f.Model, [.. f.Cards.Select(c => new FoundCard(c.CardNumber, c.NameZh, c.Model, c.ValueFen, c.BookedOn, c.Department, c.Supplier))],
            Find(f.InstrumentId), Find(f.SuggestedId), f.SuggestedBy, f.RegistryFen, f.PreviousFen, f.CardFen, f.Action, f.Note, f.SettledBy, f.SettledAt, f.Version))],
            page.Total, page.Number, page.Size);
    }
}
