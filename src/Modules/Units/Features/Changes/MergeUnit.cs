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

/// <summary>What becomes of the people of a unit that merges into another.</summary>
internal enum PeopleAfterMerger
{
    /// <summary>They go on in the other unit, with the same roles.</summary>
    Follow,

    /// <summary>Their accounts are closed.</summary>
    Close,
}

/// <summary>Merges a unit into another: its instruments and, where wished, its people go over; it is closed, and its history stays as it was.</summary>
internal sealed record MergeUnit(Guid IntoUnitId, PeopleAfterMerger People, UnitDecision Decision, int Version) : IRequest<RegisteredOrganisation>
{
    internal Guid UnitId { get; init; }
}

internal sealed class MergeUnitEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/managing-units/{unitId:guid}/merge", async (Guid unitId, MergeUnit command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { UnitId = unitId }, ct)))
        .RequirePermission(Permissions.UnitsManage, DataScope.Organisation);
}

internal sealed class MergeUnitValidator : AbstractValidator<MergeUnit>
{
    public MergeUnitValidator(TimeProvider clock)
    {
        RuleFor(c => c.People).IsInEnum();
        RuleFor(c => c.Decision).NotNull().SetValidator(new UnitDecisionValidator(clock));
    }
}

internal sealed class MergeUnitHandler(UnitsDb db, CurrentUser user, SessionStore sessions, TimeProvider clock) : IRequestHandler<MergeUnit, RegisteredOrganisation>
{
    public async Task<RegisteredOrganisation> Handle(MergeUnit request, CancellationToken cancellationToken)
    {
        var unit = await db.UnitToChange(request.UnitId, request.Version, user, cancellationToken);
        var into = await db.ManagingUnits.Include(u => u.Organisation)
            .SingleOrDefaultAsync(u => u.Id == request.IntoUnitId && u.Organisation.Path.StartsWith(user.ScopePath), cancellationToken)
            ?? throw UnitProblems.UnitNotFound(request.IntoUnitId);
        if (into.Id == unit.Id || into.ClosedOn is not null) throw UnitProblems.NoSuccessor();

        var (decision, now) = (request.Decision, clock.GetUtcNow());
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        unit.Close(decision.On, into.Id);
        // Clashes with whoever changes the successor in the meantime: two must not merge into each other.
        into.Version++;
        db.UnitEvents.Add(decision.Event(unit.Id, UnitEventKind.MergedInto, user, clock, unit.Organisation.Name, into.Organisation.Name, into.Id));
        db.UnitEvents.Add(decision.Event(into.Id, UnitEventKind.Absorbed, user, clock, unit.Organisation.Name, into.Organisation.Name, unit.Id));
        db.Announce(unit.Id, new UnitsMerged(unit.Id, unit.Organisation.Name, into.Id, into.Organisation.Name, decision.On, user.AccountId, user.DisplayName, decision.Reason), now);
        db.Tell(now, NoticesOf.Merged(unit.Organisation, into.Organisation, decision.Reason));
        foreach (var path in new[] { unit.Organisation.Path, into.Organisation.Path })
            db.Record(user, clock, "unit.merged", unit.Id, path, new { Unit = unit.Organisation.Name }, new { Into = into.Organisation.Name, decision.On, decision.DecidedBy, request.People }, decision.Reason);
        await db.SaveChangesAsync(cancellationToken);
        if (request.People == PeopleAfterMerger.Follow)
            await db.Accounts.Where(a => a.OrganisationId == unit.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.OrganisationId, into.Id).SetProperty(a => a.Version, a => a.Version + 1), cancellationToken);
        await db.ShutAccess(unit.Id, user.DisplayName, now, cancellationToken);
        // An address that led to what is now merged leads on to where it went.
        await db.ManagingUnits.Where(u => u.MergedIntoId == unit.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.MergedIntoId, into.Id), cancellationToken);
        if (transaction is not null) await transaction.CommitAsync(cancellationToken);
        sessions.ForgetAll();
        return new RegisteredOrganisation(unit.Id, unit.Version);
    }
}
