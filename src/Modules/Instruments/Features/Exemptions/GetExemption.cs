using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>One statement of my subtree with its instruments as they were stated, every step of its way, and what I may do with it now.</summary>
internal sealed record GetExemption(Guid ExemptionId) : IRequest<ExemptionDetails>;

/// <param name="SupervisorName">The department right above the unit.</param>
/// <param name="Lapsed">On record, but its last day has passed: it does not count any more.</param>
/// <param name="Actions">revise, withdraw, review, file, end: those possible for the caller at present.</param>
internal sealed record ExemptionDetails(
    Guid Id, Guid UnitId, string UnitName, string? SupervisorName, ExemptionReason Reason, string? Explanation, DateOnly? Until, int Count, string? UnitReference,
    ExemptionState State, bool Lapsed, string? FilingNumber, DateTimeOffset SubmittedAt, DateOnly? FiledOn, DateOnly? EndedOn,
    IReadOnlyList<ExemptedInstrument> Instruments, IReadOnlyList<ExemptionStepRow> Steps, IReadOnlyList<string> Actions, int Version);

internal sealed record ExemptedInstrument(Guid Id, string? AssetNumber, string? NameZh, string? Model, long? OriginalValueFen, DateOnly? AcceptedOn);

internal sealed record ExemptionStepRow(DateTimeOffset At, string AccountName, string OrganisationName, string Action, string? Reason);

internal sealed class GetExemptionEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/exemptions/{exemptionId:guid}", async (Guid exemptionId, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetExemption(exemptionId), ct)))
        .RequirePermission(Permissions.InstrumentsRead, DataScope.Organisation);
}

internal sealed class GetExemptionHandler(InstrumentsDb db, DutyReading reading, CurrentUser user, TimeProvider clock) : IRequestHandler<GetExemption, ExemptionDetails>
{
    public async Task<ExemptionDetails> Handle(GetExemption request, CancellationToken cancellationToken)
    {
        var e = await db.Exemptions.AsNoTracking().Include(e => e.Items).Within(user).SingleOrDefaultAsync(e => e.Id == request.ExemptionId, cancellationToken)
            ?? throw InstrumentProblems.ExemptionNotFound(request.ExemptionId);
        var steps = await db.ExemptionSteps.AsNoTracking().Where(s => s.ExemptionId == e.Id).OrderBy(s => s.Version).ToListAsync(cancellationToken);
        var supervisor = (await reading.Supervisors([e.UnitPath], cancellationToken)).Values.FirstOrDefault();
        return new ExemptionDetails(
            e.Id, e.UnitId, e.UnitName, supervisor?.Name, e.Reason, e.Explanation, e.Until, e.Count, e.UnitReference, e.State, e.HasLapsed(clock.Today()), e.FilingNumber, e.SubmittedAt, e.FiledOn, e.EndedOn,
            [.. e.Items.OrderBy(i => i.InstrumentId).Select(i => new ExemptedInstrument(i.InstrumentId, i.AssetNumber, i.NameZh, i.Model, i.OriginalValueFen, i.AcceptedOn))],
            [.. steps.Select(s => new ExemptionStepRow(s.At, s.AccountName, s.OrganisationName, s.Action, s.Reason))], [.. ActionsFor(e.State)], e.Version);
    }

    IEnumerable<string> ActionsFor(ExemptionState state)
    {
        var declares = user.Can(Permissions.ExemptionsDeclare);
        if (declares && state == ExemptionState.Returned) yield return "revise";
        if (declares && state is (ExemptionState.Submitted or ExemptionState.Returned or ExemptionState.Endorsed)) yield return "withdraw";
        if (user.Can(Permissions.ExemptionsReview) && state == ExemptionState.Submitted) yield return "review";
        if (user.Can(Permissions.ExemptionsFile) && state == ExemptionState.Endorsed) yield return "file";
        if (user.Can(Permissions.ExemptionsFile) && state == ExemptionState.Filed) yield return "end";
    }
}
