using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Renames a supervising department, as governments do from time to time.</summary>
internal sealed record EditOrganisation(string Name, string RegionCode, int Version) : IRequest<RegisteredOrganisation>
{
    internal Guid OrganisationId { get; init; }
}

internal sealed class EditOrganisationEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/organisations/{organisationId:guid}", async (Guid organisationId, EditOrganisation command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { OrganisationId = organisationId }, ct)))
        .RequirePermission(Permissions.UnitsManage, DataScope.Organisation);
}

internal sealed class EditOrganisationValidator : AbstractValidator<EditOrganisation>
{
    public EditOrganisationValidator()
    {
        RuleFor(c => c.Name).NotEmpty().MaximumLength(200);
        RuleFor(c => c.RegionCode).Must(code => code is not null && Regions.Find(code) is not null).WithErrorCode("region.unknown").WithMessage("No such division.");
    }
}

internal sealed class EditOrganisationHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<EditOrganisation, RegisteredOrganisation>
{
    public async Task<RegisteredOrganisation> Handle(EditOrganisation request, CancellationToken cancellationToken)
    {
        // Units are edited with their facts (EditManagingUnit); the top of the tree by nobody.
        var organisation = await db.Organisations.SingleOrDefaultAsync(
            o => o.Id == request.OrganisationId && o.Tier == Tier.Supervisor && o.Path.StartsWith(user.ScopePath), cancellationToken)
            ?? throw UnitProblems.OrganisationNotFound(request.OrganisationId);

        var before = new { organisation.Name, organisation.RegionCode };
        organisation.Rename(request.Name.Trim(), request.RegionCode, request.Version);
        db.Record(user, clock, "organisation.edited", organisation.Id, organisation.Path, before, new { organisation.Name, organisation.RegionCode });
        await db.SaveChangesAsync(cancellationToken);
        return new RegisteredOrganisation(organisation.Id, organisation.Version);
    }
}
