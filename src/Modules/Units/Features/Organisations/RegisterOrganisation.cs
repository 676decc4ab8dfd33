using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Registers a supervising department 主管部门 below the region. Its name is free text: bureaus are called differently from place to place.</summary>
internal sealed record RegisterOrganisation(Guid ParentId, string Name, Tier Tier, string RegionCode) : IRequest<RegisteredOrganisation>;

internal sealed record RegisteredOrganisation(Guid Id, int Version);

internal sealed class RegisterOrganisationEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/organisations", async (RegisterOrganisation command, IMediator mediator, CancellationToken ct) =>
        {
            var registered = await mediator.Send(command, ct);
            return TypedResults.Created($"/api/units/organisations/{registered.Id}", registered);
        })
        .RequirePermission(Permissions.UnitsManage, DataScope.Organisation)
        .Idempotent();
}

internal sealed class RegisterOrganisationValidator : AbstractValidator<RegisterOrganisation>
{
    public RegisterOrganisationValidator()
    {
        RuleFor(c => c.Name).NotEmpty().MaximumLength(200);
        RuleFor(c => c.RegionCode).Must(code => code is not null && Regions.Find(code) is not null).WithErrorCode("region.unknown").WithMessage("No such division.");
        RuleFor(c => c.Tier).Equal(Tier.Supervisor).WithErrorCode("organisation.tier").WithMessage("Only supervising departments are registered here; units have their own form.");
    }
}

internal sealed class RegisterOrganisationHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<RegisterOrganisation, RegisteredOrganisation>
{
    public async Task<RegisteredOrganisation> Handle(RegisterOrganisation request, CancellationToken cancellationToken)
    {
        var parent = await db.Organisations.AsNoTracking()
            .SingleOrDefaultAsync(o => o.Id == request.ParentId && o.Path.StartsWith(user.ScopePath), cancellationToken)
            ?? throw UnitProblems.OrganisationNotFound(request.ParentId);
        // The region's own node carries the departments; its offices (which share its scope) carry nobody.
        if (parent.Tier != Tier.Region || parent.ScopePath != parent.Path) throw UnitProblems.WrongTier(parent.Tier, request.Tier);

        var organisation = await db.PlaceBelow(parent, request.Tier, request.Name.Trim(), request.RegionCode, clock, cancellationToken);
        db.Record(user, clock, "organisation.registered", organisation.Id, organisation.Path, after: new { organisation.Name, organisation.Tier, organisation.RegionCode });
        await db.SaveChangesAsync(cancellationToken);
        return new RegisteredOrganisation(organisation.Id, organisation.Version);
    }
}
