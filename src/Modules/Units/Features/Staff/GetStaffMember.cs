using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>One person of the register with their trainings (U-3), as much of them as my tier needs: see <see cref="StaffSight"/>.</summary>
internal sealed record GetStaffMember(Guid MemberId) : IRequest<StaffDetails>;

/// <param name="Facts">As far as my tier sees them.</param>
internal sealed record StaffDetails(
    Guid Id, Guid UnitId, string UnitName, StaffFacts Facts, TitleLevel TitleLevel, int? Years, IReadOnlyList<TrainingRow> Trainings, DateTimeOffset UpdatedAt, int Version);

internal sealed record TrainingRow(Guid Id, TrainingKind Kind, string Topic, string? Organiser, DateOnly From, DateOnly? Until, int? Hours, string? Certificate, string EnteredBy);

internal sealed class GetStaffMemberEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/staff/{memberId:guid}", async (Guid memberId, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetStaffMember(memberId), ct)))
        .RequirePermission(Permissions.StaffRead, DataScope.Organisation);
}

internal sealed class GetStaffMemberHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<GetStaffMember, StaffDetails>
{
    public async Task<StaffDetails> Handle(GetStaffMember request, CancellationToken cancellationToken)
    {
        var member = await db.StaffWithin(user).Include(m => m.Unit.Organisation).Include(m => m.Trainings).SingleOrDefaultAsync(m => m.Id == request.MemberId, cancellationToken)
            ?? throw UnitProblems.StaffNotFound(request.MemberId);
        var (sight, facts) = (StaffSight.Of(user), member.Facts());
        var seen = facts with
        {
            Name = sight.Name(facts.Name), StaffNumber = sight.StaffNumber(facts.StaffNumber), BornIn = sight.BornIn(facts.BornIn), Certificates = sight.Certificates(facts.Certificates), Phone = sight.Phone(facts.Phone),
        };
        return new StaffDetails(
            member.Id, member.UnitId, member.Unit.Organisation.Name, seen, member.TitleLevel, clock.Today().Year - member.AnalystSince,
            [.. member.Trainings.OrderByDescending(t => t.From).Select(t => new TrainingRow(t.Id, t.Kind, t.Topic, t.Organiser, t.From, t.Until, t.Hours, sight.Certificates(t.Certificate), sight.ShowsRows ? t.EnteredBy : ""))],
            member.UpdatedAt, member.Version);
    }
}
