using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Turns the codes of my authenticator app off, or makes room for another app. Where they are a duty, a new app has to be set up before anything else.</summary>
/// <param name="Code">A code of the app, or a recovery code.</param>
internal sealed record RemoveTotp(string CurrentPassword, string Code) : IRequest;

internal sealed class RemoveTotpEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/account/totp/remove", async (RemoveTotp command, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(command, ct);
            return TypedResults.NoContent();
        })
        .RequireAccount();
}

internal sealed class RemoveTotpValidator : AbstractValidator<RemoveTotp>
{
    public RemoveTotpValidator()
    {
        RuleFor(c => c.CurrentPassword).NotEmpty().MaximumLength(PasswordRules.MaximumLength);
        RuleFor(c => c.Code).NotEmpty().MaximumLength(40);
    }
}

internal sealed class RemoveTotpHandler(UnitsDb db, UserManager<Account> accounts, CurrentUser user, SecondFactor factor, SessionStore sessions, TimeProvider clock)
    : AsyncRequestHandler<RemoveTotp>
{
    protected override async Task Handle(RemoveTotp request, CancellationToken cancellationToken)
    {
        var account = await db.Accounts.Include(a => a.Organisation).SingleAsync(a => a.Id == user.AccountId, cancellationToken);
        if (account.TotpSince is null) throw UnitProblems.TotpNotStarted();
        await db.DemandPassword(accounts, account, request.CurrentPassword, clock, cancellationToken);
        if (!await factor.Take(db, account, request.Code, clock.GetUtcNow(), cancellationToken))
        {
            await db.CountWrongPassword(account, clock.GetUtcNow(), cancellationToken);
            throw UnitProblems.TotpCodeWrong();
        }

        account.ForgetTotp();
        db.Record(user, clock, "totp.removed", account.Id, account.Organisation.Path);
        await db.SaveChangesAsync(cancellationToken);
        await db.RecoveryCodes.Where(c => c.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        sessions.ForgetAll();
    }
}
