using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Changes my own password and ends my other sessions.</summary>
internal sealed record ChangePassword(string CurrentPassword, string NewPassword) : IRequest;

internal sealed class ChangePasswordEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/account/password", async (ChangePassword command, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(command, ct);
            return TypedResults.NoContent();
        })
        .RequireAccount();
}

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePassword>
{
    public ChangePasswordValidator()
    {
        RuleFor(c => c.CurrentPassword).NotEmpty().MaximumLength(PasswordRules.MaximumLength);
        RuleFor(c => c.NewPassword).NotEmpty().NotEqual(c => c.CurrentPassword).WithErrorCode("password.unchanged").WithMessage("The new password must differ from the present one.");
    }
}

internal sealed class ChangePasswordHandler(UnitsDb db, UserManager<Account> accounts, CurrentUser user, SessionStore sessions, TimeProvider clock)
    : AsyncRequestHandler<ChangePassword>
{
    protected override async Task Handle(ChangePassword request, CancellationToken cancellationToken)
    {
        var account = await db.Accounts.Include(a => a.Organisation).SingleAsync(a => a.Id == user.AccountId, cancellationToken);
        await db.DemandPassword(accounts, account, request.CurrentPassword, clock, cancellationToken);
        await account.SetPassword(accounts, request.NewPassword, mustChange: false, clock);
        var now = clock.GetUtcNow();
        db.Record(user, clock, "password.changed", account.Id, account.Organisation.Path);
        await db.SaveChangesAsync(cancellationToken);
        await db.Sessions
            .Where(s => s.AccountId == account.Id && s.Id != user.SessionId && s.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancellationToken);
        sessions.ForgetAll();
    }
}
