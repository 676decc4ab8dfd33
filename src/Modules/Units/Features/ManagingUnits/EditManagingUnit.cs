using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Keeps a unit's facts true: by the unit itself, or by those who supervise it (U-1).</summary>
internal sealed record EditManagingUnit(ManagingUnitFacts Facts, int Version) : IRequest<RegisteredOrganisation>
{
    internal Guid UnitId { get; init; }
}

internal sealed class EditManagingUnitEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/managing-units/{unitId:guid}", async (Guid unitId, EditManagingUnit command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { UnitId = unitId }, ct)))
        .RequirePermission(Permissions.UnitsEdit, DataScope.Organisation);
}

internal sealed class EditManagingUnitValidator : AbstractValidator<EditManagingUnit>
{
    public EditManagingUnitValidator() => RuleFor(c => c.Facts).NotNull().SetValidator(new ManagingUnitFactsValidator());
}

internal sealed class EditManagingUnitHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<EditManagingUnit, RegisteredOrganisation>
{
    public async Task<RegisteredOrganisation> Handle(EditManagingUnit request, CancellationToken cancellationToken)
    {
        var unit = await db.ManagingUnits.Include(u => u.Organisation)
            .SingleOrDefaultAsync(u => u.Id == request.UnitId && u.Organisation.Path.StartsWith(user.ScopePath), cancellationToken)
            ?? throw UnitProblems.UnitNotFound(request.UnitId);
        var code = CreditCodes.Normalise(request.Facts.CreditCode);
        if (await db.ManagingUnits.AnyAsync(other => other.CreditCode == code && other.Id != unit.Id, cancellationToken)) throw UnitProblems.CreditCodeTaken(code);

        var before = unit.Facts();
        unit.Amend(request.Facts with { Name = request.Facts.Name.Trim() }, request.Version);
        var after = unit.Facts();
        if (after.Name != before.Name) db.UnitEvents.Add(UnitEvent.Of(unit.Id, UnitEventKind.Renamed, user, clock, before.Name, after.Name));
        // U-4: a liaison is kept current, and each change of it is kept.
        if ((after.ContactName, after.ContactPhone) != (before.ContactName, before.ContactPhone))
            db.UnitEvents.Add(UnitEvent.Of(unit.Id, UnitEventKind.LiaisonChanged, user, clock, $"{before.ContactName} {before.ContactPhone}".Trim(), $"{after.ContactName} {after.ContactPhone}".Trim()));
        db.Announce(unit.Id, unit.Changed(), clock.GetUtcNow());
        db.Record(user, clock, "unit.edited", unit.Id, unit.Organisation.Path, before, after);
        await db.SaveChangesAsync(cancellationToken);
        return new RegisteredOrganisation(unit.Id, unit.Version);
    }
}
