using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Ends setting up an authenticator app: its first code shows that it holds the secret. From now on signing in asks for one.</summary>
internal sealed record ConfirmTotp(string Code) : IRequest<ConfirmedTotp>;

/// <param name="RecoveryCodes">Each opens once where the app is lost. Shown here and never again.</param>
internal sealed record ConfirmedTotp(IReadOnlyList<string> RecoveryCodes);

internal sealed class ConfirmTotpEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/account/totp/confirm", async (ConfirmTotp command, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(command, ct)))
        .RequireAccount();
}

internal sealed class ConfirmTotpValidator : AbstractValidator<ConfirmTotp>
{
    public ConfirmTotpValidator() => RuleFor(c => c.Code).NotEmpty().MaximumLength(40);
}

internal sealed class ConfirmTotpHandler(UnitsDb db, CurrentUser user, SecondFactor factor, SessionStore sessions, TimeProvider clock) : IRequestHandler<ConfirmTotp, ConfirmedTotp>
{
    public async Task<ConfirmedTotp> Handle(ConfirmTotp request, CancellationToken cancellationToken)
    {
        var account = await db.Accounts.Include(a => a.Organisation).SingleAsync(a => a.Id == user.AccountId, cancellationToken);
        if (account.TotpSince is not null) throw UnitProblems.TotpSetUp();
        if (account.TotpSecret is null) throw UnitProblems.TotpNotStarted();
        var now = clock.GetUtcNow();
        // Guesses count like wrong passwords.
        if (account.IsLocked(now)) throw UnitProblems.TotpCodeWrong();
        if (!await factor.Take(db, account, request.Code, now, cancellationToken))
        {
            await db.CountWrongPassword(account, now, cancellationToken);
            throw UnitProblems.TotpCodeWrong();
        }

        account.TotpSince = now;
        account.Version++;
        var codes = SecondFactor.NewRecoveryCodes(db, account);
        db.Record(user, clock, "totp.set-up", account.Id, account.Organisation.Path);
        await db.SaveChangesAsync(cancellationToken);
        sessions.ForgetAll();
        return new ConfirmedTotp(codes);
    }
}
