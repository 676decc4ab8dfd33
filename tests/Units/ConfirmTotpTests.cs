using Microsoft.AspNetCore.Hosting;
using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class ConfirmTotpTests(App app)
{
    [Fact]
    public async Task Once_set_up_signing_in_asks_for_a_code_and_each_code_opens_once()
    {
        var account = await app.Account(await app.Supervisor(), ["reviewer"]);
        var (secret, _) = await app.SetUpTotp(account);

        await SignIn(account).ShouldBeRefused(401, "session.code-required");
        await SignIn(account, "000000").ShouldBeRefused(401, "session.code-wrong");
        // The code that confirmed it is spent.
        await SignIn(account, Totp.Code(secret, Totp.StepAt(app.Clock.GetUtcNow()))).ShouldBeRefused(401, "session.code-wrong");
        app.Clock.Advance(TimeSpan.FromSeconds(60));
        var code = Totp.Code(secret, Totp.StepAt(app.Clock.GetUtcNow()));
        (await SignIn(account, code)).Account!.Permissions.ShouldNotBeEmpty();
        await SignIn(account, code).ShouldBeRefused(401, "session.code-wrong");
    }

    [Fact]
    public async Task A_recovery_code_opens_once_where_the_app_is_lost()
    {
        var account = await app.Account(await app.Supervisor(), ["reviewer"]);
        var (_, recovery) = await app.SetUpTotp(account);
        recovery.Count.ShouldBe(SecondFactor.RecoveryCodes);

        (await SignIn(account, recovery[0].ToLowerInvariant())).Account.ShouldNotBeNull();
        await SignIn(account, recovery[0]).ShouldBeRefused(401, "session.code-wrong");
        (await SignIn(account, recovery[1].Replace("-", "", StringComparison.Ordinal))).Account.ShouldNotBeNull();
    }

    [Fact]
    public async Task One_code_brought_many_times_at_once_opens_once()
    {
        var account = await app.Account(await app.Supervisor(), ["reviewer"]);
        var (_, recovery) = await app.SetUpTotp(account);

        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            try
            {
                await SignIn(account, recovery[0]);
                return 1;
            }
            catch (Refusal)
            {
                return 0;
            }
        }));

        opened.Sum().ShouldBe(1);
    }

    [Fact]
    public async Task Guessing_codes_shuts_the_account_like_guessing_passwords()
    {
        var account = await app.Account(await app.Supervisor(), ["reviewer"]);
        var (_, recovery) = await app.SetUpTotp(account);

        for (var i = 0; i < AccountLock.MaximumTries; i++) await SignIn(account, "000000").ShouldBeRefused(401, "session.code-wrong");

        await SignIn(account, recovery[0]).ShouldBeRefused(401, "session.refused");
    }

    // U-11: a second factor is a duty for tiers 2 to 4 where Totp:Required is set.
    [Theory]
    [InlineData("reviewer", true)]
    [InlineData("policyOfficer", true)]
    [InlineData("nationalOfficer", true)]
    [InlineData("unitAdministrator", false)]
    public async Task Where_it_is_a_duty_nothing_is_allowed_before_it_is_set_up(string role, bool duty)
    {
        using var strict = app.WithWebHostBuilder(builder => builder.UseSetting("Totp:Required", "true"));
        strict.Server.PreserveExecutionContext = true;
        var account = await app.Account(await OrganisationOf(role), [role]);
        var person = new Client(strict.CreateClient());
        var session = await person.Post<CurrentSession>("/api/units/session", new StartSession(account.UserName!, App.Password));

        (session.Account!.MustSetUpTotp, session.Account.Permissions.Count == 0).ShouldBe((duty, duty));
        (await person.Get<TotpState>("/api/units/account/totp")).Required.ShouldBe(duty);
        if (!duty) return;
        await person.Get<object>("/api/units/managing-units").ShouldBeRefused(403, "permission.missing");
        var started = await person.Post<StartedTotp>("/api/units/account/totp", new StartTotp(App.Password));
        await person.Post<ConfirmedTotp>("/api/units/account/totp/confirm", new ConfirmTotp(Totp.Code(started.Secret, Totp.StepAt(app.Clock.GetUtcNow()))));
        (await person.Get<Page<ManagingUnitRow>>("/api/units/managing-units")).Total.ShouldBeGreaterThanOrEqualTo(0);
    }

    [Fact]
    public async Task A_wrong_code_or_none_begun_confirms_nothing()
    {
        var person = await app.SignedIn("reviewer");

        await person.Post("/api/units/account/totp/confirm", new ConfirmTotp("123456")).ShouldBeRefused(409, "totp.not-started");
        await person.Post<StartedTotp>("/api/units/account/totp", new StartTotp(App.Password));
        await person.Post("/api/units/account/totp/confirm", new ConfirmTotp("000000")).ShouldBeRefused(422, "totp.code-wrong");
        (await person.Get<TotpState>("/api/units/account/totp")).Since.ShouldBeNull();
    }

    async Task<Organisation> OrganisationOf(string role) => Roles.Find(role)!.Tier switch
    {
        Tier.Unit => await app.Unit(),
        Tier.Supervisor => await app.Supervisor(),
        Tier.Region => app.RegionOffice,
        _ => app.Nation,
    };

    Task<CurrentSession> SignIn(Account account, string? code = null) =>
        app.Anonymous().Post<CurrentSession>("/api/units/session", new StartSession(account.UserName!, App.Password, code));
}
