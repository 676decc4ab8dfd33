using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>One instrument's operating status over time, its repair log, and how long it stood still (I-4).</summary>
internal sealed record GetUpkeep(Guid InstrumentId) : IRequest<Upkeep>;

/// <param name="DaysThisYear">停机天数: days in repair from the first of January until today.</param>
/// <param name="RepairCostFen">Of all entries that stand.</param>
internal sealed record Upkeep(
    OperatingStatus? Status, DateOnly? Since, DateOnly? ExpectedBackOn, int DaysThisYear, int DaysLastYear, int RepairCount, long RepairCostFen,
    IReadOnlyList<StatusStep> Steps, IReadOnlyList<RepairRow> Repairs);

/// <param name="Until">The last day; none for the present one.</param>
internal sealed record StatusStep(OperatingStatus? Status, DateOnly Since, DateOnly? Until, DateOnly? ExpectedBackOn, string? Reason, string By, DateTimeOffset At);

/// <param name="Days">Until today while it is going on.</param>
internal sealed record RepairRow(
    Guid Id, DateOnly From, DateOnly? Until, int Days, string Fault, string? Work, string? DoneBy, long? CostFen, Guid? AttachmentId, string EnteredBy, DateTimeOffset EnteredAt,
    DateTimeOffset? StruckAt, string? StruckBecause, int Version)
{
    public static RepairRow Of(Repair r, DateOnly today) => new(
        r.Id, r.From, r.Until, (r.Until ?? today).DayNumber - r.From.DayNumber + 1, r.Fault, r.Work, r.DoneBy, r.CostFen, r.AttachmentId, r.EnteredBy, r.EnteredAt,
        r.StruckAt, r.StruckBecause, r.Version);
}

internal sealed class GetUpkeepEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/{instrumentId:guid}/upkeep", async (Guid instrumentId, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetUpkeep(instrumentId), ct)))
        .RequirePermission(Permissions.InstrumentsRead, DataScope.Organisation);
}

internal sealed class GetUpkeepHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<GetUpkeep, Upkeep>
{
    public async Task<Upkeep> Handle(GetUpkeep request, CancellationToken cancellationToken)
    {
        var instrument = await db.Instruments.AsNoTracking().Within(user).SingleOrDefaultAsync(i => i.Id == request.InstrumentId, cancellationToken)
            ?? throw InstrumentProblems.NotFound(request.InstrumentId);
        var today = clock.Today();
        var repairs = await db.Repairs.AsNoTracking().Where(r => r.InstrumentId == instrument.Id).OrderByDescending(r => r.From).ThenByDescending(r => r.Id).ToListAsync(cancellationToken);
        var steps = await Steps(instrument.Id, cancellationToken);
        var standing = repairs.Where(r => r.StruckAt is null).ToList();
        var down = standing.Select(r => (r.From, r.Until)).Concat(steps.Where(s => s.Status == OperatingStatus.UnderRepair).Select(s => (From: s.Since, s.Until))).ToList();
        var year = new DateOnly(today.Year, 1, 1);
        return new Upkeep(
            instrument.OperatingStatus, instrument.StatusSince, instrument.ExpectedBackOn, Downtime.Days(down, year, today), Downtime.Days(down, year.AddYears(-1), year.AddDays(-1)),
            standing.Count, standing.Sum(r => r.CostFen ?? 0), [.. steps.Reverse()], repairs.ConvertAll(r => RepairRow.Of(r, today)));
    }

    // Every change of the record is kept as a step: the status over time is read off them, whoever changed it in whatever way.
    async Task<IReadOnlyList<StatusStep>> Steps(Guid instrumentId, CancellationToken ct)
    {
        var revisions = await db.Revisions.AsNoTracking().Where(r => r.InstrumentId == instrumentId).OrderBy(r => r.Version)
            .Select(r => new { r.At, r.AccountName, r.Action, r.Reason, r.StatusSince, r.ExpectedBackOn, r.Changes }).ToListAsync(ct);
        var steps = new List<StatusStep>();
        foreach (var r in revisions)
        {
            var change = r.Changes.FirstOrDefault(c => c.Field == "operatingStatus");
            if (change is null && r.Action != "operated") continue;
            var status = change is null ? steps.LastOrDefault()?.Status : change.After?.Deserialize<OperatingStatus?>(JsonShape.Options);
            var since = r.StatusSince ?? r.At.DayInRegion();
            // Of one status that was said again only the latest word counts.
            if (steps.Count > 0 && steps[^1].Status == status) steps.RemoveAt(steps.Count - 1);
            if (steps.Count > 0) steps[^1] = steps[^1] with { Until = since > steps[^1].Since ? since.AddDays(-1) : steps[^1].Since };
            steps.Add(new StatusStep(status, since, null, r.ExpectedBackOn, r.Action == "operated" ? r.Reason : null, r.AccountName, r.At));
        }

        return steps;
    }
}
