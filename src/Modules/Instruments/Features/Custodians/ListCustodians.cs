using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>The people of my unit with how many instruments run under each one's name 机组负责人.</summary>
internal sealed record ListCustodians : IRequest<IReadOnlyList<CustodianInList>>;

/// <param name="Roles">Who keeps the unit's registry operates all of its instruments, entrusted or not.</param>
internal sealed record CustodianInList(Guid AccountId, string Name, string UserName, IReadOnlyList<string> Roles, int Instruments);

internal sealed class ListCustodiansEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/custodians", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListCustodians(), ct)))
        .RequirePermission(Permissions.InstrumentsEntrust, DataScope.OwnOrganisation);
}

internal sealed class ListCustodiansHandler(InstrumentsDb db, IAccountDirectory accounts, CurrentUser user) : IRequestHandler<ListCustodians, IReadOnlyList<CustodianInList>>
{
    public async Task<IReadOnlyList<CustodianInList>> Handle(ListCustodians request, CancellationToken cancellationToken)
    {
        var people = await accounts.Of(user.OrganisationId, cancellationToken);
        var counts = await db.Custodians.AsNoTracking().Where(c => db.Instruments.Within(user).Any(i => i.Id == c.InstrumentId && i.LifeCycle != LifeCycle.Retired))
            .GroupBy(c => c.AccountId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(c => c.Key, c => c.Count, cancellationToken);
        return [.. people.Select(p => new CustodianInList(p.Id, p.DisplayName, p.UserName, p.Roles, counts.GetValueOrDefault(p.Id)))];
    }
}
