using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Takes out of the register who was entered by mistake, with all that was kept about them. Whoever has left is not removed: the day is entered.</summary>
internal sealed record RemoveStaffMember(Guid MemberId) : IRequest;

internal sealed class RemoveStaffMemberEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/staff/{memberId:guid}", async (Guid memberId, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new RemoveStaffMember(memberId), ct);
            return TypedResults.NoContent();
        })
        .RequirePermission(Permissions.StaffEdit, DataScope.OwnOrganisation);
}

internal sealed class RemoveStaffMemberHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : AsyncRequestHandler<RemoveStaffMember>
{
    protected override async Task Handle(RemoveStaffMember request, CancellationToken cancellationToken)
    {
        var member = await db.OwnStaff(request.MemberId, user, cancellationToken);
        db.Staff.Remove(member);
        db.Record(user, clock, "staff.removed", member.Id, user.ScopePath, before: member.Trace());
        await db.SaveChangesAsync(cancellationToken);
    }
}
