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

/// <summary>
/// Splits a part off a unit 分立: the instruments of some departments, or chosen ones, go over to another unit that exists or is registered with
/// this. The unit itself goes on, with its people; both keep in their history what went where.
/// </summary>
/// <param name="IntoUnitId">A unit that exists; or else the new one.</param>
/// <param name="NewUnit">Stands under the same department; what is not said here it has from the unit that it comes from, until it is edited.</param>
/// <param name="Departments">Whole departments, by their names in the registry.</param>
/// <param name="InstrumentIds">Single instruments besides.</param>
internal sealed record SplitUnit(
    Guid? IntoUnitId, UnitSplitOff? NewUnit, IReadOnlyList<string> Departments, IReadOnlyList<Guid> InstrumentIds, UnitDecision Decision, int Version) : IRequest<RegisteredOrganisation>
{
    internal Guid UnitId { get; init; }
}

internal sealed record UnitSplitOff(string Name, string CreditCode);

internal sealed class SplitUnitEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/managing-units/{unitId:guid}/split", async (Guid unitId, SplitUnit command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { UnitId = unitId }, ct)))
        .RequirePermission(Permissions.UnitsManage, DataScope.Organisation)
        .Idempotent();
}

internal sealed class SplitUnitValidator : AbstractValidator<SplitUnit>
{
    public SplitUnitValidator(TimeProvider clock)
    {
        RuleFor(c => c.Decision).NotNull().SetValidator(new UnitDecisionValidator(clock));
        RuleFor(c => c.IntoUnitId).Must((c, into) => into is null != (c.NewUnit is null)).WithErrorCode("split.one-unit").WithMessage("Name the unit that takes the part over: one that exists, or a new one.");
        RuleFor(c => c.NewUnit!.Name).NotEmpty().MaximumLength(200).When(c => c.NewUnit is not null);
        RuleFor(c => c.NewUnit!.CreditCode).Must(CreditCodes.IsValid).WithErrorCode("unit.credit-code-invalid").WithMessage("Not a unified social credit code: 18 characters with a check digit (GB 32100-2015).")
            .When(c => c.NewUnit is not null);
        RuleFor(c => c.Departments).NotNull().Must(names => names is null || names.Count <= 200 && names.All(name => name is { Length: > 0 and <= 100 }));
        RuleFor(c => c.InstrumentIds).NotNull().Must(ids => ids is null || ids.Count <= 500);
        RuleFor(c => c.Departments).Must((c, names) => names is { Count: > 0 } || c.InstrumentIds is { Count: > 0 }).WithErrorCode("split.nothing").WithMessage("Choose the departments or instruments that go over.");
    }
}

internal sealed class SplitUnitHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<SplitUnit, RegisteredOrganisation>
{
    public async Task<RegisteredOrganisation> Handle(SplitUnit request, CancellationToken cancellationToken)
    {
        var unit = await db.UnitToChange(request.UnitId, request.Version, user, cancellationToken);
        var (decision, now) = (request.Decision, clock.GetUtcNow());
        var into = request.NewUnit is { } wanted ? await Register(wanted, unit, decision, cancellationToken) : await Existing(request.IntoUnitId!.Value, unit, cancellationToken);
        // Clashes with whoever else changes the unit: what is left of it is another matter now.
        unit.Version++;
        db.UnitEvents.Add(decision.Event(unit.Id, UnitEventKind.SplitOff, user, clock, unit.Organisation.Name, into.Organisation.Name, into.Id));
        db.UnitEvents.Add(decision.Event(into.Id, UnitEventKind.SplitFrom, user, clock, unit.Organisation.Name, into.Organisation.Name, unit.Id));
        db.Announce(unit.Id, new UnitSplit(
            unit.Id, unit.Organisation.Name, into.Id, into.Organisation.Name, decision.On, [.. request.Departments.Distinct(StringComparer.Ordinal)], [.. request.InstrumentIds.Distinct()], now,
            user.AccountId, user.DisplayName, decision.Reason), now);
        db.Tell(now, NoticesOf.Split(unit.Organisation, into.Organisation, decision.Reason));
        foreach (var path in new[] { unit.Organisation.Path, into.Organisation.Path })
        {
            db.Record(user, clock, "unit.split", unit.Id, path, new { Unit = unit.Organisation.Name },
                new { Into = into.Organisation.Name, request.Departments, request.InstrumentIds, decision.On, decision.DecidedBy }, decision.Reason);
        }

        await db.SaveChangesAsync(cancellationToken);
        return new RegisteredOrganisation(into.Id, into.Version);
    }

    async Task<ManagingUnit> Existing(Guid id, ManagingUnit unit, CancellationToken ct)
    {
        var into = await db.ManagingUnits.Include(u => u.Organisation).SingleOrDefaultAsync(u => u.Id == id && u.Organisation.Path.StartsWith(user.ScopePath), ct) ?? throw UnitProblems.UnitNotFound(id);
        if (into.Id == unit.Id || into.ClosedOn is not null) throw UnitProblems.NoSuccessor();
        into.Version++;
        return into;
    }

    async Task<ManagingUnit> Register(UnitSplitOff wanted, ManagingUnit unit, UnitDecision decision, CancellationToken ct)
    {
        var code = CreditCodes.Normalise(wanted.CreditCode);
        if (await db.ManagingUnits.AnyAsync(u => u.CreditCode == code, ct)) throw UnitProblems.CreditCodeTaken(code);
        var supervisor = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == unit.Organisation.ParentId, ct);
        var facts = unit.Facts() with { Name = wanted.Name.Trim(), CreditCode = code, Website = "" };
        var organisation = await db.PlaceBelow(supervisor, Tier.Unit, facts.Name, facts.LeagueCode, clock, ct);
        var registered = ManagingUnit.Register(organisation, facts);
        db.ManagingUnits.Add(registered);
        db.UnitEvents.Add(decision.Event(registered.Id, UnitEventKind.Registered, user, clock, after: facts.Name));
        db.Announce(registered.Id, registered.Changed(), clock.GetUtcNow());
        db.Record(user, clock, "unit.registered", registered.Id, organisation.Path, after: facts);
        return registered;
    }
}
