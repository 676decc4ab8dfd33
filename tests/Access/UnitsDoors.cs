using Modular.Contracts;
using Modular.Units;
using static Modular.Tests.Access.Probes;

namespace Modular.Tests.Access;

static class UnitsDoors
{
    const string Prefix = "/api/units";

    public static IEnumerable<Door> All(World world) =>
    [
        new("GET /api/units/session", Plain(HttpMethod.Get, $"{Prefix}/session")),
        new("POST /api/units/session", Plain(HttpMethod.Post, $"{Prefix}/session", new StartSession("nobody", "nothing")) with { Success = 401 }),
        new("DELETE /api/units/session", Plain(HttpMethod.Delete, $"{Prefix}/session") with { Double = true }),
        new("GET /api/units/demo-accounts", Plain(HttpMethod.Get, $"{Prefix}/demo-accounts")),
        new("GET /api/units/regions", Plain(HttpMethod.Get, $"{Prefix}/regions")),
        new("GET /api/units/roles", Plain(HttpMethod.Get, $"{Prefix}/roles")),
        new("PUT /api/units/account/password", Plain(HttpMethod.Put, $"{Prefix}/account/password", new ChangePassword(App.Password, "Another#Horse8")) with { Double = true }),
        new("GET /api/units/account/totp", Plain(HttpMethod.Get, $"{Prefix}/account/totp")),
        new("POST /api/units/account/totp", Plain(HttpMethod.Post, $"{Prefix}/account/totp", new StartTotp(App.Password)) with { Double = true }),
        // Nobody has begun to set one up: what may be asked is refused by its state.
        new("POST /api/units/account/totp/confirm", Plain(HttpMethod.Post, $"{Prefix}/account/totp/confirm", new ConfirmTotp("123456")) with { Double = true, Success = 409 }),
        new("POST /api/units/account/totp/remove", Plain(HttpMethod.Post, $"{Prefix}/account/totp/remove", new RemoveTotp(App.Password, "123456")) with { Double = true, Success = 409 }),
        new("GET /api/units/account/sessions", Rows(Kind.Session, $"{Prefix}/account/sessions") with { Counted = false }),
        new("DELETE /api/units/account/sessions/{sessionId:guid}",
            One("path", Kind.Session, "", t => Send(HttpMethod.Delete, $"{Prefix}/account/sessions/{t.Key}"))),

        new("GET /api/units/account/notices", Rows(Kind.Notice, $"{Prefix}/account/notices?size=200") with { Counted = false }),
        new("GET /api/units/account/notices/unread", Plain(HttpMethod.Get, $"{Prefix}/account/notices/unread")),
        new("POST /api/units/account/notices/{noticeId:guid}/read", One("path", Kind.Notice, "", t => Send(HttpMethod.Post, $"{Prefix}/account/notices/{t.Key}/read"))),
        new("POST /api/units/account/notices/read", Plain(HttpMethod.Post, $"{Prefix}/account/notices/read", new ReadAllNotices(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero)))),
        new("GET /api/units/account/notice-choices", Plain(HttpMethod.Get, $"{Prefix}/account/notice-choices")),
        // A version nobody has seen: what may be asked is refused as changed meanwhile.
        new("PUT /api/units/account/notice-choices", Plain(HttpMethod.Put, $"{Prefix}/account/notice-choices", new SetNoticeChoices(null, WantsMail: true, [], -1)) with { Success = 409 }),
        new("GET /api/units/account/filters",
            Rows(Kind.Filter, $"{Prefix}/account/filters?list=matrix") with { Counted = false },
            Rows(Kind.LentFilter, $"{Prefix}/account/filters?list=matrix") with { Counted = false }),
        new("POST /api/units/account/filters", Plain(HttpMethod.Post, $"{Prefix}/account/filters", new SaveFilter("other", "name", "search=x", Shared: false, IsDefault: false))),
        new("DELETE /api/units/account/filters/{filterId:guid}", One("path", Kind.Filter, "", t => Send(HttpMethod.Delete, $"{Prefix}/account/filters/{t.Key}"))),
        new("GET /api/units/mails",
            Rows(Kind.Mail, $"{Prefix}/mails?size=200"),
            FirstRow(Kind.Mail, "count", Kind.Nothing, _ => $"{Prefix}/mails?size=1", (_, _) => true),
            Rows(Kind.Mail, "search", Kind.Mail, t => $"{Prefix}/mails?size=200&search={t.Marker}", (mail, wanted) => mail.Marker == wanted.Marker)),
        new("GET /api/units/mails/server", Plain(HttpMethod.Get, $"{Prefix}/mails/server")),
        new("POST /api/units/mails/{mailId:guid}/retry", One("path", Kind.Mail, "Dead", t => Send(HttpMethod.Post, $"{Prefix}/mails/{t.Key}/retry")) with { WrongStates = ["Sent"] }),

