using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Enters an analyst or tester in the register of my own unit (U-3).</summary>
internal sealed record EnterStaffMember(StaffFacts Facts) : IRequest<OpenedRecord>;

internal sealed class EnterStaffMemberEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/staff", async (EnterStaffMember command, IMediator mediator, CancellationToken ct) =>
        {
            var entered = await mediator.Send(command, ct);
            return TypedResults.Created($"/api/units/staff/{entered.Id}", entered);
        })
        .RequirePermission(Permissions.StaffEdit, DataScope.OwnOrganisation)
        .Idempotent();
}

internal sealed class EnterStaffMemberValidator : AbstractValidator<EnterStaffMember>
{
    public EnterStaffMemberValidator(TimeProvider clock) => RuleFor(c => c.Facts).NotNull().SetValidator(new StaffFactsValidator(clock));
}

internal sealed class EnterStaffMemberHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<EnterStaffMember, OpenedRecord>
{
    public async Task<OpenedRecord> Handle(EnterStaffMember request, CancellationToken cancellationToken)
    {
        var path = await db.PathOfUnit(user.OrganisationId, user, cancellationToken);
        await db.DemandNew(request.Facts.Tidy(), user.OrganisationId, except: null, cancellationToken);
        var member = StaffMember.Enter(user.OrganisationId, request.Facts, clock.GetUtcNow());
        db.Staff.Add(member);
        db.Record(user, clock, "staff.entered", member.Id, path, after: member.Trace());
        await db.SaveChangesAsync(cancellationToken);
        return new OpenedRecord(member.Id, member.Version);
    }
}
