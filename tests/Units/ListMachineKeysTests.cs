using Modular.Contracts;
using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class ListMachineKeysTests(App app)
{
    const string Address = "/api/units/machine-keys";

    [Fact]
    public async Task A_units_keys_show_what_use_is_made_of_them()
    {
        var unit = await app.Unit();
        var (secret, key) = await app.IssuedKey(unit, [Permissions.InstrumentsRead]);
        await app.IssuedKey(await app.Unit(), [Permissions.InstrumentsRead]);
        await app.Machine(secret).Get<object>("/api/instruments");
        await app.Machine(secret).Get<object>("/api/instruments");

        var row = (await (await app.SignedIn("unitAdministrator", unit)).Get<Page<MachineKeyRow>>(Address)).Items.Single();

        (row.Id, row.Uses, row.State, row.UnitName).ShouldBe((key.Id, 2, MachineKeyState.Valid, unit.Name));
        row.LastUsedAt.ShouldNotBeNull().ShouldBe(app.Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
        secret.ShouldStartWith(row.Beginning);
    }

    [Fact]
    public async Task Expired_and_withdrawn_ones_stay_to_be_seen()
    {
        var unit = await app.Unit();
        var valid = await app.IssuedKey(unit, []);
        var expired = await app.IssuedKey(unit, [], expiresAt: app.Clock.GetUtcNow().AddDays(-1));
        var withdrawn = await app.IssuedKey(unit, [], key => key.WithdrawnAt = app.Clock.GetUtcNow());
        var administrator = await app.SignedIn("unitAdministrator", unit);

        (await administrator.Get<Page<MachineKeyRow>>(Address)).Total.ShouldBe(3);
        foreach (var (state, (_, key)) in new[] { ("valid", valid), ("expired", expired), ("withdrawn", withdrawn) })
            (await administrator.Get<Page<MachineKeyRow>>($"{Address}?state={state}")).Items.Single().Id.ShouldBe(key.Id);
        (await administrator.Get<Page<MachineKeyRow>>($"{Address}?search={Uri.EscapeDataString(valid.Key.Name)}")).Items.ShouldContain(row => row.Id == valid.Key.Id);
    }
}
