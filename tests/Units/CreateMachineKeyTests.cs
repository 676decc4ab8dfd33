using System.Net.Http.Headers;
using Modular.Contracts;
using Modular.Instruments;
using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class CreateMachineKeyTests(App app)
{
    const string Address = "/api/units/machine-keys";

    static readonly CreateMachineKey Key = new(null, "Laboratory system", [Permissions.InstrumentsRead, Permissions.InstrumentsEdit], App.Soon, 60);

    [Fact]
    public async Task A_key_is_made_used_and_withdrawn_and_opens_nothing_from_the_next_request_on()
    {
        var unit = await app.Unit();
        var administrator = await app.SignedIn("unitAdministrator", unit);

        var made = await administrator.Post<CreatedMachineKey>(Address, Key);
        var machine = app.Machine(made.Key);
        await machine.Post("/api/instruments", Some.Instrument(name: "Registered by a machine"));
        (await machine.Get<Page<InstrumentRow>>("/api/instruments")).Items.Single().NameZh.ShouldBe("Registered by a machine");
        await administrator.Post($"{Address}/{made.Id}/withdraw", new WithdrawMachineKey("replaced"));

        await machine.Get<object>("/api/instruments").ShouldBeRefused(401, "key.refused");
    }

    [Fact]
    public async Task Only_a_hash_of_it_is_kept()
    {
        var made = await (await app.SignedIn("unitAdministrator")).Post<CreatedMachineKey>(Address, Key);

        var stored = (await app.Stored<MachineKey>(made.Id))!;
        stored.Hash.ShouldBe(MachineKey.HashOf(made.Key));
        made.Key.ShouldStartWith(stored.Beginning);
        System.Text.Json.JsonSerializer.Serialize(new { stored.Name, stored.Hash, stored.Beginning }).ShouldNotContain(made.Key);
    }

    [Fact]
    public async Task What_a_machine_does_is_recorded_under_its_keys_name()
    {
        var unit = await app.Unit();
        var administrator = await app.SignedIn("unitAdministrator", unit);
        var made = await administrator.Post<CreatedMachineKey>(Address, Key);

        await app.Machine(made.Key).Post("/api/instruments", Some.Instrument());

        var line = (await administrator.Get<Page<AuditRow>>("/api/instruments/audit?action=instrument.registered")).Items.Single();
        (line.AccountName, line.AccountId).ShouldBe(("API·Laboratory system", made.Id));
        var made2 = (await administrator.Get<Page<AuditRow>>("/api/units/audit?action=key.created")).Items.Single();
        made2.After!.Value.GetRawText().ShouldNotContain(made.Key);
    }

    [Fact]
    public async Task Both_headers_are_understood_and_a_wrong_key_is_not_saved_by_a_good_session()
    {
        var unit = await app.Unit();
        var (secret, _) = await app.IssuedKey(unit, [Permissions.InstrumentsRead]);
        var person = await app.SignedIn("unitAdministrator", unit);

        (await app.Anonymous().Send(HttpMethod.Get, "/api/instruments", null, ("X-Api-Key", secret))).IsSuccessStatusCode.ShouldBeTrue();
        (await app.Anonymous().Send(HttpMethod.Get, "/api/instruments", null, ("Authorization", $"bearer {secret}"))).IsSuccessStatusCode.ShouldBeTrue();
        ((int)(await person.Send(HttpMethod.Get, "/api/instruments", null, ("X-Api-Key", "mdk_wrong"))).StatusCode).ShouldBe(401);
    }

    // What guards sessions against other sites' pages does not concern keys: no page can make a browser send one.
    [Fact]
    public async Task A_key_works_from_any_origin_a_session_does_not()
    {
        var unit = await app.Unit();
        var (secret, _) = await app.IssuedKey(unit, [Permissions.InstrumentsEdit]);
        var person = await app.SignedIn("unitAdministrator", unit);

        ((int)(await app.Anonymous().Send(HttpMethod.Post, "/api/instruments", Some.Instrument(), ("X-Api-Key", secret), ("Sec-Fetch-Site", "cross-site"))).StatusCode).ShouldBe(201);
        ((int)(await person.Send(HttpMethod.Post, "/api/instruments", Some.Instrument(), ("Sec-Fetch-Site", "cross-site"))).StatusCode).ShouldBe(403);
    }

    [Fact]
    public async Task More_requests_in_one_minute_than_allowed_are_turned_away_and_told_when_to_come_again()
    {
        var unit = await app.Unit();
        var (secret, key) = await app.IssuedKey(unit, [Permissions.InstrumentsRead], perMinute: 5);

        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 12; i++) answers.Add(await app.Anonymous().Send(HttpMethod.Get, "/api/instruments", null, ("X-Api-Key", secret)));

        // Twelve in a row may fall into two minutes.
        var passed = answers.Count(answer => answer.IsSuccessStatusCode);
        passed.ShouldBeInRange(5, 10);
        var refused = answers.First(answer => !answer.IsSuccessStatusCode);
        ((int)refused.StatusCode, (await Refusal.Read(refused)).Code).ShouldBe((429, "key.too-many"));
        refused.Headers.RetryAfter.ShouldNotBe(default(RetryConditionHeaderValue));
        var stored = (await app.Stored<MachineKey>(key.Id))!;
        (stored.Uses, stored.TurnedAway).ShouldBe((passed, 12 - passed));
    }

    [Fact]
    public async Task Requests_that_come_together_do_not_pass_the_limit()
    {
        var (secret, _) = await app.IssuedKey(await app.Unit(), [Permissions.InstrumentsRead], perMinute: 4);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.Anonymous().Send(HttpMethod.Get, "/api/instruments", null, ("X-Api-Key", secret))));

        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBeInRange(4, 8);
    }

    [Fact]
    public async Task An_expired_key_opens_nothing()
    {
        var (secret, _) = await app.IssuedKey(await app.Unit(), [Permissions.InstrumentsRead], expiresAt: app.Clock.GetUtcNow().AddSeconds(-1));

        await app.Machine(secret).Get<object>("/api/instruments").ShouldBeRefused(401, "key.refused");
    }

    [Fact]
    public async Task A_machine_has_no_account_of_its_own_and_says_who_it_is()
    {
        var unit = await app.Unit();
        var machine = app.Machine((await app.IssuedKey(unit, [Permissions.InstrumentsRead])).Secret);

        await machine.Get<object>("/api/units/account/sessions").ShouldBeRefused(403, "permission.missing");
        var session = await machine.Get<CurrentSession>("/api/units/session");
        (session.Account!.Organisation.Id, session.Account.Roles.Count).ShouldBe((unit.Id, 0));
    }

    [Fact]
    public async Task Nothing_is_given_that_is_not_for_machines_or_not_ones_own_or_not_for_ever()
    {
        var administrator = await app.SignedIn("unitAdministrator");

        (await administrator.Post(Address, Key with { Permissions = [Permissions.AccountsManage] }).ShouldBeRefused(400, "request.invalid")).Errors.Keys.ShouldBe(["permissions"]);
        (await administrator.Post(Address, Key with { Name = "", Permissions = [], PerMinute = 0 }).ShouldBeRefused(400, "request.invalid")).Errors.Keys.ShouldBe(["name", "permissions", "perMinute"], ignoreOrder: true);
        await administrator.Post(Address, Key with { ExpiresOn = App.Soon.AddYears(3) }).ShouldBeRefused(422, "key.expiry");
        await administrator.Post(Address, Key with { ExpiresOn = App.Soon.AddDays(-60) }).ShouldBeRefused(422, "key.expiry");
        await administrator.Post(Address, Key with { UnitId = (await app.Unit()).Id }).ShouldBeRefused(404, "unit.not-found");
        await (await app.SignedIn("liaison")).Post(Address, Key).ShouldBeRefused(403, "permission.missing");
    }
}
