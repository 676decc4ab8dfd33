using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class OperateInstrumentsTests(App app)
{
    [Fact]
    public async Task Several_at_once_each_with_its_step_and_its_refusal()
    {
        var unit = await app.Unit();
        var liaison = await app.SignedIn("liaison", unit);
        var (one, other) = (await liaison.Registered("B-1", "电镜", 500_000), await liaison.Registered("B-2", "质谱仪", 900_000));
        var custodian = await app.Custodian(unit, one);

        var report = await custodian.Post<BulkReport>("/api/instruments/operate",
            new OperateInstruments(OperatingStatus.Idle, "搬迁", [new(one.Id, one.Version), new(other.Id, 7), new(Guid.CreateVersion7(), 1)]));

        report.Rows.Select(r => r.Code).ShouldBe([null, "instrument.not-entrusted", "instrument.not-found"]);
        (await liaison.Post<BulkReport>("/api/instruments/operate", new OperateInstruments(OperatingStatus.Idle, null, [new(other.Id, 7)]))).Rows.Single().Code.ShouldBe("instrument.changed-meanwhile");
        (await liaison.Instruments()).Select(i => i.OperatingStatus).ShouldBe([OperatingStatus.Idle, OperatingStatus.InService]);
        var step = (await liaison.Get<Page<RevisionRow>>($"/api/instruments/{one.Id}/history")).Items[0];
        (step.Action, step.Reason).ShouldBe(("operated", "搬迁"));
        await (await app.SignedIn("reviewer")).Post<BulkReport>("/api/instruments/operate", new OperateInstruments(OperatingStatus.Idle, null, [new(one.Id, 2)])).ShouldBeRefused(403, "permission.missing");
    }
}
