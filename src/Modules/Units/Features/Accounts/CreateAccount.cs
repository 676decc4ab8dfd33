using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Gives somebody of my subtree a way in. The first password is chosen here and has to be changed at the first sign-in.</summary>
internal sealed record CreateAccount(Guid OrganisationId, string UserName, string DisplayName, IReadOnlyList<string> Roles, string Password) : IRequest<CreatedAccount>;

internal sealed record CreatedAccount(Guid Id, int Version);

internal sealed class CreateAccountEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/accounts", async (CreateAccount command, IMediator mediator, CancellationToken ct) =>
        {
            var created = await mediator.Send(command, ct);
            return TypedResults.Created($"/api/units/accounts/{created.Id}", created);
        })
        .RequirePermission(Permissions.AccountsManage, DataScope.Organisation)
        .Idempotent();
}

internal sealed class CreateAccountValidator : AbstractValidator<CreateAccount>
{
    public CreateAccountValidator()
    {
        RuleFor(c => c.UserName).NotEmpty().Length(3, 100).Matches(@"^[\p{L}\p{N}._@-]+$")
            .WithMessage("Letters, digits and . _ @ - only.");
        RuleFor(c => c.DisplayName).NotEmpty().MaximumLength(100);
        RuleFor(c => c.Password).NotEmpty();
        this.RulesForRoles(c => c.Roles);
    }
}

internal sealed class CreateAccountHandler(UnitsDb db, UserManager<Account> accounts, CurrentUser user, TimeProvider clock) : IRequestHandler<CreateAccount, CreatedAccount>
{
    public async Task<CreatedAccount> Handle(CreateAccount request, CancellationToken cancellationToken)
    {
        var organisation = await db.Organisations.AsNoTracking()
            .SingleOrDefaultAsync(o => o.Id == request.OrganisationId && o.Path.StartsWith(user.ScopePath), cancellationToken)
            ?? throw UnitProblems.OrganisationNotFound(request.OrganisationId);
        await db.DemandOpen(organisation.Id, cancellationToken);
        GivenRoles.Check(user, organisation.Tier, request.Roles);

        var name = request.UserName.Trim();
        if (await db.Accounts.AnyAsync(a => a.NormalizedUserName == accounts.NormalizeName(name), cancellationToken)) throw UnitProblems.UserNameTaken(name);
        var account = new Account
        {
            UserName = name,
            NormalizedUserName = accounts.NormalizeName(name),
            DisplayName = request.DisplayName.Trim(),
            OrganisationId = organisation.Id,
            Roles = [.. request.Roles.Distinct(StringComparer.Ordinal)],
            LockoutEnabled = true,
            CreatedAt = clock.GetUtcNow(),
        };
        await account.SetPassword(accounts, request.Password, mustChange: true, clock);
        db.Accounts.Add(account);
        db.Record(user, clock, "account.created", account.Id, organisation.Path, after: new { account.UserName, account.DisplayName, account.Roles });
        await db.SaveChangesAsync(cancellationToken);
        return new CreatedAccount(account.Id, account.Version);
    }
}
