using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Analysts and testers for the demo region's units, with trainings; the same every time. Every seventh unit has not filled its register.</summary>
internal sealed class DemoStaff(UnitsDb db, TimeProvider clock) : IDemoSeed
{
    static readonly string[] Families = ["王", "李", "张", "刘", "陈", "杨", "赵", "吴", "周", "徐", "孙", "马", "包", "白", "云", "乌", "郭", "韩", "高", "田"];
    static readonly string[] Given = ["娜", "强", "敏", "静", "伟", "洋", "丽君", "志刚", "海燕", "建华", "其其格", "巴雅尔", "萨仁", "苏和", "雪梅", "俊杰", "晓东", "文博", "雅琴", "乌兰"];
    static readonly string[] Titles = ["正高级实验师", "高级实验师", "高级工程师", "副研究员", "实验师", "工程师", "助理实验师", "助理工程师"];
    static readonly string[] Specialities = ["分析化学", "材料学", "生物化学与分子生物学", "物理电子学", "环境科学", "食品科学", "地球化学", "测控技术与仪器"];
    static readonly string[] Departments = ["分析测试中心", "材料测试室", "生物分析平台", "环境监测室", "理化检验科"];
    static readonly string[] Posts = ["电镜测试岗", "质谱测试岗", "光谱测试岗", "色谱测试岗", "样品前处理岗", "仪器维护岗"];
    static readonly string[] Instruments = ["场发射扫描电子显微镜", "透射电子显微镜", "液相色谱-质谱联用仪", "核磁共振波谱仪", "X射线衍射仪", "电感耦合等离子体质谱仪", "激光共聚焦显微镜"];
    static readonly (string Topic, string Organiser, TrainingKind Kind, int Hours)[] Trainings =
    [
        ("大型科研仪器操作与维护培训班", "内蒙古自治区科技创新发展中心", TrainingKind.Training, 24),
        ("电子显微镜样品制备技术交流会", "自治区分析测试协会", TrainingKind.Exchange, 8),
        ("质谱分析技术高级研修班", "国家大型科学仪器中心", TrainingKind.Training, 40),
        ("检验检测机构资质认定内审员培训", "自治区市场监督管理局", TrainingKind.Qualification, 16),
        ("开放共享平台使用与机时填报培训", "内蒙古自治区科技创新发展中心", TrainingKind.Training, 6),
    ];

    public int Order => 1;

    public async Task Seed(int size, CancellationToken ct)
    {
        if (await db.Staff.AnyAsync(ct)) return;

        var (today, now) = (clock.Today(), clock.GetUtcNow());
        // Those whose people can sign in come first, so that theirs are never empty.
        var units = await db.ManagingUnits.AsNoTracking().OrderByDescending(u => db.Accounts.Count(a => a.OrganisationId == u.Id)).ThenBy(u => u.Organisation.Path).Select(u => u.Id).ToListAsync(ct);
        for (var u = 0; u < units.Count; u++)
        {
            if (u % 7 == 6) continue;
            var people = u == 0 ? 16 : 3 + u * 5 % 9;
            for (var i = 0; i < people; i++) db.Staff.Add(Person(units[u], u * 17 + i, i, today, now));
        }

        await db.SaveChangesAsync(ct);
    }

    static StaffMember Person(Guid unit, int n, int i, DateOnly today, DateTimeOffset now)
    {
        var age = 27 + n * 7 % 31;
        var member = StaffMember.Enter(unit, new StaffFacts(
            Families[n * 3 % Families.Length] + Given[n * 7 % Given.Length], $"{2001 + i * 3 % 22}{i + 101:D3}", n % 5 < 2 ? Gender.Male : Gender.Female, $"{today.Year - age}-{n % 12 + 1:D2}",
            (n % 8) switch { 0 or 5 => Education.Doctor, 1 or 2 or 6 => Education.Master, 7 => Education.College, _ => Education.Bachelor },
            Titles[Math.Clamp(7 - (age - 27) / 4 + n % 2, 0, 7)], Specialities[n * 3 % Specialities.Length], Departments[n % Departments.Length], Posts[n * 5 % Posts.Length],
            n % 3 == 0 ? $"{Instruments[n % Instruments.Length]}、{Instruments[(n + 3) % Instruments.Length]}" : Instruments[n % Instruments.Length], today.Year - Math.Max(1, age - 26),
            n % 4 == 1 ? null : "检验检测人员上岗证", FullTime: n % 9 != 4, n % 6 == 5 ? null : $"138{n * 7919 % 100_000_000:D8}", new DateOnly(today.Year - Math.Max(1, age - 26), 7, 1),
            // One has gone: the register keeps who was there.
            i == 3 ? today.AddDays(-200) : null), now.AddDays(-(n % 90)));
        for (var t = 0; t < (n % 4 == 2 ? 0 : 1 + n % 3); t++)
        {
            var (topic, organiser, kind, hours) = Trainings[(n + t) % Trainings.Length];
            var from = today.AddDays(-40 - t * 300 - n % 60);
            member.Trainings.Add(new StaffTraining
            {
                MemberId = member.Id, Kind = kind, Topic = topic, Organiser = organiser, From = from, Until = from.AddDays(hours / 8), Hours = hours,
                Certificate = kind == TrainingKind.Training ? $"NMPX{from.Year}{n % 900 + 100}" : null, EnteredBy = "联络员 赵强",
            });
        }

        return member;
    }
}
