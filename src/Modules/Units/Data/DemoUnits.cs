using Modular.Contracts;

namespace Modular.Units;

/// <summary>Believable units for the demo region: universities, institutes, hospitals, testing institutions and enterprises, spread over the leagues.</summary>
internal static class DemoUnits
{
    // The first ones are named by hand; (name, kind, league, central level).
    static readonly (string Name, UnitKind Kind, string League, bool Central)[] Named =
    [
        ("北疆大学", UnitKind.University, "150100", false),
        ("青城工业大学", UnitKind.University, "150100", false),
        ("敕勒川农业大学", UnitKind.University, "150100", false),
        ("鹿城科技大学", UnitKind.University, "150200", false),
        ("红山师范学院", UnitKind.University, "150400", false),
        ("科尔沁民族大学", UnitKind.University, "150500", false),
        ("呼伦贝尔草原学院", UnitKind.University, "150700", false),
        ("河套学院分析测试中心", UnitKind.University, "150800", false),
        ("北方稀土材料研究院", UnitKind.ResearchInstitute, "150200", true),
        ("草原生态研究所", UnitKind.ResearchInstitute, "150100", true),
        ("自治区农牧业科学研究院", UnitKind.ResearchInstitute, "150100", false),
        ("自治区化工研究设计院", UnitKind.ResearchInstitute, "150100", false),
        ("自治区人民总医院", UnitKind.MedicalInstitution, "150100", false),
        ("自治区疾病预防控制中心", UnitKind.MedicalInstitution, "150100", false),
        ("自治区产品质量检验研究院", UnitKind.TestingInstitution, "150100", false),
        ("自治区计量测试研究院", UnitKind.TestingInstitution, "150100", false),
        ("鄂尔多斯新能源研究院", UnitKind.NewResearchInstitution, "150600", false),
        ("包头稀土新材料技术创新中心", UnitKind.NewResearchInstitution, "150200", false),
        ("蒙源乳业研发中心", UnitKind.Enterprise, "150100", false),
        ("大漠新材料股份有限公司", UnitKind.Enterprise, "150600", false),
    ];

    static readonly (string Suffix, UnitKind Kind)[] Patterns =
    [
        ("职业技术学院", UnitKind.University), ("农牧科学研究所", UnitKind.ResearchInstitute), ("人民医院", UnitKind.MedicalInstitution),
        ("产品质量检验所", UnitKind.TestingInstitution), ("林业科学研究所", UnitKind.ResearchInstitute), ("生态环境监测站", UnitKind.TestingInstitution),
        ("新材料研究院", UnitKind.NewResearchInstitution), ("制药有限公司", UnitKind.Enterprise), ("地质矿产勘查院", UnitKind.ResearchInstitute),
        ("煤化工有限公司", UnitKind.Enterprise), ("疾病预防控制中心", UnitKind.MedicalInstitution), ("食品药品检验所", UnitKind.TestingInstitution),
    ];

    public static IEnumerable<ManagingUnitFacts> Make(int count)
    {
        var leagues = Regions.All.Where(r => r.Level == RegionLevel.LeagueOrCity).ToList();
        for (var i = 0; i < count; i++)
        {
            if (i < Named.Length)
            {
                var (name, kind, league, central) = Named[i];
                yield return Facts(i, name, kind, Regions.Find(league)!, central);
                continue;
            }

            var n = i - Named.Length;
            var place = leagues[n % leagues.Count];
            var (suffix, patternKind) = Patterns[n / leagues.Count % Patterns.Length];
            var round = n / (leagues.Count * Patterns.Length);
            yield return Facts(i, $"{place.NameZh}{(round == 0 ? "" : $"第{round + 1}")}{suffix}", patternKind, place, central: false);
        }
    }

    /// <summary>Universities stand below the education department, hospitals below the health commission, testing institutions below market supervision; the rest below their league's bureau.</summary>
    public static Organisation SupervisorOf(ManagingUnitFacts facts, IReadOnlyList<Organisation> supervisors)
    {
        var department = facts.Kind switch
        {
            UnitKind.University => "教育厅",
            UnitKind.MedicalInstitution => "卫生健康委员会",
            UnitKind.TestingInstitution => "市场监督管理局",
            _ => "科学技术局",
        };
        return department == "科学技术局"
            ? supervisors.First(s => s.RegionCode == facts.LeagueCode)
            : supervisors.First(s => s.Name.EndsWith(department, StringComparison.Ordinal));
    }

    static ManagingUnitFacts Facts(int i, string name, UnitKind kind, Region league, bool central)
    {
        var prefix = kind == UnitKind.Enterprise ? "91" : "12";
        var seventeen = $"{prefix}{league.Code}{4_600_000 + i * 37 % 5_000_000:D7}{i % 100:D2}";
        return new ManagingUnitFacts(name, seventeen + CreditCodes.CheckDigit(seventeen + "0"), kind, league.Code, central,
            $"{league.NameZh}科技路{i % 200 + 1}号", null, $"联络员{i % 90 + 1}", $"0471-66{i % 100000:D5}");
    }
}
