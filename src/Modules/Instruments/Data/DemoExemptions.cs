using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>The demo region's statements why instruments do not join, one or more at every step of their way (I-6).</summary>
internal sealed class DemoExemptions(InstrumentsDb db, IUnitDirectory units, TimeProvider clock) : IDemoSeed
{
    const int Most = 24;

    static readonly (ExemptionReason Reason, string Text)[] Stated =
    [
        (ExemptionReason.Outdated, "该设备已连续使用十五年以上，关键部件停产，测试精度达不到对外出具数据的要求，仅用于教学演示。"),
        (ExemptionReason.OnlineTesting, "设备固定安装在中试生产线上，承担在线检测任务，不能脱机对外服务。"),
        (ExemptionReason.Accessory, "为质谱联用系统的配套部件，不单独使用，主机已入网开放。"),
        (ExemptionReason.InCommissioning, "设备刚完成安装，厂方工程师正在进行性能调试和人员培训，预计三个月内完成。"),
        (ExemptionReason.RegionalCategory, "属于自治区公布的不适用于开放共享的仪器设备类别。"),
    ];

    // How far each goes; what waits for somebody comes most often.
    static readonly string[][] Ways =
    [
        ["endorsed", "filed"], [], ["endorsed"], ["returned"], [], ["endorsed", "filed"], ["endorsed", "refused"], ["endorsed"], ["withdrawn"],
    ];

    public int Order => 12;

    public async Task Seed(int instruments, CancellationToken ct)
    {
        if (await db.Exemptions.AnyAsync(ct)) return;
        var (now, today) = (clock.GetUtcNow(), clock.Today());
        var owed = await db.Instruments.AsNoTracking()
            .Where(i => EF.Property<Openness>(i, InstrumentsDb.OpennessColumn) == Openness.Owed && i.OriginalValueFen >= 30_000_000 && i.AcceptedOn < today.AddDays(-60))
            .OrderBy(i => i.UnitName).ThenBy(i => i.AssetNumber).Take(400).ToListAsync(ct);
        var owners = await units.FindMany([.. owed.Select(i => i.UnitId).Distinct()], ct);
        var number = 0;
        foreach (var unit in owed.GroupBy(i => i.UnitId).OrderByDescending(unit => unit.Count()).ThenBy(unit => unit.First().UnitName, StringComparer.Ordinal).Take(Most))
        {
            var (reason, text) = Stated[number % Stated.Length];
            var way = Ways[number % Ways.Length];
            var until = reason == ExemptionReason.InCommissioning ? today.AddDays(75) : (DateOnly?)null;
            State(owners[unit.Key], new ExemptionFacts(reason, text, until, [], null, null), [.. unit.Take(1 + number % 2)], way, ++number, now, today);
        }

        if (owed.Count > 0)
            State(owners[owed[0].UnitId], new ExemptionFacts(ExemptionReason.Classified, null, null, [], 2, "BM-2026-07"), [], ["endorsed", "filed"], ++number, now, today);
        await db.SaveChangesAsync(ct);
    }

    void State(UnitSummary unit, ExemptionFacts facts, IReadOnlyList<Instrument> instruments, string[] way, int number, DateTimeOffset now, DateOnly today)
    {
        var at = now.AddDays(-20 - number);
        var exemption = Exemption.Declare(unit, facts, instruments, at);
        db.Exemptions.Add(exemption);
        Keep(exemption, "submitted", "联络员", unit.Name, null, at);
        foreach (var action in way)
        {
            at = at.AddDays(4);
            switch (action)
            {
                case "endorsed":
                    exemption.Endorse(exemption.Version, at);
                    Keep(exemption, action, "审核员", "主管部门", "情况属实，同意。", at);
                    break;
                case "returned":
                    exemption.Return(exemption.Version, at);
                    Keep(exemption, action, "审核员", "主管部门", "请说明主机的资产编号，并补充不能单独使用的依据。", at);
                    break;
                case "filed":
                    exemption.File($"内科备〔{today.Year}〕{number}号", exemption.Version, at, DateOnly.FromDateTime(at.InRegion().Date));
                    Keep(exemption, action, "政策处 斯琴", "内蒙古自治区科学技术厅", null, at);
                    break;
                case "refused":
                    exemption.Refuse(exemption.Version, at);
                    Keep(exemption, action, "政策处 斯琴", "内蒙古自治区科学技术厅", "设备仍可对外服务，请按要求入网。", at);
                    break;
                default:
                    exemption.Withdraw(exemption.Version, at);
                    Keep(exemption, action, "联络员", unit.Name, "设备已修复，改为入网开放。", at);
                    break;
            }
        }

        // Those it waits for find it in the page.
        if (exemption.State is ExemptionState.Submitted or ExemptionState.Endorsed)
            db.Announce(exemption.Id, ExemptionNotices.Of(exemption, exemption.State == ExemptionState.Submitted ? "submitted" : "endorsed", null, unit.Name), at);
    }

    void Keep(Exemption exemption, string action, string by, string organisation, string? reason, DateTimeOffset at) => db.ExemptionSteps.Add(new ExemptionStep
    {
        ExemptionId = exemption.Id, Version = exemption.Version, At = at, AccountId = Guid.Empty, AccountName = by, OrganisationName = organisation, Action = action, Reason = reason,
    });
}
