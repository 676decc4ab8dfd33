using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Units;

namespace Modular.Tests.Access;

/// <summary>Everybody who tries the doors: each role of each tier in the own branch and in others, and sessions that should not count.</summary>
sealed class AccessPeople(World world)
{
    static readonly string[] UnitRoles = ["unitAdministrator", "liaison", "custodian"];
    static readonly string[] RegionRoles = ["policyOfficer", "financeOfficer", "centreOfficer"];

    readonly HttpClient _http = world.App.CreateClient(new WebApplicationFactoryClientOptions { HandleCookies = false, AllowAutoRedirect = false });

    public async Task<IReadOnlyList<Principal>> All()
    {
        List<Principal> people =
        [
            new Principal("anonymous", null, false, default, "~", "!", new HashSet<string>(StringComparer.Ordinal), [], false),
            new Principal("forged cookie", $"{UnitsModule.SessionCookie}=CfDJ8NotOneOfOurs", false, default, "~", "!", new HashSet<string>(StringComparer.Ordinal), [], false),
        ];
        foreach (var (spot, where) in new[] { (Spot.Own, "own unit"), (Spot.SiblingUnit, "sibling unit"), (Spot.OtherDepartment, "unit of another department"), (Spot.OtherRegion, "unit of another region") })
            foreach (var role in UnitRoles) people.Add(await SignIn($"{role}, {where}", world.UnitAt(spot), [role]));
        foreach (var (spot, where) in new[] { (Spot.Own, "own department"), (Spot.OtherDepartment, "other department"), (Spot.OtherRegion, "department of another region") })
            people.Add(await SignIn($"reviewer, {where}", world.SupervisorAt(spot), ["reviewer"]));
        foreach (var (spot, where) in new[] { (Spot.Own, "own region"), (Spot.OtherRegion, "other region") })
            foreach (var role in RegionRoles) people.Add(await SignIn($"{role}, {where}", world.OfficeOf(spot), [role]));
        people.Add(await SignIn("nationalOfficer", world.App.Nation, ["nationalOfficer"]));
        people.Add(await SignIn("expert", world.App.ExpertPool, ["expert"]));
        people.Add(await SignIn("expert on the panels", world.App.ExpertPool, ["expert"], account: world.SittingExpert) with { Seat = SeatKind.Sitting });
        people.Add(await SignIn("expert, recused", world.App.ExpertPool, ["expert"], account: world.RecusedExpert) with { Seat = SeatKind.Recused });
        people.Add(await SignIn("financeOfficer, recused", world.OfficeOf(Spot.Own), ["financeOfficer"], account: world.RecusedOfficer) with { Seat = SeatKind.Recused });
        people.Add(await SignIn("policyOfficer, recused", world.OfficeOf(Spot.Own), ["policyOfficer"], account: world.RecusedReader) with { Seat = SeatKind.Recused });
        people.Add(await SignIn("requester", world.App.ServiceUser, ["requester"]));
        people.Add(await SignIn("two roles, own unit", world.UnitAt(Spot.Own), ["liaison", "custodian"]));
        people.Add(await SignIn("no role, own unit", world.UnitAt(Spot.Own), []));
        foreach (var (spot, where) in new[] { (Spot.Own, "own unit"), (Spot.SiblingUnit, "sibling unit"), (Spot.OtherRegion, "unit of another region") })
            people.Add(await Machine($"machine, {where}", world.UnitAt(spot), MachinePermissions.All));
        people.Add(await Machine("machine that only reads, own unit", world.UnitAt(Spot.Own), [Permissions.InstrumentsRead]));
        // A key that was made before a permission was taken from what machines may have.
        people.Add(await Machine("machine with more than machines may, own unit", world.UnitAt(Spot.Own), [Permissions.InstrumentsRead, Permissions.AccountsManage, Permissions.MachineKeysManage]));
        var now = world.App.Clock.GetUtcNow();
        people.Add(await Machine("machine, key withdrawn", world.UnitAt(Spot.Own), MachinePermissions.All, key => key.WithdrawnAt = now) with { SignedIn = false });
        people.Add(await Machine("machine, key expired", world.UnitAt(Spot.Own), MachinePermissions.All, expiresAt: now.AddMinutes(-1)) with { SignedIn = false });
        people.Add(people[^1] with { Name = "machine, forged key", Key = MachineKey.NewSecret() });
        people.Add(people[^1] with { Name = "forged key beside a good session", Cookie = (await SignIn("behind the forged key", world.UnitAt(Spot.Own), ["unitAdministrator"])).Cookie });
        foreach (var (role, organisation) in new[] { ("unitAdministrator", world.UnitAt(Spot.Own)), ("reviewer", world.SupervisorAt(Spot.Own)), ("policyOfficer", world.Office) })
            people.AddRange(await Broken(role, organisation));
        return people;
    }

