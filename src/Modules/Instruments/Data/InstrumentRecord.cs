namespace Modular.Instruments;

/// <summary>设备来源.</summary>
internal enum Acquisition
{
    Purchased,
    Developed,
    Donated,
    Other,
}

/// <summary>仪器设备类别: 通用 or 专用.</summary>
internal enum Generality
{
    General,
    Special,
}

/// <summary>主要购置经费来源.</summary>
internal enum FundingSource
{
    Central,
    Local,
    Own,
    Other,
}

/// <summary>运行状态: the usual state over the year, not the state of the day.</summary>
internal enum OperatingStatus
{
    /// <summary>正常.</summary>
    InService,

    /// <summary>待机.</summary>
    Idle,

    /// <summary>偶有故障.</summary>
    OccasionalFaults,

    /// <summary>故障频繁.</summary>
    FrequentFaults,

    /// <summary>待修.</summary>
    UnderRepair,

    /// <summary>待报废.</summary>
    AwaitingDisposal,
}

/// <summary>共享模式.</summary>
internal enum SharingMode
{
    Internal,
    External,
    None,
}

/// <summary>所属资源载体类型: what larger thing an instrument belongs to.</summary>
internal enum CarrierType
{
    /// <summary>不附属.</summary>
    None,

    /// <summary>科学仪器中心.</summary>
    InstrumentCentre,

    /// <summary>大型科学装置.</summary>
    Facility,

    /// <summary>科学仪器服务单元.</summary>
    ServiceUnit,

    /// <summary>国家重点实验室.</summary>
    KeyLaboratory,

    /// <summary>国家工程技术研究中心.</summary>
    EngineeringCentre,

    /// <summary>生物种质资源库馆.</summary>
    GermplasmBank,
}

/// <summary>
/// What is entered about an instrument 大型科研仪器 (I-2): the fields of the national data standard. Names, lengths and which of them the
/// standard demands stand in <see cref="InstrumentFields"/>.
/// </summary>
internal class InstrumentRecord
{
    /// <summary>Fixed-asset number 固定资产编号, unique within the unit; with the unit it is the key the nation knows the instrument by.</summary>
    public string? AssetNumber { get; set; }

    public string? NameZh { get; set; }

    public string? NameEn { get; set; }

    /// <summary>规格型号.</summary>
    public string? Model { get; set; }

    /// <summary>The maker, not the agent; own development: the own unit.</summary>
    public string? Manufacturer { get; set; }

    /// <summary>Country of actual manufacture, short name by GB/T 2659.</summary>
    public string? OriginCountry { get; set; }

    /// <summary>Six digits, GB/T 32847-2016.</summary>
    public string? ClassCode { get; set; }

    public Acquisition? Acquisition { get; set; }

    public Generality? Generality { get; set; }

    /// <summary>Original value 原值 in fen, as in the asset register.</summary>
    public long? OriginalValueFen { get; set; }

    /// <summary>建账日期.</summary>
    public DateOnly? BookedOn { get; set; }

    /// <summary>启用日期.</summary>
    public DateOnly? InUseSince { get; set; }

    /// <summary>验收日期: starts the 30 working days within which the instrument has to be listed (IM 13).</summary>
    public DateOnly? AcceptedOn { get; set; }

    public string? Department { get; set; }

    public string? TechnicalSpecifications { get; set; }

    public string? Functions { get; set; }

    /// <summary>1 to 4 first-level disciplines, codes of GB/T 13745-2009.</summary>
    public List<string> Disciplines { get; set; } = [];

    /// <summary>1 to 4 sources.</summary>
    public List<FundingSource> FundingSources { get; set; } = [];

    public string? ServicesOffered { get; set; }

    /// <summary>服务的典型成果.</summary>
    public string? Achievements { get; set; }

    /// <summary>用户须知.</summary>
    public string? UserNotes { get; set; }

    /// <summary>参考收费标准.</summary>
    public string? FeeStandard { get; set; }

    public string? BookingUrl { get; set; }

    /// <summary>County of the place where it stands, six digits (GB/T 2260).</summary>
    public string? RegionCode { get; set; }

    public string? Street { get; set; }

    public CarrierType? CarrierType { get; set; }

    public string? CarrierNumber { get; set; }

    public string? CarrierName { get; set; }

    public string? ContactName { get; set; }

    public string? ContactPhone { get; set; }

    public string? ContactEmail { get; set; }

    public string? ContactAddress { get; set; }

    public string? Postcode { get; set; }

    public OperatingStatus? OperatingStatus { get; set; }

    public SharingMode? SharingMode { get; set; }

    /// <summary>Still under customs supervision 海关监管; then the four fields below are needed (I-3).</summary>
    public bool? CustomsSupervised { get; set; }

    /// <summary>18 characters.</summary>
    public string? CustomsDeclarationNumber { get; set; }

    /// <summary>Two digits.</summary>
    public string? CustomsItemNumber { get; set; }

    public DateOnly? CustomsReleasedOn { get; set; }

    public string? CustomsName { get; set; }

    /// <summary>Year of the two figures below.</summary>
    public int? HoursYear { get; set; }

    /// <summary>年有效工作机时 as declared by the unit: preparation, test and post-processing, idle excluded; hours.</summary>
    public decimal? AnnualHours { get; set; }

    /// <summary>年对外服务机时 as declared by the unit; hours, at most <see cref="AnnualHours"/>.</summary>
    public decimal? ExternalHours { get; set; }
}