        new("GET /api/units/organisations", Rows(Kind.Supervisor, $"{Prefix}/organisations") with { Counted = false }),
        new("POST /api/units/organisations",
            One("body", Kind.Region, "", t => Send(HttpMethod.Post, $"{Prefix}/organisations", new RegisterOrganisation(t.Id, $"Bureau {Some.Number()}", Tier.Supervisor, Some.LeagueCode))),
            One("body", Kind.Supervisor, "", t => Send(HttpMethod.Post, $"{Prefix}/organisations", new RegisterOrganisation(t.Id, $"Bureau {Some.Number()}", Tier.Supervisor, Some.LeagueCode)))
                with { WrongStates = [""] }),
        new("PUT /api/units/organisations/{organisationId:guid}",
            One("path", Kind.Supervisor, "", t => Send(HttpMethod.Put, $"{Prefix}/organisations/{t.Key}", new EditOrganisation(t.Marker, Some.LeagueCode, t.Version)))),

        new("GET /api/units/managing-units",
            Rows(Kind.Unit, $"{Prefix}/managing-units?size=200"),
            Rows(Kind.Unit, "query", Kind.Supervisor, t => $"{Prefix}/managing-units?size=200&supervisorId={t.Key}", (unit, supervisor) => IsBelow(unit, supervisor)),
            FirstRow(Kind.Unit, "count", Kind.Supervisor, t => $"{Prefix}/managing-units?size=1&supervisorId={t.Key}", (unit, supervisor) => IsBelow(unit, supervisor)),
            Rows(Kind.Unit, "search", Kind.Unit, t => $"{Prefix}/managing-units?size=200&search={t.Marker}", (unit, wanted) => unit.Marker == wanted.Marker)),
        new("POST /api/units/managing-units",
            One("body", Kind.Supervisor, "", t => Send(HttpMethod.Post, $"{Prefix}/managing-units", new RegisterManagingUnit(t.Id, Some.UnitFacts()))) with { Hidden = 422 },
            One("body", Kind.Unit, "", t => Send(HttpMethod.Post, $"{Prefix}/managing-units", new RegisterManagingUnit(t.Id, Some.UnitFacts()))) with { Hidden = 422, WrongStates = [""] }),
        new("GET /api/units/managing-units/{unitId:guid}", One("path", Kind.Unit, "", t => Get($"{Prefix}/managing-units/{t.Key}"))),
        new("PUT /api/units/managing-units/{unitId:guid}",
            One("path", Kind.Unit, "", t => Send(HttpMethod.Put, $"{Prefix}/managing-units/{t.Key}", new EditManagingUnit(Some.UnitFacts(t.Marker), t.Version)))),

        // A version nobody has seen: in reach it is refused as changed meanwhile, and the unit stands as before.
        new("POST /api/units/managing-units/{unitId:guid}/move",
            One("path", Kind.Unit, "", t => Send(HttpMethod.Post, $"{Prefix}/managing-units/{t.Key}/move", new MoveUnit(world.SupervisorAt(Spot.OtherDepartment).Id, Some.Decision, -1))) with { WrongStates = [""] }),
        new("POST /api/units/managing-units/{unitId:guid}/merge",
            One("path", Kind.Unit, "", t => Send(HttpMethod.Post, $"{Prefix}/managing-units/{t.Key}/merge", new MergeUnit(world.UnitAt(Spot.SiblingUnit).Id, PeopleAfterMerger.Follow, Some.Decision, -1))) with { WrongStates = [""] }),
        new("POST /api/units/managing-units/{unitId:guid}/split",
            One("path", Kind.Unit, "", t => Send(HttpMethod.Post, $"{Prefix}/managing-units/{t.Key}/split", new SplitUnit(world.UnitAt(Spot.SiblingUnit).Id, null, ["part"], [], Some.Decision, -1))) with { WrongStates = [""] }),
        new("POST /api/units/managing-units/{unitId:guid}/close",
            One("path", Kind.Unit, "", t => Send(HttpMethod.Post, $"{Prefix}/managing-units/{t.Key}/close", new CloseUnit(Some.Decision, -1))) with { WrongStates = [""] }),
        new("GET /api/units/managing-units/{unitId:guid}/history", One("path", Kind.Unit, "", t => Get($"{Prefix}/managing-units/{t.Key}/history"))),

