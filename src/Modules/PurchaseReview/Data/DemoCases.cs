using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>The demo region's purchase cases, at every stage of their way .</summary>
internal sealed class DemoCases(
    PurchaseReviewDb db, IUnitDirectory units, IPolicies policies, StockFollower stock, WishChecks checks, IEnumerable<IOutboxDelivery> outboxes, TimeProvider clock) : IDemoSeed
{
    static readonly string[] Whole = ["submitted", "unit-endorsed", "supervisor-endorsed", "complete"];

    // How far each goes; what is complete goes on before panels.
    static readonly string[][] Ways =
    [
        [], ["submitted"], ["submitted", "unit-endorsed"], ["submitted", "unit-endorsed", "supervisor-endorsed"], Whole, Whole, ["submitted", "unit-endorsed", "returned"], Whole, Whole, Whole, Whole, Whole,
        ["submitted", "unit-endorsed"], ["submitted", "unit-endorsed", "supervisor-endorsed"],
    ];

    public int Order => 30;

    public async Task Seed(int size, CancellationToken ct)
    {
        if (await db.Cases.AnyAsync(ct)) return;
        await stock.Follow(ct);
        // The hours that came with the registry: a check without them could judge nothing.
        foreach (var outbox in outboxes)
        {
            int arrived;
            do arrived = await outbox.DeliverPending(ct);
            while (arrived > 0);
        }

        var today = clock.Today();
        var open = (await units.Within("", ct)).Where(unit => !unit.Closed).OrderByDescending(unit => unit.Name == DemoWishes.OfferedUnit).ThenBy(unit => unit.Path, StringComparer.Ordinal).ToList();
        var number = 0;
        foreach (var wish in DemoWishes.All)
        {
            var unit = open[number < 6 ? 0 : number % open.Count];
            var policy = await policies.On(today, unit.Path, ct);
            await Apply(unit, wish, Ways[number % Ways.Length], number, policy, ct);
            number++;
        }

        await db.SaveChangesAsync(ct);
    }

    async Task Apply(UnitSummary unit, WishFacts wish, string[] way, int number, PolicySet policy, CancellationToken ct)
    {
        var at = clock.GetUtcNow().AddDays(-30 + number);
        var facts = new CaseFacts(
            $"2026GG{number:D4}", DemoWishes.Projects[number % DemoWishes.Projects.Length], [number % 2 == 0 ? PurchaseGround.NoneAlike : PurchaseGround.Saturated],
            "本单位承担的项目需要持续开展相关测试，现有条件不能满足通量和指标要求。", "比较了三家主流厂商的同类产品，所选型号在指标、售后和价格上最合适。",
            "建成后三十个工作日内入网，向区内高校、院所和企业开放，按成本补偿收费。", "已落实专职实验技术人员两名，实验室面积六十平方米，水电气及温湿度条件具备，运行经费由学院承担。",
            "赵强", "0471-6600888", [wish]);
        var made = PurchaseCase.Draft(unit, facts, at);
        db.Cases.Add(made);
        foreach (var step in way)
        {
            at = at.AddDays(2);
            var (action, by, organisation) = step switch
            {
                "submitted" => (CaseAction.Submit, "联络员 赵强", unit.Name),
                "unit-endorsed" => (CaseAction.EndorseInUnit, "单位管理员 王丽", unit.Name),
                "supervisor-endorsed" => (CaseAction.EndorseBySupervisor, "审核员", "主管部门"),
                "complete" => (CaseAction.FindComplete, "平台部 苏日娜", "内蒙古自治区科技创新发展中心"),
                _ => (CaseAction.ReturnBySupervisor, "审核员", "主管部门"),
            };
            made.Step(action, made.Version, at);
            if (action == CaseAction.Submit) await checks.Freeze(made, policy, ct);
            var returned = step == "returned";
            db.CaseSteps.Add(new CaseStep
            {
                CaseId = made.Id, Version = made.Version, At = at, AccountId = Guid.Empty, AccountName = by, OrganisationName = organisation, Action = step,
                Reason = returned ? "同类仪器机时尚有余量，请补充不能共享使用的理由。" : null,
                Remarks = returned ? [new CaseRemark("necessity", "请对照查重结果逐台说明。"), new CaseRemark("wishes.0.quotations", "第三份报价单未盖章。")] : [],
            });
        }

        if (CaseNotices.Of(made, way.LastOrDefault() ?? "", null, unit.Name) is { } notice) db.Announce(made.Id, notice, at);
    }
}
