namespace Modular.Instruments;

/// <summary>设施类别.</summary>
internal enum FacilityCategory
{
    /// <summary>专用研究设施.</summary>
    Dedicated,

    /// <summary>公共实验设施.</summary>
    PublicExperiment,

    /// <summary>公益服务设施.</summary>
    PublicBenefit,
}

/// <summary>建设情况.</summary>
internal enum ConstructionState
{
    UnderConstruction,
    Built,
}

/// <summary>仪器中心级别.</summary>
internal enum CentreLevel
{
    National,
    Provincial,
    Municipal,
    Unit,
}

/// <summary>
/// What is entered about a major facility 大型科学装置, an instrument centre 科学仪器中心 or a service unit 科学仪器服务单元 (I-1). Which of it a kind
/// has, by the national data standard, stands in <see cref="CarrierFields"/>.
/// </summary>
internal class CarrierRecord
{
    /// <summary>The unit's own number, by which the nation and the instruments' records know it.</summary>
    public string? Number { get; set; }

    public string? NameZh { get; set; }

    public string? NameEn { get; set; }

    /// <summary>英文简称.</summary>
    public string? ShortName { get; set; }

    public FacilityCategory? Category { get; set; }

    public ConstructionState? Construction { get; set; }

    public CentreLevel? Level { get; set; }

    /// <summary>建设经费 in fen.</summary>
    public long? ConstructionCostFen { get; set; }

    /// <summary>验收通过日期.</summary>
    public DateOnly? AcceptedOn { get; set; }

    /// <summary>成立日期.</summary>
    public DateOnly? EstablishedOn { get; set; }

    /// <summary>主管部门.</summary>
    public string? CompetentDepartment { get; set; }

    /// <summary>依托单位.</summary>
    public string? SupportingUnit { get; set; }

    /// <summary>批复部门.</summary>
    public string? ApprovingDepartment { get; set; }

    /// <summary>是否取得实验室认证认可.</summary>
    public bool? Accredited { get; set; }

    /// <summary>科研用房面积, square metres.</summary>
    public decimal? RoomArea { get; set; }

    /// <summary>1 to 4 first-level disciplines, codes of GB/T 13745-2009.</summary>
    public List<string> Disciplines { get; set; } = [];

    /// <summary>简介.</summary>
    public string? Introduction { get; set; }

    /// <summary>科学技术中心, as the standard names what a facility is the centre of.</summary>
    public string? ScientificFocus { get; set; }

    /// <summary>主要功能及技术指标.</summary>
    public string? Functions { get; set; }

    public string? ServicesOffered { get; set; }

    /// <summary>用户须知.</summary>
    public string? UserNotes { get; set; }

    /// <summary>参考收费标准.</summary>
    public string? FeeStandard { get; set; }

    public string? DomesticUsers { get; set; }

    public string? ForeignUsers { get; set; }

    public string? Achievements { get; set; }

    public string? Website { get; set; }

    public string? Video { get; set; }

    /// <summary>County of the place where it stands, six digits (GB/T 2260).</summary>
    public string? RegionCode { get; set; }

    public string? Street { get; set; }

    public string? ContactName { get; set; }

    public string? ContactPhone { get; set; }

    public string? ContactEmail { get; set; }

    public string? ContactPosition { get; set; }

    public string? ContactOrganisation { get; set; }

    public string? ContactAddress { get; set; }

    public string? Postcode { get; set; }

    /// <summary>首席科学家.</summary>
    public string? ScientistName { get; set; }

    public string? ScientistPhone { get; set; }

    public string? ScientistEmail { get; set; }

    public string? ScientistPosition { get; set; }

    public string? ScientistOrganisation { get; set; }

    /// <summary>运行负责人.</summary>
    public string? OperatorName { get; set; }

    public string? OperatorPhone { get; set; }

    public string? OperatorEmail { get; set; }

    public string? OperatorPosition { get; set; }

    public string? OperatorOrganisation { get; set; }

    /// <summary>布局图, where it can be loaded from; the standard wants addresses, not files.</summary>
    public string? LayoutImage { get; set; }

    public string? KeyPartImage { get; set; }

    public string? ExperimentImage { get; set; }

    /// <summary>组织管理制度.</summary>
    public string? OrganisationRules { get; set; }

    /// <summary>开放收费制度.</summary>
    public string? OpeningRules { get; set; }

    /// <summary>设施申请制度.</summary>
    public string? ApplicationRules { get; set; }

    /// <summary>研究成果附件: at most five addresses, one a line.</summary>
    public string? ResearchFiles { get; set; }
}