        new("GET /api/units/accounts",
            Rows(Kind.Account, $"{Prefix}/accounts?size=200") with { Counted = false },
            Rows(Kind.Account, "query", Kind.Unit, t => $"{Prefix}/accounts?size=200&organisationId={t.Key}", (account, unit) => account.Owner.ToString() == unit.Key) with { Counted = false },
            Rows(Kind.Account, "search", Kind.Account, t => $"{Prefix}/accounts?size=200&search={t.Marker}", (account, wanted) => account.Marker == wanted.Marker),
            FirstRow(Kind.Account, "count", Kind.Account, t => $"{Prefix}/accounts?size=1&search={t.Marker}", (account, wanted) => account.Marker == wanted.Marker),
            Rows(Kind.Account, "search", Kind.Unit, t => $"{Prefix}/accounts?size=200&search={t.Marker}", (account, unit) => account.Owner.ToString() == unit.Key) with { Counted = false }),
        new("POST /api/units/accounts",
            One("body", Kind.Unit, "", t => NewAccount(t, "custodian")),
            One("body", Kind.Supervisor, "", t => NewAccount(t, "reviewer"))),
        new("POST /api/units/accounts/invite",
            One("body", Kind.Unit, "", t => Invitation(t, "custodian")),
            One("body", Kind.Supervisor, "", t => Invitation(t, "reviewer"))),
        new("GET /api/units/accounts/export",
            Rows(Kind.Account, $"{Prefix}/accounts/export?format=csv") with { Counted = false },
            Rows(Kind.Account, "query", Kind.Unit, t => $"{Prefix}/accounts/export?format=xlsx&organisationId={t.Key}", (account, unit) => account.Owner.ToString() == unit.Key) with { Counted = false }),
        new("PUT /api/units/accounts/{accountId:guid}",
            One("path", Kind.Account, "", t => Send(HttpMethod.Put, $"{Prefix}/accounts/{t.Key}", new EditAccount(t.Marker, ["custodian"], Disabled: true, t.Version)))),
        new("POST /api/units/accounts/{accountId:guid}/reset-password",
            One("path", Kind.Account, "", t => Send(HttpMethod.Post, $"{Prefix}/accounts/{t.Key}/reset-password", new ResetPassword("Another#Horse8")))),
        new("POST /api/units/accounts/{accountId:guid}/end-sessions",
            One("path", Kind.Account, "", t => Send(HttpMethod.Post, $"{Prefix}/accounts/{t.Key}/end-sessions"))),
        new("POST /api/units/accounts/{accountId:guid}/remove-totp",
            One("path", Kind.Account, "", t => Send(HttpMethod.Post, $"{Prefix}/accounts/{t.Key}/remove-totp"))),

        new("GET /api/units/policies", Rows(Kind.Policy, $"{Prefix}/policies") with { Counted = false }),
        new("GET /api/units/policies/presets", Plain(HttpMethod.Get, $"{Prefix}/policies/presets")),
        new("GET /api/units/policies/{key}/history", Rows(Kind.Policy, $"{Prefix}/policies/subsidyCap/history") with { Counted = false }),
        // Who has seen nothing of what was set in their region is told so; where nothing was set, it would be done.
        new("POST /api/units/policies/{key}", Plain(HttpMethod.Post, $"{Prefix}/policies/subsidyCap", new SetPolicy(1, new DateOnly(2100, 1, 1), "notice", "reason", 0)) with { Success = 409 }),
        new("POST /api/units/policies/presets/{preset}/adopt", Plain(HttpMethod.Post, $"{Prefix}/policies/presets/alxa-2016/adopt", new AdoptPreset(new DateOnly(2100, 1, 1), "reason", 0)) with { Success = 409 }),
        new("POST /api/units/policies/changes/{changeId:guid}/withdraw",
            One("path", Kind.Policy, "", t => Send(HttpMethod.Post, $"{Prefix}/policies/changes/{t.Key}/withdraw", new WithdrawPolicy("reason")))),