    /// <summary>Somebody just like this one, for a request that ends their session or changes their password.</summary>
    public async Task<Principal> Double(Principal principal)
    {
        if (!principal.SignedIn || principal.Key is not null) return principal;
        var organisation = await world.App.InDatabase<UnitsDb, Organisation>(db => db.Accounts.Where(a => a.Id == principal.AccountId).Select(a => a.Organisation).SingleAsync());
        return await SignIn(principal.Name, organisation, principal.Roles, principal.MustChangePassword);
    }

    async Task<IEnumerable<Principal>> Broken(string role, Organisation organisation)
    {
        var now = world.App.Clock.GetUtcNow();
        var disabled = await SignIn($"{role}, disabled", organisation, [role]);
        await OnAccount(disabled, set => set.SetProperty(a => a.Disabled, true));
        var ended = await SignIn($"{role}, session ended", organisation, [role]);
        await OnSession(ended, set => set.SetProperty(s => s.EndedAt, now));
        var idle = await SignIn($"{role}, idle for two hours", organisation, [role]);
        await OnSession(idle, set => set.SetProperty(s => s.LastSeenAt, now.AddHours(-2)));
        var old = await SignIn($"{role}, signed in thirteen hours ago", organisation, [role]);
        await OnSession(old, set => set.SetProperty(s => s.StartedAt, now.AddHours(-13)));
        var stripped = await SignIn($"{role}, role taken away", organisation, [role]);
        await OnAccount(stripped, set => set.SetProperty(a => a.Roles, new List<string>()));
        var expired = await SignIn($"{role}, must change password", organisation, [role], mustChange: true);
        return
        [
            .. new[] { disabled, ended, idle, old }.Select(person => person with { SignedIn = false }),
            stripped with { Permissions = new HashSet<string>(StringComparer.Ordinal), Roles = [] },
            expired,
        ];
    }

    async Task<Principal> Machine(string name, Organisation unit, IReadOnlyList<string> permissions, Action<MachineKey>? with = null, DateTimeOffset? expiresAt = null)
    {
        var (secret, key) = await world.App.IssuedKey(unit, permissions, with, expiresAt);
        var allowed = permissions.Intersect(MachinePermissions.All, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        return new Principal(name, null, true, key.Id, unit.Path, unit.ScopePath, allowed, [], MustChangePassword: false, secret);
    }

    async Task<Principal> SignIn(string name, Organisation organisation, IReadOnlyList<string> roles, bool mustChange = false, Account? account = null)
    {
        account ??= await world.App.Account(organisation, roles, account => account.MustChangePassword = mustChange);
        var marker = world.NewMarker();
        using var request = Probes.Send(HttpMethod.Post, "/api/units/session", new StartSession(account.UserName!, App.Password));
        request.Headers.UserAgent.ParseAdd(marker);
        using var answer = (await _http.SendAsync(request)).EnsureSuccessStatusCode();
        var cookie = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        world.Add(new Target(Kind.Session, Spot.Own, marker, Guid.Empty.ToString(), organisation.Path, marker, 1, account.Id));
        world.Add(await world.Notice(Spot.Own, account.Id, organisation.Path));
        world.Add(await world.Filter(Spot.Own, account.Id, organisation.Path, lent: false));
        var permissions = mustChange ? [] : Roles.PermissionsOf(roles).ToHashSet(StringComparer.Ordinal);
        return new Principal(name, cookie, true, account.Id, organisation.Path, organisation.ScopePath, permissions, roles, mustChange);
    }

    Task OnAccount(Principal person, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Account>> set) =>
        world.App.InDatabase<UnitsDb, int>(db => db.Accounts.Where(a => a.Id == person.AccountId).ExecuteUpdateAsync(set));

    Task OnSession(Principal person, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Session>> set) =>
        world.App.InDatabase<UnitsDb, int>(db => db.Sessions.Where(s => s.AccountId == person.AccountId).ExecuteUpdateAsync(set));
}
