using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Closes a unit that has no successor. Its records stay with it; nobody signs in for it any more.</summary>
internal sealed record CloseUnit(UnitDecision Decision, int Version) : IRequest<RegisteredOrganisation>
{
    internal Guid UnitId { get; init; }
}

internal sealed class CloseUnitEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/managing-units/{unitId:guid}/close", async (Guid unitId, CloseUnit command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { UnitId = unitId }, ct)))
        .RequirePermission(Permissions.UnitsManage, DataScope.Organisation);
}

internal sealed class CloseUnitValidator : AbstractValidator<CloseUnit>
{
    public CloseUnitValidator(TimeProvider clock) => RuleFor(c => c.Decision).NotNull().SetValidator(new UnitDecisionValidator(clock));
}

internal sealed class CloseUnitHandler(UnitsDb db, CurrentUser user, SessionStore sessions, TimeProvider clock) : IRequestHandler<CloseUnit, RegisteredOrganisation>
{
    public async Task<RegisteredOrganisation> Handle(CloseUnit request, CancellationToken cancellationToken)
    {
        var unit = await db.UnitToChange(request.UnitId, request.Version, user, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        unit.Close(request.Decision.On, successor: null);
        db.UnitEvents.Add(request.Decision.Event(unit.Id, UnitEventKind.Closed, user, clock, unit.Organisation.Name));
        db.Record(user, clock, "unit.closed", unit.Id, unit.Organisation.Path, after: request.Decision, why: request.Decision.Reason);
        await db.SaveChangesAsync(cancellationToken);
        await db.ShutAccess(unit.Id, user.DisplayName, clock.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        sessions.ForgetAll();
        return new RegisteredOrganisation(unit.Id, unit.Version);
    }
}
