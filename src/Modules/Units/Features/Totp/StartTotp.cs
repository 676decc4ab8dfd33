using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Begins to set up an authenticator app: a secret for it, which counts once a first code has been entered (see <see cref="ConfirmTotp"/>).</summary>
/// <param name="CurrentPassword">Asked for, so that a session left open does not let anybody shut the owner out.</param>
internal sealed record StartTotp(string CurrentPassword) : IRequest<StartedTotp>;

/// <param name="Secret">To type in where the QR code cannot be read.</param>
/// <param name="Address">What the QR code says.</param>
internal sealed record StartedTotp(string Secret, string Address);

internal sealed class StartTotpEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/account/totp", async (StartTotp command, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(command, ct)))
        .RequireAccount();
}

internal sealed class StartTotpValidator : AbstractValidator<StartTotp>
{
    public StartTotpValidator() => RuleFor(c => c.CurrentPassword).NotEmpty().MaximumLength(PasswordRules.MaximumLength);
}

internal sealed class StartTotpHandler(UnitsDb db, UserManager<Account> accounts, CurrentUser user, SecondFactor factor, TimeProvider clock) : IRequestHandler<StartTotp, StartedTotp>
{
    const string Issuer = "Modular";

    public async Task<StartedTotp> Handle(StartTotp request, CancellationToken cancellationToken)
    {
        var account = await db.Accounts.SingleAsync(a => a.Id == user.AccountId, cancellationToken);
        if (account.TotpSince is not null) throw UnitProblems.TotpSetUp();
        await db.DemandPassword(accounts, account, request.CurrentPassword, clock, cancellationToken);

        var secret = Totp.NewSecret();
        account.TotpSecret = factor.Protect(secret);
        await db.SaveChangesAsync(cancellationToken);
        return new StartedTotp(secret, Totp.Address(Issuer, account.UserName!, secret));
    }
}