        new("GET /api/units/integrity-records",
            Rows(Kind.Integrity, $"{Prefix}/integrity-records?size=200") with { Counted = false },
            Rows(Kind.Integrity, "query", Kind.Unit, t => $"{Prefix}/integrity-records?size=200&unitId={t.Key}", (record, unit) => record.Owner.ToString() == unit.Key) with { Counted = false },
            Rows(Kind.Integrity, "search", Kind.Integrity, t => $"{Prefix}/integrity-records?size=200&search={t.Marker}", (record, wanted) => record.Marker == wanted.Marker)),
        new("POST /api/units/integrity-records",
            One("body", Kind.Unit, "", t => Send(HttpMethod.Post, $"{Prefix}/integrity-records", Some.Integrity(t.Id) with { Matter = IntegrityMatter.Other }))),
        new("POST /api/units/integrity-records/{recordId:guid}/end",
            One("path", Kind.Integrity, "", t => Send(HttpMethod.Post, $"{Prefix}/integrity-records/{t.Key}/end", new EndIntegrityRecord(App.Soon, "lifted", t.Version)))),
        new("GET /api/units/affiliations",
            Rows(Kind.Affiliation, $"{Prefix}/affiliations?size=200") with { Counted = false },
            Rows(Kind.Affiliation, "query", Kind.Unit, t => $"{Prefix}/affiliations?size=200&unitId={t.Key}", (affiliation, unit) => affiliation.Owner.ToString() == unit.Key) with { Counted = false }),
        new("POST /api/units/affiliations",
            One("body", Kind.Unit, "", t => Send(HttpMethod.Post, $"{Prefix}/affiliations", Some.Affiliation(t.Id, world.Partner.CreditCode)))),
        new("POST /api/units/affiliations/{affiliationId:guid}/end",
            One("path", Kind.Affiliation, "", t => Send(HttpMethod.Post, $"{Prefix}/affiliations/{t.Key}/end", new EndAffiliation(App.Soon, t.Version)))),
        .. StaffDoors.All,
        new("GET /api/units/managing-units/{unitId:guid}/overviews", One("path", Kind.Unit, "", t => Get($"{Prefix}/managing-units/{t.Key}/overviews"))),
        // A version nobody has seen: in reach it is refused as changed meanwhile.
        new("PUT /api/units/managing-units/{unitId:guid}/overviews/{year:int}",
            One("path", Kind.Unit, "", t => Send(HttpMethod.Put, $"{Prefix}/managing-units/{t.Key}/overviews/2024", new FillUnitOverview(1, 0, null, -1))) with { WrongStates = [""] }),
        new("GET /api/units/overviews",
            Rows(Kind.Unit, $"{Prefix}/overviews?size=200"),
            FirstRow(Kind.Unit, "search", Kind.Unit, t => $"{Prefix}/overviews?size=1&search={t.Marker}", (unit, wanted) => unit.Marker == wanted.Marker)),
        new("GET /api/units/overviews/export", Rows(Kind.Unit, $"{Prefix}/overviews/export?format=csv") with { Counted = false }),
        new("GET /api/units/machine-keys",
            Rows(Kind.MachineKey, $"{Prefix}/machine-keys?size=200") with { Counted = false },
            Rows(Kind.MachineKey, "search", Kind.Unit, t => $"{Prefix}/machine-keys?size=200&search={t.Marker}", (key, unit) => key.Owner.ToString() == unit.Key) with { Counted = false }),
        new("POST /api/units/machine-keys",
            One("body", Kind.Unit, "", t => Send(HttpMethod.Post, $"{Prefix}/machine-keys", new CreateMachineKey(t.Id, "system", [Permissions.InstrumentsRead], App.Soon, 60)))),
        new("POST /api/units/machine-keys/{keyId:guid}/withdraw",
            One("path", Kind.MachineKey, "Valid", t => Send(HttpMethod.Post, $"{Prefix}/machine-keys/{t.Key}/withdraw", new WithdrawMachineKey("lost"))) with { WrongStates = ["Withdrawn"] }),
    ];

    static HttpRequestMessage Invitation(Target organisation, string role) =>
        Send(HttpMethod.Post, $"{Prefix}/accounts/invite", new InviteAccounts(organisation.Id, [new InvitedPerson($"someone{Some.Number()}", "Somebody", [role], null, "First#Horse7")]));

    static HttpRequestMessage NewAccount(Target organisation, string role) =>
        Send(HttpMethod.Post, $"{Prefix}/accounts", new CreateAccount(organisation.Id, $"someone{Some.Number()}", "Somebody", [role], "First#Horse7"));

    static bool IsBelow(Target unit, Target supervisor) => unit.Path.StartsWith(supervisor.Path, StringComparison.Ordinal);
}
