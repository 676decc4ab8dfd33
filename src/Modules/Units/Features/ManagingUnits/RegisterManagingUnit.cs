using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Registers a managing unit 管理单位 below its supervising department (U-1).</summary>
internal sealed record RegisterManagingUnit(Guid SupervisorId, ManagingUnitFacts Facts) : IRequest<RegisteredOrganisation>;

internal sealed class RegisterManagingUnitEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/managing-units", async (RegisterManagingUnit command, IMediator mediator, CancellationToken ct) =>
        {
            var registered = await mediator.Send(command, ct);
            return TypedResults.Created($"/api/units/managing-units/{registered.Id}", registered);
        })
        .RequirePermission(Permissions.UnitsManage, DataScope.Organisation)
        .Idempotent();
}

internal sealed class RegisterManagingUnitValidator : AbstractValidator<RegisterManagingUnit>
{
    public RegisterManagingUnitValidator() => RuleFor(c => c.Facts).NotNull().SetValidator(new ManagingUnitFactsValidator());
}

internal sealed class RegisterManagingUnitHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<RegisterManagingUnit, RegisteredOrganisation>
{
    public async Task<RegisteredOrganisation> Handle(RegisterManagingUnit request, CancellationToken cancellationToken)
    {
        var facts = request.Facts with { Name = request.Facts.Name.Trim() };
        var supervisor = await db.Organisations.AsNoTracking()
            .SingleOrDefaultAsync(o => o.Id == request.SupervisorId && o.Tier == Tier.Supervisor && o.Path.StartsWith(user.ScopePath), cancellationToken)
            ?? throw UnitProblems.NotASupervisor();
        // Wherever the unit stands: a legal person is registered once. The unique index decides when two come together.
        var code = CreditCodes.Normalise(facts.CreditCode);
        if (await db.ManagingUnits.AnyAsync(unit => unit.CreditCode == code, cancellationToken)) throw UnitProblems.CreditCodeTaken(code);

        var organisation = await db.PlaceBelow(supervisor, Tier.Unit, facts.Name, facts.LeagueCode, clock, cancellationToken);
        var unit = ManagingUnit.Register(organisation, facts);
        db.ManagingUnits.Add(unit);
        db.UnitEvents.Add(UnitEvent.Of(unit.Id, UnitEventKind.Registered, user, clock, after: facts.Name));
        db.Announce(unit.Id, unit.Changed(), clock.GetUtcNow());
        db.Record(user, clock, "unit.registered", unit.Id, organisation.Path, after: facts);
        await db.SaveChangesAsync(cancellationToken);
        return new RegisteredOrganisation(unit.Id, unit.Version);
    }
}
