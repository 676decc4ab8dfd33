using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Puts a unit under another supervising department, with everything that is its own: people, instruments, lists.</summary>
internal sealed record MoveUnit(Guid SupervisorId, UnitDecision Decision, int Version) : IRequest<RegisteredOrganisation>
{
    internal Guid UnitId { get; init; }
}

internal sealed class MoveUnitEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/managing-units/{unitId:guid}/move", async (Guid unitId, MoveUnit command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { UnitId = unitId }, ct)))
        .RequirePermission(Permissions.UnitsManage, DataScope.Organisation);
}

internal sealed class MoveUnitValidator : AbstractValidator<MoveUnit>
{
    public MoveUnitValidator(TimeProvider clock) => RuleFor(c => c.Decision).NotNull().SetValidator(new UnitDecisionValidator(clock));
}

internal sealed class MoveUnitHandler(UnitsDb db, CurrentUser user, SessionStore sessions, TimeProvider clock) : IRequestHandler<MoveUnit, RegisteredOrganisation>
{
    public async Task<RegisteredOrganisation> Handle(MoveUnit request, CancellationToken cancellationToken)
    {
        var unit = await db.UnitToChange(request.UnitId, request.Version, user, cancellationToken);
        var to = await db.Organisations.AsNoTracking()
            .SingleOrDefaultAsync(o => o.Id == request.SupervisorId && o.Tier == Tier.Supervisor && o.Path.StartsWith(user.ScopePath), cancellationToken)
            ?? throw UnitProblems.NotASupervisor();
        if (to.Id == unit.Organisation.ParentId) throw UnitProblems.SameSupervisor();
        var from = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == unit.Organisation.ParentId, cancellationToken);

        var (formerPath, now) = (unit.Organisation.Path, clock.GetUtcNow());
        unit.Organisation.Place(to.Id, await db.NextPathBelow(to, cancellationToken));
        unit.Version++;
        db.UnitEvents.Add(request.Decision.Event(unit.Id, UnitEventKind.Moved, user, clock, from.Name, to.Name, formerPath: formerPath));
        db.Announce(unit.Id, new UnitMoved(unit.Id, formerPath, from.Name, to.Name, user.AccountId, user.DisplayName, request.Decision.Reason), now);
        db.Tell(now, NoticesOf.Moved(unit.Organisation, from, to, request.Decision.Reason));
        // Read by those it left and by those it came to.
        foreach (var path in new[] { formerPath, unit.Organisation.Path })
            db.Record(user, clock, "unit.moved", unit.Id, path, new { Supervisor = from.Name }, new { Supervisor = to.Name, request.Decision.On, request.Decision.DecidedBy }, request.Decision.Reason);
        await db.SaveChangesAsync(cancellationToken);
        sessions.ForgetAll();
        return new RegisteredOrganisation(unit.Id, unit.Version);
    }
}
