using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>
/// The demo region's organisations and people, the same every time: the four tiers, a science bureau for each league and city, some
/// regional departments, some sixty units (more when more instruments are asked for), one account per role offered on the sign-in page.
/// </summary>
internal sealed class DemoOrganisations(UnitsDb db, UserManager<Account> accounts, TimeProvider clock) : IDemoSeed
{
    /// <summary>All demo accounts share it; the page that offers them shows it.</summary>
    public const string Password = "Demo#2026";

    public static readonly List<string> OfferedAccounts =
        ["unit.admin", "unit.liaison", "unit.custodian", "bureau.reviewer", "department.reviewer", "region.policy", "region.finance", "region.centre", "nation.officer", "expert", "requester"];

    public int Order => 0;

    public async Task Seed(int instruments, CancellationToken ct)
    {
        if (await db.Organisations.AnyAsync(ct)) return;

        var now = clock.GetUtcNow();
        var hash = accounts.PasswordHasher.HashPassword(null!, Password);
        var nation = Place(null, 1, Tier.Nation, "国家科技基础条件平台中心", "150000");
        var region = Place(nation, 1, Tier.Region, "内蒙古自治区", "150000");
        var science = Place(region, 1, Tier.Region, "内蒙古自治区科学技术厅", "150000", office: true);
        var finance = Place(region, 2, Tier.Region, "内蒙古自治区财政厅", "150000", office: true);
        var centre = Place(region, 3, Tier.Region, "内蒙古自治区科技创新发展中心", "150000", office: true);
        var experts = Place(null, 2, Tier.Expert, "自治区科技专家库", "150000");
        var users = Place(null, 3, Tier.ServiceUser, "草原生物科技有限公司", "150100");

        var supervisors = new List<Organisation>();
        foreach (var league in Regions.All.Where(r => r.Level == RegionLevel.LeagueOrCity))
            supervisors.Add(Place(region, 10 + supervisors.Count, Tier.Supervisor, $"{league.NameZh}科学技术局", league.Code));
        foreach (var name in new[] { "内蒙古自治区教育厅", "内蒙古自治区卫生健康委员会", "内蒙古自治区市场监督管理局", "内蒙古自治区农牧厅" })
            supervisors.Add(Place(region, 10 + supervisors.Count, Tier.Supervisor, name, "150100"));

        var count = Math.Max(60, instruments / 90);
        var units = new List<ManagingUnit>();
        var used = new Dictionary<Guid, int>();
        foreach (var facts in DemoUnits.Make(count))
        {
            var supervisor = DemoUnits.SupervisorOf(facts, supervisors);
            used[supervisor.Id] = used.GetValueOrDefault(supervisor.Id) + 1;
            var organisation = Place(supervisor, used[supervisor.Id], Tier.Unit, facts.Name, facts.LeagueCode);
            units.Add(ManagingUnit.Register(organisation, facts));
        }

        db.ManagingUnits.AddRange(units);
        var preset = PolicyPreset.Find("inner-mongolia-2022");
        db.PolicyChanges.AddRange(AdoptPresetHandler.Changes(preset, new PolicyBook([]), region.Path, preset.ValidFrom, "政策处 斯琴", now, "自治区管理办法（试行）施行"));
        Person("unit.admin", "单位管理员 王丽", units[0].Organisation, "unitAdministrator");
        Person("unit.liaison", "联络员 赵强", units[0].Organisation, "liaison");
        Person("unit.custodian", "机组负责人 陈静", units[0].Organisation, "custodian");
        Person("unit2.admin", "单位管理员 其其格", units[1].Organisation, "unitAdministrator");
        Person("bureau.reviewer", "审核员 巴特尔", supervisors[0], "reviewer");
        Person("department.reviewer", "审核员 刘洋", supervisors.Single(s => s.Name.EndsWith("教育厅", StringComparison.Ordinal)), "reviewer");
        Person("region.policy", "政策处 斯琴", science, "policyOfficer");
        Person("region.finance", "科教文处 张敏", finance, "financeOfficer");
        Person("region.centre", "平台部 苏日娜", centre, "centreOfficer");
        Person("nation.officer", "国家中心 李伟", nation, "nationalOfficer");
        Person("expert", "专家 周明", experts, "expert");
        Person("expert2", "专家 李建国", experts, "expert");
        Person("expert3", "专家 萨仁", experts, "expert");
        Person("expert4", "专家 王海", experts, "expert");
        Person("requester", "用户 高娃", users, "requester");
        // Secrets nobody has: the demo shows what keys look like and opens nothing by them.
        Key("分析测试中心预约系统", "王丽", [Permissions.UnitsRead, Permissions.InstrumentsRead, Permissions.InstrumentsOperate], 240, expires: 300, uses: 18_432, usedBefore: TimeSpan.FromMinutes(7));
        Key("资产管理系统同步", "王丽", [Permissions.InstrumentsRead, Permissions.InstrumentsEdit], 60, expires: 20, uses: 1_204, usedBefore: TimeSpan.FromHours(9));
        Key("旧版采集网关", "王丽", [Permissions.InstrumentsRead, Permissions.InstrumentsOperate], 600, expires: -12, uses: 902_117, usedBefore: TimeSpan.FromDays(12));
        var today = clock.Today();
        foreach (var unit in units) Happened(unit, UnitEventKind.Registered, today.AddYears(-5), "", unit.Organisation.Name);
        Happened(units[0], UnitEventKind.Renamed, today.AddYears(-3), "北疆学院", units[0].Organisation.Name, "教育部教发函〔2023〕9号", "学院更名为大学");
        Happened(units[0], UnitEventKind.LiaisonChanged, today.AddDays(-240), "联络员0 0471-6600999", $"{units[0].ContactName} {units[0].ContactPhone}");
        Happened(units[8], UnitEventKind.Moved, today.AddYears(-2), "内蒙古自治区教育厅", "包头市科学技术局", "内政字〔2024〕12号", "机构改革，划转管理");
        Integrity(units[18], IntegrityMatter.FalseReporting, "以虚构的对外服务合同申报2023年度开放共享补助，已追回补助资金，三年内不得申报自治区科技计划项目。", "内科发资字〔2024〕18号", today.AddDays(-560), today.AddDays(535));
        Integrity(units[23], IntegrityMatter.NotReporting, "2021年科技基础条件资源调查漏报大型仪器6台，经核查属实，予以通报批评。", "内科发基字〔2022〕9号", today.AddDays(-1600), today.AddDays(-505));
        Integrity(units[0], IntegrityMatter.NotOpening, "两台应开放仪器逾期一年未入网，责令限期开放。", "内科发基字〔2025〕31号", today.AddDays(-300), null).End(1, today.AddDays(-120), "已全部入网开放，经核查解除。", "内蒙古自治区科学技术厅 斯琴");
        Affiliate(units[0], units[17], AffiliationKind.JointlyBuilt, "由学校与地方政府共建。", today.AddYears(-4), null);
        Affiliate(units[0], units[19], AffiliationKind.Shareholding, "学校资产经营公司持股。", today.AddYears(-6), today.AddDays(-400));
        Affiliate(units[8], units[17], AffiliationKind.Parent, "", today.AddYears(-3), null);
        await db.SaveChangesAsync(ct);

        void Happened(ManagingUnit unit, UnitEventKind kind, DateOnly on, string before, string after, string decidedBy = "", string reason = "") => db.UnitEvents.Add(new UnitEvent
        {
            UnitId = unit.Id, Kind = kind, On = on, At = now, By = $"{science.Name} 斯琴", DecidedBy = decidedBy, Reason = reason, Before = before, After = after,
        });

        IntegrityRecord Integrity(ManagingUnit unit, IntegrityMatter matter, string what, string document, DateOnly from, DateOnly? until)
        {
            var record = new IntegrityRecord
            {
                UnitId = unit.Id, Matter = matter, What = what, HappenedOn = from.AddDays(-60), DecidedBy = science.Name, Document = document, From = from, Until = until,
                CreatedAt = now, CreatedBy = $"{science.Name} 斯琴",
            };
            db.IntegrityRecords.Add(record);
            return record;
        }

        void Affiliate(ManagingUnit unit, ManagingUnit other, AffiliationKind kind, string note, DateOnly from, DateOnly? until)
        {
            var affiliation = new Affiliation { UnitId = unit.Id, OtherUnitId = other.Id, Kind = kind, From = from, Note = note, DeclaredBy = $"{unit.Organisation.Name} 王丽", DeclaredAt = now };
            if (until is { } last) affiliation.End(1, last);
            db.Affiliations.Add(affiliation);
        }

        void Key(string name, string by, List<string> allowed, int perMinute, int expires, long uses, TimeSpan usedBefore)
        {
            var secret = MachineKey.NewSecret();
            db.MachineKeys.Add(new MachineKey
            {
                OrganisationId = units[0].Id, Name = name, Hash = MachineKey.HashOf(secret), Beginning = secret[..10], Permissions = allowed, PerMinute = perMinute,
                CreatedAt = now.AddDays(-200), CreatedBy = by, ExpiresAt = now.AddDays(expires), LastUsedAt = now - usedBefore, LastUsedFrom = "10.21.4.18", Uses = uses,
            });
        }

        Organisation Place(Organisation? parent, int number, Tier tier, string name, string regionCode, bool office = false)
        {
            var path = Organisation.ChildPath(parent?.Path ?? "", number);
            var organisation = new Organisation
            {
                ParentId = parent?.Id,
                Path = path,
                ScopePath = office ? parent!.Path : path,
                Tier = tier,
                Name = name,
                RegionCode = regionCode,
                CreatedAt = now,
            };
            db.Organisations.Add(organisation);
            return organisation;
        }

        void Person(string userName, string displayName, Organisation organisation, string role) => db.Accounts.Add(new Account
        {
            UserName = userName,
            NormalizedUserName = accounts.NormalizeName(userName),
            DisplayName = displayName,
            // Names that no mail server knows (RFC 2606).
            Email = $"{userName}@demo.example",
            NormalizedEmail = $"{userName}@demo.example".ToUpperInvariant(),
            OrganisationId = organisation.Id,
            Roles = [role],
            LockoutEnabled = true,
            PasswordHash = hash,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            PasswordChangedAt = now,
            CreatedAt = now,
        });
    }
}
