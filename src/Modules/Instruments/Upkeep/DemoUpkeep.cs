using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>The demo region's repairs, some going on, one of them late, and what is entrusted to its custodians (I-4).</summary>
internal sealed class DemoUpkeep(InstrumentsDb db, IAccountDirectory accounts, TimeProvider clock) : IDemoSeed
{
    const int Units = 40;
    const int OfEachUnit = 6;
    const int EntrustedToOne = 12;

    static readonly (string Fault, string Work, string DoneBy, long CostFen)[] Told =
    [
        ("真空度达不到要求，开机后报警", "更换分子泵轴承并检漏，真空恢复正常", "原厂售后工程师", 4_860_000),
        ("高压电源无输出", "更换高压模块，重新校准", "北京某科学仪器服务公司", 12_350_000),
        ("自动进样器卡盘", "清洗导轨，更换传动皮带", "本单位维修组", 86_000),
        ("检测器基线漂移", "更换氘灯，重做波长校正", "本单位维修组", 320_000),
        ("冷却水循环机不制冷", "补充制冷剂，更换水泵", "自治区仪器维修站", 540_000),
        ("软件无法与主机通讯", "更换通讯板卡", "原厂售后工程师", 1_980_000),
    ];

    public int Order => 13;

    public async Task Seed(int instruments, CancellationToken ct)
    {
        if (await db.Repairs.AnyAsync(ct)) return;
        var (today, now) = (clock.Today(), clock.GetUtcNow());
        var listed = await db.Instruments.Where(i => i.LifeCycle == LifeCycle.Listed).OrderBy(i => i.UnitPath).ThenBy(i => i.AssetNumber).ThenBy(i => i.Id).Take(instruments < 5_000 ? instruments : 5_000).ToListAsync(ct);
        var number = 0;
        foreach (var unit in listed.GroupBy(i => i.UnitId).Take(Units))
        {
            foreach (var instrument in unit.Take(OfEachUnit))
            {
                var (fault, work, doneBy, cost) = Told[number % Told.Length];
                var from = today.AddDays(-20 - number * 37 % 600);
                if (from > instrument.InUseSince) Enter(instrument, new RepairFacts(from, from.AddDays(2 + number % 17), fault, work, doneBy, cost, null), now);
                // Every twelfth stands still at present; of those every third should be back already.
                if (number % 12 == 5) Begin(instrument, Told[(number + 2) % Told.Length].Fault, today.AddDays(-9 - number % 5), number % 36 == 5 ? today.AddDays(-2) : today.AddDays(12), now);
                number++;
            }

            var people = await accounts.Of(unit.Key, ct);
            var custodian = people.FirstOrDefault(person => person.Roles.Contains("custodian", StringComparer.Ordinal));
            if (custodian is not null) db.Custodians.AddRange(unit.Take(EntrustedToOne).Select(i => new Custodian { InstrumentId = i.Id, AccountId = custodian.Id }));
        }

        await db.SaveChangesAsync(ct);
    }

    void Enter(Instrument instrument, RepairFacts facts, DateTimeOffset now) => db.Repairs.Add(Repair.Enter(instrument.Id, facts, instrument.ContactName ?? instrument.UnitName, now));

    void Begin(Instrument instrument, string fault, DateOnly from, DateOnly back, DateTimeOffset now)
    {
        var before = instrument.Copy();
        Enter(instrument, new RepairFacts(from, null, fault, null, "原厂售后工程师", null, null), now);
        instrument.Operate(OperatingStatus.UnderRepair, instrument.Version, now, from, back);
        db.Revisions.Add(new InstrumentRevision
        {
            InstrumentId = instrument.Id, Version = instrument.Version, At = now, AccountId = Guid.Empty, AccountName = "机组负责人", OrganisationName = instrument.UnitName,
            Action = "operated", Reason = fault, StatusSince = from, ExpectedBackOn = back, Changes = FieldChange.Between(before, instrument),
        });
    }
}
