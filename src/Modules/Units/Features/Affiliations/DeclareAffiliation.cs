using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Declares that a unit is affiliated 关联 with another (U-6): what it does for that one is then no external service.</summary>
/// <param name="UnitId">The unit it is declared for; the caller's own where none is given.</param>
/// <param name="OtherCreditCode">Credit code of the other unit, wherever in the tree it stands.</param>
/// <param name="Until">The last day on which it holds; none: until it is ended.</param>
internal sealed record DeclareAffiliation(Guid? UnitId, string OtherCreditCode, AffiliationKind Kind, DateOnly From, DateOnly? Until, string? Note) : IRequest<OpenedRecord>;

internal sealed class DeclareAffiliationEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/affiliations", async (DeclareAffiliation command, IMediator mediator, CancellationToken ct) =>
        {
            var declared = await mediator.Send(command, ct);
            return TypedResults.Created($"/api/units/affiliations/{declared.Id}", declared);
        })
        .RequirePermission(Permissions.UnitsEdit, DataScope.Organisation)
        .Idempotent();
}

internal sealed class DeclareAffiliationValidator : AbstractValidator<DeclareAffiliation>
{
    public DeclareAffiliationValidator()
    {
        RuleFor(c => c.OtherCreditCode).Must(CreditCodes.IsValid).WithErrorCode("unit.credit-code-invalid")
            .WithMessage("Not a unified social credit code: 18 characters, of which the last checks the others.");
        RuleFor(c => c.Kind).IsInEnum();
        RuleFor(c => c.From).Must(day => day.Year >= 1950).WithErrorCode("date.out-of-range").WithMessage("From 1950 on.");
        RuleFor(c => c.Until).Must((command, day) => day is null || day >= command.From).WithErrorCode("date.end-before-beginning").WithMessage("Not before its beginning.");
        RuleFor(c => c.Note).MaximumLength(500);
    }
}

internal sealed class DeclareAffiliationHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<DeclareAffiliation, OpenedRecord>
{
    public async Task<OpenedRecord> Handle(DeclareAffiliation request, CancellationToken cancellationToken)
    {
        var unitId = request.UnitId ?? user.OrganisationId;
        var path = await db.PathOfUnit(unitId, user, cancellationToken);
        var code = CreditCodes.Normalise(request.OtherCreditCode);
        var other = await db.ManagingUnits.Where(u => u.CreditCode == code).Select(u => (Guid?)u.Id).SingleOrDefaultAsync(cancellationToken) ?? throw UnitProblems.NoUnitWithCode(code);
        if (other == unitId) throw UnitProblems.AffiliatedWithItself();
        var overlaps = await db.Affiliations.AnyAsync(
            a => (a.UnitId == unitId && a.OtherUnitId == other || a.UnitId == other && a.OtherUnitId == unitId)
                && (a.Until == null || a.Until >= request.From) && (request.Until == null || a.From <= request.Until), cancellationToken);
        if (overlaps) throw UnitProblems.AffiliatedAlready();

        var affiliation = new Affiliation
        {
            UnitId = unitId, OtherUnitId = other, Kind = request.Kind, From = request.From, Note = request.Note?.Trim() ?? "",
            DeclaredBy = $"{user.OrganisationName} {user.DisplayName}", DeclaredAt = clock.GetUtcNow(),
        };
        if (request.Until is { } until) affiliation.End(affiliation.Version, until);
        db.Affiliations.Add(affiliation);
        db.Record(user, clock, "affiliation.declared", unitId, path, after: request);
        await db.SaveChangesAsync(cancellationToken);
        return new OpenedRecord(affiliation.Id, affiliation.Version);
    }
}
