using Modular.Contracts;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class WithdrawMachineKeyTests(App app)
{
    [Fact]
    public async Task A_key_is_withdrawn_once_and_for_good()
    {
        var unit = await app.Unit();
        var (secret, key) = await app.IssuedKey(unit, [Permissions.InstrumentsRead]);
        var administrator = await app.SignedIn("unitAdministrator", unit);

        await administrator.Post(Address(key), new WithdrawMachineKey("lost"));

        await app.Machine(secret).Get<object>("/api/instruments").ShouldBeRefused(401, "key.refused");
        await administrator.Post(Address(key), new WithdrawMachineKey(null)).ShouldBeRefused(409, "key.withdrawn-already");
        (await app.Stored<MachineKey>(key.Id))!.WithdrawnBy.ShouldNotBeNull();
    }

    [Fact]
    public async Task Another_units_key_is_as_good_as_missing()
    {
        var (_, key) = await app.IssuedKey(await app.Unit(), []);

        await (await app.SignedIn("unitAdministrator")).Post(Address(key), new WithdrawMachineKey(null)).ShouldBeRefused(404, "key.not-found");
    }

    static string Address(MachineKey key) => $"/api/units/machine-keys/{key.Id}/withdraw";
}
