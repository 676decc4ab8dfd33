using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Who is signed in here, if anybody, and what they may do.</summary>
internal sealed record GetSession : IRequest<CurrentSession>;

/// <param name="Account">Null when nobody is signed in.</param>
/// <param name="Demo">Whether this is the demo region, whose accounts are offered on the sign-in page.</param>
internal sealed record CurrentSession(SignedInAccount? Account, bool Demo)
{
    public static CurrentSession Of(Account account, bool mustChangePassword, bool mustEnrol, bool demo) => new(
        new SignedInAccount(account.Id, account.UserName!, account.DisplayName,
            new SignedInOrganisation(account.OrganisationId, account.Organisation.Name, account.Organisation.Tier),
            account.Roles, mustChangePassword || mustEnrol ? [] : Roles.PermissionsOf(account.Roles), mustChangePassword, mustEnrol), demo);
}

/// <param name="MustChangePassword">Somebody else chose the password, or it is too old: nothing else is allowed before it is changed.</param>
/// <param name="MustSetUpTotp">An authenticator app is a duty here and none is set up: nothing else is allowed before it is.</param>
internal sealed record SignedInAccount(
    Guid Id, string UserName, string DisplayName, SignedInOrganisation Organisation,
    IReadOnlyList<string> Roles, IReadOnlyList<string> Permissions, bool MustChangePassword, bool MustSetUpTotp);

internal sealed record SignedInOrganisation(Guid Id, string Name, Tier Tier);

internal sealed class GetSessionEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/session", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetSession(), ct)))
        .Public();
}

internal sealed class GetSessionHandler(CurrentUser user, IHttpContextAccessor http, IConfiguration configuration) : IRequestHandler<GetSession, CurrentSession>
{
    public Task<CurrentSession> Handle(GetSession request, CancellationToken cancellationToken)
    {
        var demo = configuration.GetValue<bool>("Demo:Enabled");
        if (!user.SignedIn) return Task.FromResult(new CurrentSession(null, demo));

        var principal = http.HttpContext!.User;
        return Task.FromResult(new CurrentSession(
            new SignedInAccount(user.AccountId, user.UserName, user.DisplayName,
                new SignedInOrganisation(user.OrganisationId, user.OrganisationName, Enum.Parse<Tier>(user.Tier)),
                [.. principal.FindAll(CurrentUser.RoleClaim).Select(claim => claim.Value)],
                [.. principal.FindAll(CurrentUser.PermissionClaim).Select(claim => claim.Value)],
                principal.HasClaim(Principals.MustChangePasswordClaim, "yes"), principal.HasClaim(Principals.MustEnrolClaim, "yes")),
            demo));
    }
}
