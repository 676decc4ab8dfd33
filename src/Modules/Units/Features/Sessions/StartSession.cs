using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Signs somebody in. Wrong name, wrong password, disabled and locked are answered alike: whether an account exists is not told.</summary>
/// <param name="Code">Of an authenticator app, or a recovery code; asked for (401 <c>session.code-required</c>) where one is set up.</param>
internal sealed record StartSession(string UserName, string Password, string? Code = null) : IRequest<CurrentSession>;

internal sealed class StartSessionEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/session", async (StartSession command, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(command, ct)))
        .Public();
}

internal sealed class StartSessionValidator : AbstractValidator<StartSession>
{
    public StartSessionValidator()
    {
        RuleFor(c => c.UserName).NotEmpty().MaximumLength(100);
        RuleFor(c => c.Password).NotEmpty().MaximumLength(PasswordRules.MaximumLength);
        RuleFor(c => c.Code).MaximumLength(40);
    }
}

internal sealed class StartSessionHandler(UnitsDb db, UserManager<Account> accounts, PasswordRules passwords, SecondFactor factor, IConfiguration configuration, IHttpContextAccessor http, TimeProvider clock)
    : IRequestHandler<StartSession, CurrentSession>
{
    // Verified when there is no such account, so that the answer takes as long as for one that exists.
    static readonly string NobodysHash = new PasswordHasher<Account>().HashPassword(null!, Guid.NewGuid().ToString());

    public async Task<CurrentSession> Handle(StartSession request, CancellationToken cancellationToken)
    {
        var account = await Verified(request, cancellationToken) ?? throw UnitProblems.SessionRefused();

        await http.HttpContext!.SignInAsync(Principals.ForSignIn(account));
        // Signing in is a fact worth a line of its own; who signs in is only known now, so it is written by hand.
        db.Audit.Add(new AuditEntry
        {
            At = new DateTimeOffset(clock.GetUtcNow().Ticks / 10 * 10, TimeSpan.Zero),
            AccountId = account.Id,
            AccountName = account.DisplayName,
            OrganisationId = account.OrganisationId,
            Action = "session.started",
            Subject = account.Id,
            OwnerPath = account.Organisation.Path,
        });
        await db.SaveChangesAsync(cancellationToken);
        return CurrentSession.Of(account, passwords.MustChange(account, clock.GetUtcNow()), factor.MustEnrol(account, account.Organisation), configuration.GetValue<bool>("Demo:Enabled"));
    }

    async Task<Account?> Verified(StartSession request, CancellationToken ct)
    {
        var name = accounts.NormalizeName(request.UserName.Trim());
        var account = await db.Accounts.Include(a => a.Organisation).SingleOrDefaultAsync(a => a.NormalizedUserName == name, ct);
        if (account is null)
        {
            accounts.PasswordHasher.VerifyHashedPassword(null!, NobodysHash, request.Password);
            return null;
        }

        // The password is verified even when it cannot help any more: the answer must not tell by its time.
        var right = await accounts.CheckPasswordAsync(account, request.Password);
        if (account.IsLocked(clock.GetUtcNow()) || account.Disabled) return null;
        if (right)
        {
            await DemandCode(account, request.Code, ct);
            if (account.AccessFailedCount > 0)
                await db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, 0), ct);
            return account;
        }

        await db.CountWrongPassword(account, clock.GetUtcNow(), ct);
        return null;
    }

    // Only who knows the password learns that a code is asked for; wrong codes count like wrong passwords.
    async Task DemandCode(Account account, string? code, CancellationToken ct)
    {
        if (account.TotpSince is null) return;
        if (string.IsNullOrWhiteSpace(code)) throw UnitProblems.CodeRequired();
        var now = clock.GetUtcNow();
        if (await factor.Take(db, account, code, now, ct)) return;
        await db.CountWrongPassword(account, now, ct);
        throw UnitProblems.CodeWrong();
    }
}
