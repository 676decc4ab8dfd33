namespace Modular.PurchaseReview;

/// <summary>What the units of the demo region wish for.</summary>
internal static class DemoWishes
{
    /// <summary>The unit that the accounts on the sign-in page belong to.</summary>
    public const string OfferedUnit = "北疆大学";

    public static readonly string[] Projects = ["草原生态系统碳汇监测关键技术", "稀土功能材料制备与表征", "乳品质量安全快速检测", "煤基新材料中试平台建设", "蒙医药物质基础研究", "动物疫病防控技术体系"];

    public static readonly IReadOnlyList<WishFacts> All =
    [
        Wish("场发射扫描电子显微镜", "FE-SEM", "JSM-IT800", "日本电子株式会社", "分辨率 0.5 nm，加速电压 0.01–30 kV，配能谱仪", "纳米材料形貌与成分分析", 3_600_000, 1600, 500),
        Wish("液相色谱-质谱联用仪", "LC-MS/MS", "TSQ Altis Plus", "赛默飞世尔", "质量范围 m/z 5–2000，扫描速度 15000 u/s", "乳品中兽药残留多组分定量", 2_450_000, 1800, 700),
        Wish("X射线衍射仪", "X-ray diffractometer", "D8 ADVANCE", "布鲁克", "θ-θ 测角仪，2θ 范围 -110°–168°，LynxEye 探测器", "稀土材料物相分析", 1_680_000, 1500, 450),
        Wish("电感耦合等离子体质谱仪", "ICP-MS", "7900", "安捷伦", "检出限 ppt 级，质量范围 2–260 amu", "土壤与水体中重金属测定", 1_350_000, 1700, 600),
        Wish("核磁共振波谱仪", "NMR spectrometer", "Avance NEO 600", "布鲁克", "600 MHz，低温探头", "蒙药有效成分结构解析", 6_900_000, 2000, 800),
        Wish("激光共聚焦显微镜", "Confocal microscope", "LSM 980", "蔡司", "四通道荧光，分辨率 120 nm", "细胞与组织三维成像", 2_980_000, 1400, 400),
        Wish("气相色谱-质谱联用仪", "GC-MS", "8890-5977C", "安捷伦", "质量范围 1.6–1050 u", "牧草挥发性成分分析", 880_000, 1300, 350),
        Wish("高通量基因测序仪", "Sequencer", "DNBSEQ-T7", "华大智造", "单次运行 6 Tb", "家畜基因组重测序", 5_200_000, 1900, 900),
        Wish("热重分析仪", "TGA", "TGA 5500", "TA 仪器", "室温–1200 ℃，灵敏度 0.1 μg", "煤基材料热稳定性", 620_000, 900, 200),
        Wish("同位素比质谱仪", "IRMS", "Delta Q", "赛默飞世尔", "外精度 0.06‰", "草原碳氮循环示踪", 3_150_000, 1500, 500),
        Wish("透射电子显微镜", "TEM", "Talos F200X", "赛默飞世尔", "加速电压 200 kV，信息分辨率 0.12 nm", "催化剂微观结构", 9_800_000, 1600, 600),
        Wish("流式细胞仪", "Flow cytometer", "FACSymphony A3", "BD", "五激光二十八色", "疫苗免疫应答评价", 2_100_000, 1200, 300),
        Wish("傅里叶变换红外光谱仪", "FTIR", "INVENIO R", "布鲁克", "光谱范围 8000–340 cm-1，分辨率 0.16 cm-1", "高分子材料结构分析", 480_000, 1100, 300),
        Wish("原子力显微镜", "AFM", "Dimension Icon", "布鲁克", "扫描范围 90 μm × 90 μm", "薄膜表面形貌与力学", 1_950_000, 1300, 350),
    ];

    static WishFacts Wish(string nameZh, string nameEn, string model, string maker, string specifications, string purpose, long yuan, int hours, int external) => new(
        null, nameZh, nameEn, model, maker, null, specifications, purpose, 1, yuan * 100, BudgetSource.Local, hours, external, "分析测试中心 B 座 102",
        [new Quotation("北京华科仪器有限公司", yuan * 100, null), new Quotation("上海精测科技有限公司", yuan * 103, null), new Quotation("内蒙古蒙科商贸有限公司", yuan * 105, null)]);
}
