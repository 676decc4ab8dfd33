using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>
/// Which instruments of my subtree would enter or leave the duty to open 开放义务 if its threshold (P-1) were another from a day on: those whose
/// value lies between the number that would hold on that day and the one asked about. What has left the platform is not counted.
/// </summary>
/// <param name="ThresholdFen">The number asked about.</param>
/// <param name="On">From when it would hold; today unless said.</param>
internal sealed record PreviewThreshold(long ThresholdFen, DateOnly? On, int? Page, int? Size) : IRequest<ThresholdPreview>;

/// <param name="Enter">Whether those listed would come under the duty; otherwise they would leave it.</param>
/// <param name="ByUnit">How many of each unit, most first; at most fifty units.</param>
internal sealed record ThresholdPreview(long HoldingFen, bool Enter, IReadOnlyList<UnitShare> ByUnit, Page<AffectedInstrument> Affected);

internal sealed record UnitShare(Guid UnitId, string UnitName, int Instruments);

internal sealed record AffectedInstrument(Guid Id, string? NameZh, string? Model, Guid UnitId, string UnitName, long OriginalValueFen, LifeCycle LifeCycle);

internal sealed class PreviewThresholdEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/duties/threshold-preview", async ([AsParameters] PreviewThreshold query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
        .RequirePermission(Permissions.InstrumentsRead, DataScope.Organisation);
}

internal sealed class PreviewThresholdValidator : AbstractValidator<PreviewThreshold>
{
    public PreviewThresholdValidator() => RuleFor(q => q.ThresholdFen).GreaterThanOrEqualTo(0);
}

internal sealed class PreviewThresholdHandler(InstrumentsDb db, IPolicies policies, CurrentUser user, TimeProvider clock) : IRequestHandler<PreviewThreshold, ThresholdPreview>
{
    const int MostUnits = 50;

    public async Task<ThresholdPreview> Handle(PreviewThreshold request, CancellationToken cancellationToken)
    {
        var holding = (await policies.On(request.On ?? clock.Today(), user.ScopePath, cancellationToken)).DutyThresholdFen;
        var (low, high) = (Math.Min(holding, request.ThresholdFen), Math.Max(holding, request.ThresholdFen));
        var affected = db.Instruments.AsNoTracking().Within(user).Where(i => i.LifeCycle != LifeCycle.Retired && i.OriginalValueFen >= low && i.OriginalValueFen < high);
        var byUnit = await affected.GroupBy(i => new { i.UnitId, i.UnitName })
            .Select(unit => new { unit.Key.UnitId, unit.Key.UnitName, Count = unit.Count() })
            .OrderByDescending(unit => unit.Count).ThenBy(unit => unit.UnitId).Take(MostUnits).ToListAsync(cancellationToken);
        var page = await affected.OrderByDescending(i => i.OriginalValueFen).ThenBy(i => i.Id)
            .Select(i => new AffectedInstrument(i.Id, i.NameZh, i.Model, i.UnitId, i.UnitName, i.OriginalValueFen!.Value, i.LifeCycle))
            .ToPage(request.Page, request.Size, cancellationToken);
        return new ThresholdPreview(holding, request.ThresholdFen < holding, byUnit.ConvertAll(unit => new UnitShare(unit.UnitId, unit.UnitName, unit.Count)), page);
    }
}
