using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>One managing unit of my subtree with all its facts (U-1).</summary>
internal sealed record GetManagingUnit(Guid UnitId) : IRequest<ManagingUnitDetails>;

/// <param name="MergedIntoId">The unit that goes on for it.</param>
/// <param name="Accounts">How many people of the unit can sign in.</param>
internal sealed record ManagingUnitDetails(
    Guid Id, string Name, string CreditCode, UnitKind Kind, Guid? SupervisorId, string? SupervisorName, string LeagueCode, bool CentralLevel,
    string Address, string Website, string ContactName, string ContactPhone, int Accounts, DateTimeOffset RegisteredAt, DateOnly? ClosedOn, Guid? MergedIntoId, string? MergedIntoName, int Version);

internal sealed class GetManagingUnitEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/managing-units/{unitId:guid}", async (Guid unitId, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetManagingUnit(unitId), ct)))
        .RequirePermission(Permissions.UnitsRead, DataScope.Organisation);
}

internal sealed class GetManagingUnitHandler(UnitsDb db, CurrentUser user) : IRequestHandler<GetManagingUnit, ManagingUnitDetails>
{
    public async Task<ManagingUnitDetails> Handle(GetManagingUnit request, CancellationToken cancellationToken) =>
        await db.Readable(user)
            .Where(unit => unit.Id == request.UnitId)
            .Select(unit => new ManagingUnitDetails(
                unit.Id, unit.Organisation.Name, unit.CreditCode, unit.Kind, unit.Organisation.ParentId,
                db.Organisations.Where(o => o.Id == unit.Organisation.ParentId).Select(o => o.Name).FirstOrDefault(),
                unit.LeagueCode, unit.CentralLevel, unit.Address, unit.Website, unit.ContactName, unit.ContactPhone,
                db.Accounts.Count(a => a.OrganisationId == unit.Id && !a.Disabled), unit.Organisation.CreatedAt,
                unit.ClosedOn, unit.MergedIntoId, db.Organisations.Where(o => o.Id == unit.MergedIntoId).Select(o => o.Name).FirstOrDefault(), unit.Version))
            .SingleOrDefaultAsync(cancellationToken)
        ?? throw UnitProblems.UnitNotFound(request.UnitId);
}
