using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Whether signing in to my account asks for a code of an authenticator app, and whether it has to.</summary>
internal sealed record GetTotp : IRequest<TotpState>;

/// <param name="Since">Since when codes are asked for; null when they are not.</param>
/// <param name="Required">A duty of people of my tier: it cannot be turned off.</param>
internal sealed record TotpState(DateTimeOffset? Since, bool Required, int RecoveryCodesLeft);

internal sealed class GetTotpEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/account/totp", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetTotp(), ct)))
        .RequireAccount();
}

internal sealed class GetTotpHandler(UnitsDb db, CurrentUser user, SecondFactor factor) : IRequestHandler<GetTotp, TotpState>
{
    public async Task<TotpState> Handle(GetTotp request, CancellationToken cancellationToken)
    {
        var account = await db.Accounts.AsNoTracking().Where(a => a.Id == user.AccountId)
            .Select(a => new { a.TotpSince, a.Organisation.Tier, Left = db.RecoveryCodes.Count(c => c.AccountId == a.Id) })
            .SingleAsync(cancellationToken);
        return new TotpState(account.TotpSince, factor.IsDutyOf(account.Tier), account.Left);
    }
}
