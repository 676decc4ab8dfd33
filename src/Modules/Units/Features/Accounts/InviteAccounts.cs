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

/// <summary>
/// Gives several people of one organisation a way in at once (U-11): all of them or, where anything is wrong with one, none, and what is wrong is said
/// by row. Each first password opens once and has to be changed; an e-mail tells of the account, never the password.
/// </summary>
internal sealed record InviteAccounts(Guid OrganisationId, IReadOnlyList<InvitedPerson> People) : IRequest<InvitedAccounts>;

/// <param name="Email">Where notices and the invitation go; may be missing.</param>
internal sealed record InvitedPerson(string UserName, string DisplayName, IReadOnlyList<string> Roles, string? Email, string Password);

internal sealed record InvitedAccounts(int Created, int Mailed);

internal sealed class InviteAccountsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/accounts/invite", async (InviteAccounts command, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(command, ct)))
        .RequirePermission(Permissions.AccountsManage, DataScope.Organisation)
        .Idempotent();
}

internal sealed class InviteAccountsValidator : AbstractValidator<InviteAccounts>
{
    /// <summary>Each password costs a good part of a second to keep: more people come with another list.</summary>
    public const int MostPeople = 50;

    public InviteAccountsValidator() => RuleFor(c => c.People).NotEmpty().Must(people => people is null || people.Count <= MostPeople && people.All(person => person is not null))
        .WithErrorCode("accounts.too-many").WithMessage($"At most {MostPeople} at once.");
}

/// <summary>What one line must be, told together with what only the database knows of it.</summary>
internal sealed class InvitedPersonRules : AbstractValidator<InvitedPerson>
{
    public InvitedPersonRules()
    {
        RuleFor(p => p.UserName).NotEmpty().Length(3, 100).Matches(@"^[\p{L}\p{N}._@-]+$").WithErrorCode("account.user-name").WithMessage("Letters, digits and . _ @ - only.");
        RuleFor(p => p.DisplayName).NotEmpty().MaximumLength(100);
        RuleFor(p => p.Email).EmailAddress().MaximumLength(256).When(p => !string.IsNullOrWhiteSpace(p.Email));
        RuleFor(p => p.Password).NotEmpty();
        this.RulesForRoles(p => p.Roles);
    }
}

internal sealed class InviteAccountsHandler(UnitsDb db, UserManager<Account> accounts, MailSettings settings, CurrentUser user, TimeProvider clock) : IRequestHandler<InviteAccounts, InvitedAccounts>
{
    public async Task<InvitedAccounts> Handle(InviteAccounts request, CancellationToken cancellationToken)
    {
        var organisation = await db.Organisations.AsNoTracking()
            .SingleOrDefaultAsync(o => o.Id == request.OrganisationId && o.Path.StartsWith(user.ScopePath), cancellationToken)
            ?? throw UnitProblems.OrganisationNotFound(request.OrganisationId);
        await db.DemandOpen(organisation.Id, cancellationToken);
        var names = request.People.Select(p => accounts.NormalizeName(p.UserName?.Trim() ?? "")).ToList();
        var taken = (await db.Accounts.Where(a => names.Contains(a.NormalizedUserName!)).Select(a => a.NormalizedUserName!).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);

        var faults = new Dictionary<string, FieldFault[]>(StringComparer.Ordinal);
        foreach (var (index, person) in request.People.Index())
        {
            foreach (var (field, found) in await Faults(person, names[index]!, taken, organisation.Tier, cancellationToken)) faults[$"people[{index}].{field}"] = [.. found];
            // Twice in one list is once too often.
            if (names[index] is { Length: > 0 } name) taken.Add(name);
        }

        if (faults.Count > 0) throw UnitProblems.InvitationsRefused(faults);

        var now = clock.GetUtcNow();
        var mailed = 0;
        foreach (var (index, person) in request.People.Index())
        {
            var account = new Account
            {
                UserName = person.UserName.Trim(), NormalizedUserName = names[index], DisplayName = person.DisplayName.Trim(), OrganisationId = organisation.Id,
                Roles = [.. person.Roles.Distinct(StringComparer.Ordinal)], Email = string.IsNullOrWhiteSpace(person.Email) ? null : person.Email.Trim(), LockoutEnabled = true, CreatedAt = now,
            };
            await account.SetPassword(accounts, person.Password, mustChange: true, clock);
            db.Accounts.Add(account);
            db.Record(user, clock, "account.created", account.Id, organisation.Path, after: new { account.UserName, account.DisplayName, account.Roles });
            if (account.Email is not { } address) continue;
            db.Mails.Add(new Mail
            {
                AccountId = account.Id, OrganisationId = organisation.Id, Kind = "account.invited", Address = address, Name = account.DisplayName, Subject = "您的大型科研仪器开放共享平台账号已开通",
                Text = MailText.Invitation(account.DisplayName, account.UserName!, organisation.Name, user.DisplayName, settings.Site), CreatedAt = now, NextAttemptAt = now,
            });
            mailed++;
        }

        await db.SaveChangesAsync(cancellationToken);
        return new InvitedAccounts(request.People.Count, mailed);
    }

    async Task<Dictionary<string, List<FieldFault>>> Faults(InvitedPerson person, string name, HashSet<string> taken, Tier tier, CancellationToken ct)
    {
        var faults = new Dictionary<string, List<FieldFault>>(StringComparer.Ordinal);
        void Add(string field, FieldFault fault)
        {
            if (!faults.TryGetValue(field, out var list)) faults[field] = list = [];
            list.Add(fault);
        }

        var verdict = await new InvitedPersonRules().ValidateAsync(person, ct);
        foreach (var error in verdict.Errors) Add(char.ToLowerInvariant(error.PropertyName[0]) + error.PropertyName[1..], new FieldFault(error.ErrorCode, error.ErrorMessage));
        if (taken.Contains(name)) Add("userName", new FieldFault("account.user-name-taken", "There is such an account already."));
        if (!faults.ContainsKey("roles"))
        {
            try
            {
                GivenRoles.Check(user, tier, person.Roles);
            }
            catch (Problem refused)
            {
                Add("roles", new FieldFault(refused.Code, refused.Message));
            }
        }

        if (faults.ContainsKey("password") || faults.ContainsKey("userName")) return faults;
        var account = new Account { UserName = person.UserName.Trim(), DisplayName = person.DisplayName ?? "", OrganisationId = Guid.Empty };
        foreach (var rule in accounts.PasswordValidators)
            foreach (var error in (await rule.ValidateAsync(accounts, account, person.Password)).Errors) Add("password", new FieldFault(error.Code, error.Description));
        return faults;
    }
}
