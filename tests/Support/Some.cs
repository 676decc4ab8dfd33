using Modular.Instruments;
using Modular.Units;

namespace Modular.Tests;

/// <summary>Valid requests to start from; a test changes the part it is about.</summary>
internal static class Some
{
    /// <summary>呼和浩特市.</summary>
    public const string LeagueCode = "150100";

    static int _number;

    /// <summary>A number nobody else gets in this run, for what has to be unique.</summary>
    public static int Number() => Interlocked.Increment(ref _number);

    public static string CreditCode()
    {
        var code = $"12150000{Number():D9}";
        return CreditCodes.CheckDigit(code) is { } check ? code + check : throw new InvalidOperationException("Not a beginning of a credit code.");
    }

    public static ManagingUnitFacts UnitFacts(string? name = null) => new(
        name ?? $"University {Number()}", CreditCode(), UnitKind.University, LeagueCode, CentralLevel: false,
        Address: "University Street 1", Website: "https://university.example", ContactName: "Wang Li", ContactPhone: "0471-1234567");

    public static RegisterManagingUnit Unit(Organisation supervisor) => new(supervisor.Id, UnitFacts());

    public static RegisterOrganisation Supervisor(Organisation region) => new(region.Id, $"Bureau {Number()}", Tier.Supervisor, LeagueCode);

    /// <summary>A record with everything that a submission needs.</summary>
    public static InstrumentRecord Record(string? name = null) => new()
    {
        AssetNumber = $"A{Number():D8}",
        NameZh = name ?? "扫描电子显微镜",
        NameEn = "Scanning electron microscope",
        Model = "JSM-7800F",
        Manufacturer = "JEOL",
        OriginCountry = "日本",
        ClassCode = Classification.All.First(c => c.IsLeaf).Code,
        Acquisition = Acquisition.Purchased,
        Generality = Generality.General,
        OriginalValueFen = 385_000_000,
        BookedOn = new DateOnly(2019, 5, 20),
        AcceptedOn = new DateOnly(2019, 4, 12),
        Department = "Analytical centre",
        RegionCode = LeagueCode,
        ContactName = "Zhao Qiang",
        ContactPhone = "0471-7654321",
        OperatingStatus = OperatingStatus.InService,
        SharingMode = SharingMode.External,
    };

    /// <summary>A record of what came in free of duty; customs have long ceased to supervise it unless the day is given (I-3).</summary>
    public static InstrumentRecord DutyFree(string? name = null, DateOnly? releasedOn = null)
    {
        var record = Record(name);
        (record.CustomsSupervised, record.CustomsReleasedOn) = (true, releasedOn ?? new DateOnly(2019, 4, 10));
        (record.CustomsDeclarationNumber, record.CustomsItemNumber, record.CustomsName) = ($"070120191{Number():D9}", "01", "Electron microscope");
        return record;
    }

    public static CustomsLeave NoCustoms => new(default, new Dictionary<Guid, DateOnly>(), []);

    /// <summary>By default for the caller's own unit.</summary>
    public static RegisterInstrument Instrument(Organisation? unit = null, string? name = null) => new(unit?.Id, Record(name));

    /// <summary>An instrument centre's record with everything that a submission needs (I-1).</summary>
    public static CarrierRecord Centre(string? name = null) => new()
    {
        Number = $"C{Number():D6}", NameZh = name ?? "分析测试中心", EstablishedOn = new DateOnly(2012, 6, 1), Accredited = true, RoomArea = 1200.5m, Introduction = "Measures for everybody",
        RegionCode = LeagueCode, ContactName = "Zhao Qiang", ContactPhone = "0471-7654321",
    };

    public static CarrierRecord Facility(string? name = null) => new()
    {
        Number = $"F{Number():D6}", NameZh = name ?? "草地观测装置", Category = FacilityCategory.PublicExperiment, Construction = ConstructionState.Built, ConstructionCostFen = 860_000_000_000,
        Functions = "Towers of 40 m", RegionCode = LeagueCode, ContactName = "Zhao Qiang",
    };

    public static CarrierRecord ServiceUnit(string? name = null) => new()
    {
        Number = $"S{Number():D6}", NameZh = name ?? "电镜服务单元", Introduction = "Three microscopes", ServicesOffered = "Pictures", RegionCode = LeagueCode, ContactName = "Zhao Qiang", ContactPhone = "0471-7654321",
    };

    public static ExemptionFacts Exemption(params Guid[] instruments) => new(ExemptionReason.Outdated, "Fifteen years old, parts are no longer made", null, instruments, null, null);

    public static ExemptionFacts ClassifiedExemption => new(ExemptionReason.Classified, null, null, [], 3, "BM-2026-07");

    public static OpenIntegrityRecord Integrity(Guid unitId) => new(
        unitId, IntegrityMatter.FalseReporting, "Invented contracts", new DateOnly(2025, 3, 1), "Science department", "Doc 18", new DateOnly(2025, 4, 1), null);

    /// <summary>An analyst whom no other of this run is taken for.</summary>
    public static StaffFacts StaffFacts(string? name = null) => new(
        name ?? $"Analyst {Number()}", null, Gender.Female, "1985-06", Education.Master, "高级实验师", "分析化学", "Analytical centre", "质谱测试岗", "LC-MS", 2010, "上岗证", FullTime: true, "13800001234",
        new DateOnly(2010, 7, 1), null);

    public static RecordTraining Training => new(TrainingKind.Training, "Mass spectrometry", "Centre", new DateOnly(2026, 1, 5), null, 24, null);

    public static UnitDecision Decision => new(new DateOnly(2026, 3, 1), "Government, document 7", "reform");

    static int _day;

    /// <summary>For a day nobody else in this run takes: the same two units are affiliated once at a time.</summary>
    public static DeclareAffiliation Affiliation(Guid? unitId, string otherCreditCode)
    {
        var day = new DateOnly(1960, 1, 1).AddDays(Interlocked.Increment(ref _day));
        return new DeclareAffiliation(unitId, otherCreditCode, AffiliationKind.SameFounder, day, day, "note");
    }
}
