using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Corrects somebody in the register of my own unit, or says since when they have left.</summary>
internal sealed record EditStaffMember(StaffFacts Facts, int Version) : IRequest<OpenedRecord>
{
    internal Guid MemberId { get; init; }
}

internal sealed class EditStaffMemberEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/staff/{memberId:guid}", async (Guid memberId, EditStaffMember command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { MemberId = memberId }, ct)))
        .RequirePermission(Permissions.StaffEdit, DataScope.OwnOrganisation);
}

internal sealed class EditStaffMemberValidator : AbstractValidator<EditStaffMember>
{
    public EditStaffMemberValidator(TimeProvider clock) => RuleFor(c => c.Facts).NotNull().SetValidator(new StaffFactsValidator(clock));
}

internal sealed class EditStaffMemberHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<EditStaffMember, OpenedRecord>
{
    public async Task<OpenedRecord> Handle(EditStaffMember request, CancellationToken cancellationToken)
    {
        var member = await db.OwnStaff(request.MemberId, user, cancellationToken);
        await db.DemandNew(request.Facts.Tidy(), member.UnitId, member.Id, cancellationToken);
        var before = member.Trace();
        member.Amend(request.Facts, request.Version, clock.GetUtcNow());
        db.Record(user, clock, "staff.edited", member.Id, user.ScopePath, before, member.Trace());
        await db.SaveChangesAsync(cancellationToken);
        return new OpenedRecord(member.Id, member.Version);
    }
}
