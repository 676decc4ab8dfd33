using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Modular.Units;

namespace Modular.Tests;

/// <summary>The organisations and people that tests start from.</summary>
public sealed partial class App
{
    public const string Password = "Correct#Horse7";

    static readonly string PasswordHash = new PasswordHasher<Account>(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 1000 }))
        .HashPassword(null!, Password);

    /// <summary>A day not far ahead.</summary>
    public static DateOnly Soon => DateOnly.FromDateTime(DateTime.UtcNow).AddDays(30);

    readonly SemaphoreSlim _planting = new(1, 1);

    /// <summary>The top of the tree.</summary>
    internal Organisation Nation { get; private set; } = null!;

    /// <summary>The region that tests share; make supervisors of your own below it.</summary>
    internal Organisation Region { get; private set; } = null!;

    /// <summary>An office of the shared region: its people work in the region's whole subtree.</summary>
    internal Organisation RegionOffice { get; private set; } = null!;

    internal Organisation ExpertPool { get; private set; } = null!;

    internal Organisation ServiceUser { get; private set; } = null!;

    /// <summary>A region beside the shared one, below the same nation.</summary>
    internal Task<Organisation> NewRegion(string? name = null) => Plant(Nation, Tier.Region, name);

    internal Task<Organisation> NewOffice(Organisation region, string? name = null) => Plant(region, Tier.Region, name, office: true);

    /// <summary>A supervising department of a test's own.</summary>
    internal Task<Organisation> Supervisor(Organisation? region = null, string? name = null) => Plant(region ?? Region, Tier.Supervisor, name);

    /// <summary>A managing unit of a test's own, below a supervisor of its own where none is given.</summary>
    internal async Task<Organisation> Unit(Organisation? supervisor = null, string? name = null)
    {
        supervisor ??= await Supervisor();
        var organisation = await Plant(supervisor, Tier.Unit, name);
        await InDatabase<UnitsDb, int>(async db =>
        {
            db.Attach(organisation);
            db.ManagingUnits.Add(ManagingUnit.Register(organisation, Some.UnitFacts(organisation.Name)));
            db.UnitEvents.Add(new UnitEvent { UnitId = organisation.Id, Kind = UnitEventKind.Registered, On = new DateOnly(2026, 1, 1), At = Clock.GetUtcNow(), By = "Somebody", After = organisation.Name });
            return await db.SaveChangesAsync();
        });
        return organisation;
    }

    /// <summary>Nobody in particular: has not signed in.</summary>
    public Client Anonymous() => new(CreateClient());

    /// <summary>Somebody with a role, signed in through the front door. Without an organisation: one of the role's tier, new for roles of units and supervisors.</summary>
    internal async Task<Client> SignedIn(string role, Organisation? organisation = null)
    {
        organisation ??= Roles.Find(role)!.Tier switch
        {
            Tier.Unit => await Unit(),
            Tier.Supervisor => await Supervisor(),
            Tier.Region => RegionOffice,
            Tier.Nation => Nation,
            Tier.Expert => ExpertPool,
            _ => ServiceUser,
        };
        return await SignIn(await Account(organisation, [role]));
    }

    internal async Task<Client> SignIn(Account account, string password = Password)
    {
        var client = Anonymous();
        await client.Post("/api/units/session", new StartSession(account.UserName!, password));
        return client;
    }

    /// <summary>An account with the standard password.</summary>
    internal Task<Account> Account(Organisation organisation, IReadOnlyList<string> roles, Action<Account>? with = null) => InDatabase<UnitsDb, Account>(async db =>
    {
        var name = $"person{Some.Number()}";
        var account = new Account
        {
            UserName = name,
            NormalizedUserName = name.ToUpperInvariant(),
            DisplayName = $"Person {name}",
            OrganisationId = organisation.Id,
            Roles = [.. roles],
            LockoutEnabled = true,
            PasswordHash = PasswordHash,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            PasswordChangedAt = Clock.GetUtcNow(),
            CreatedAt = Clock.GetUtcNow(),
        };
        with?.Invoke(account);
        db.Accounts.Add(account);
        await db.SaveChangesAsync();
        return account;
    });

    /// <summary>A key of a unit's own system, straight into the database, and the secret it is sent as.</summary>
    internal Task<(string Secret, MachineKey Key)> IssuedKey(
        Organisation unit, IReadOnlyList<string> permissions, Action<MachineKey>? with = null, DateTimeOffset? expiresAt = null, int perMinute = MachineKey.MaximumPerMinute) =>
        InDatabase<UnitsDb, (string, MachineKey)>(async db =>
        {
            var secret = MachineKey.NewSecret();
            var key = new MachineKey
            {
                OrganisationId = unit.Id, Name = $"System {Some.Number()}", Hash = MachineKey.HashOf(secret), Beginning = secret[..10], Permissions = [.. permissions], PerMinute = perMinute,
                CreatedAt = Clock.GetUtcNow(), CreatedBy = "Somebody", ExpiresAt = expiresAt ?? Clock.GetUtcNow().AddDays(30),
            };
            with?.Invoke(key);
            db.MachineKeys.Add(key);
            await db.SaveChangesAsync();
            return (secret, key);
        });

    /// <summary>Sets up an authenticator app for the account; its secret and the recovery codes.</summary>
    internal async Task<(string Secret, IReadOnlyList<string> RecoveryCodes)> SetUpTotp(Account account, Client? person = null)
    {
        person ??= await SignIn(account);
        var started = await person.Post<StartedTotp>("/api/units/account/totp", new StartTotp(Password));
        var confirmed = await person.Post<ConfirmedTotp>("/api/units/account/totp/confirm", new ConfirmTotp(Totp.Code(started.Secret, Totp.StepAt(Clock.GetUtcNow()))));
        return (started.Secret, confirmed.RecoveryCodes);
    }

    /// <summary>A unit's own system, calling with a key.</summary>
    public Client Machine(string secret)
    {
        var http = CreateClient();
        http.DefaultRequestHeaders.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", secret);
        return new Client(http);
    }

    async Task PlantRoots()
    {
        Nation = await Plant(null, Tier.Nation, "Nation");
        Region = await Plant(Nation, Tier.Region, "Region");
        RegionOffice = await NewOffice(Region, "Office of the region");
        ExpertPool = await Plant(null, Tier.Expert, "Experts");
        ServiceUser = await Plant(null, Tier.ServiceUser, "Service user");
    }

    // Straight into the database, one at a time: two tests that register below the same parent must not get into each other's way.
    async Task<Organisation> Plant(Organisation? parent, Tier tier, string? name, bool office = false)
    {
        await _planting.WaitAsync();
        try
        {
            return await InDatabase<UnitsDb, Organisation>(async db =>
            {
                var parentId = parent?.Id;
                var last = await db.Organisations.Where(o => o.ParentId == parentId).MaxAsync(o => (string?)o.Path);
                var path = Organisation.ChildPath(parent?.Path ?? "", last is null ? 1 : Organisation.NumberOf(last) + 1);
                var organisation = new Organisation
                {
                    ParentId = parentId,
                    Path = path,
                    ScopePath = office ? parent!.Path : path,
                    Tier = tier,
                    Name = name ?? $"{tier} {Some.Number()}",
                    RegionCode = Some.LeagueCode,
                    CreatedAt = Clock.GetUtcNow(),
                };
                db.Organisations.Add(organisation);
                await db.SaveChangesAsync();
                return organisation;
            });
        }
        finally
        {
            _planting.Release();
        }
    }
}
