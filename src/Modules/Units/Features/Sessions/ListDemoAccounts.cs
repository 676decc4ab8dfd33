using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Modular.Shared;

namespace Modular.Units;

/// <summary>One account per role to try the demo region with. Empty wherever the demo is off.</summary>
internal sealed record ListDemoAccounts : IRequest<IReadOnlyList<DemoAccount>>;

internal sealed record DemoAccount(string UserName, string Password, string DisplayName, string Role, Tier Tier, string Organisation);

internal sealed class ListDemoAccountsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/demo-accounts", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListDemoAccounts(), ct)))
        .Public();
}

internal sealed class ListDemoAccountsHandler(UnitsDb db, IConfiguration configuration) : IRequestHandler<ListDemoAccounts, IReadOnlyList<DemoAccount>>
{
    public async Task<IReadOnlyList<DemoAccount>> Handle(ListDemoAccounts request, CancellationToken cancellationToken)
    {
        if (!configuration.GetValue<bool>("Demo:Enabled")) return [];

        var names = DemoOrganisations.OfferedAccounts;
        var accounts = await db.Accounts.AsNoTracking().Include(a => a.Organisation)
            .Where(a => names.Contains(a.UserName!)).ToListAsync(cancellationToken);
        return [.. accounts
            .OrderBy(account => names.IndexOf(account.UserName!))
            .Select(a => new DemoAccount(a.UserName!, DemoOrganisations.Password, a.DisplayName, a.Roles[0], a.Organisation.Tier, a.Organisation.Name))];
    }
}
