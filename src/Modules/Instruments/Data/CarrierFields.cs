using System.Linq.Expressions;

namespace Modular.Instruments;

/// <summary>The fields of each kind that instruments can belong to, in the order of its form: the one list behind form, export, remarks and differences (I-1).</summary>
internal static class CarrierFields
{
    public const string Building = "building", Scientist = "scientist", Operator = "operator", Papers = "papers";

    const string Identity = InstrumentFields.Identity, Technical = InstrumentFields.Technical, Sharing = InstrumentFields.Sharing, Place = InstrumentFields.Place, Contact = InstrumentFields.Contact;

    static readonly RecordField[] Where =
    [
        Of(r => r.RegionCode, Place, "安放地址（旗县区）", "County", FieldKind.Region, 6, "province/city/county", required: true),
        Of(r => r.Street, Place, "安放地址（街道）", "Street", FieldKind.Text, 100, "street"),
    ];

    static readonly IReadOnlyList<RecordField> Facility =
    [
        Of(r => r.Number, Identity, "所属单位科学装置编号", "Number", FieldKind.Text, 50, "innerId", required: true),
        Of(r => r.NameZh, Identity, "装置名称（中文）", "Name (Chinese)", FieldKind.Text, 50, "cname", required: true),
        Of(r => r.NameEn, Identity, "英文名称", "Name (English)", FieldKind.Text, 100, "ename", national: true),
        Of(r => r.ShortName, Identity, "英文简称", "Short name (English)", FieldKind.Text, 50, "enameShort"),
        Of(r => r.Category, Identity, "设施类别", "Category", FieldKind.Choice, null, "deviceCategory", required: true),
        Of(r => r.Disciplines, Identity, "主要学科领域", "Disciplines", FieldKind.Discipline, null, "subject", national: true),
        Of(r => r.Construction, Building, "建设情况", "Construction", FieldKind.Choice, null, "construction", required: true),
        Of(r => r.ConstructionCostFen, Building, "建设经费", "Construction cost", FieldKind.Money, null, "worth", required: true),
        Of(r => r.AcceptedOn, Building, "验收通过日期", "Accepted on", FieldKind.Date, null, "beginDate", national: true),
        Of(r => r.CompetentDepartment, Building, "主管部门", "Competent department", FieldKind.Text, 100, "competentDep", national: true),
        Of(r => r.SupportingUnit, Building, "依托单位", "Supporting unit", FieldKind.Text, 100, "supInsname", national: true),
        Of(r => r.ApprovingDepartment, Building, "批复部门", "Approving department", FieldKind.Text, 100, "approvalDep", national: true),
        Of(r => r.ScientificFocus, Technical, "科学技术中心", "Scientific focus", FieldKind.LongText, 500, "technical", national: true),
        Of(r => r.Functions, Technical, "主要功能及技术指标", "Functions and specifications", FieldKind.LongText, 300, "function", required: true),
        Of(r => r.DomesticUsers, Sharing, "国内主要单位用户", "Main users in China", FieldKind.LongText, 200, "serviceContent", national: true),
        Of(r => r.ForeignUsers, Sharing, "国外主要单位用户", "Main users abroad", FieldKind.LongText, 500, "requirement", national: true),
        Of(r => r.Achievements, Sharing, "支撑重大科研任务、经济社会效益与国际合作成果", "Achievements", FieldKind.LongText, 500, "achievement", national: true),
        Of(r => r.Website, Sharing, "装置网站网址", "Website", FieldKind.WebAddress, 100, "url", national: true),
        Of(r => r.Video, Sharing, "科普视频网址", "Video for the public", FieldKind.WebAddress, 150, "video", national: true),
        .. Where,
        Of(r => r.ContactName, Contact, "填报联系人", "Contact", FieldKind.Text, 20, "contact", required: true),
        Of(r => r.ContactPhone, Contact, "联系人电话", "Contact's telephone", FieldKind.Text, 20, "phone", national: true),
        Of(r => r.ContactEmail, Contact, "联系人邮箱", "Contact's e-mail", FieldKind.Text, 50, "email", national: true),
        Of(r => r.ContactPosition, Contact, "联系人职务", "Contact's position", FieldKind.Text, 50, "fillPosition", national: true),
        Of(r => r.ContactOrganisation, Contact, "联系人单位", "Contact's organisation", FieldKind.Text, 100, "fillInsname", national: true),
        Of(r => r.ScientistName, Scientist, "首席科学家", "Chief scientist", FieldKind.Text, 20, "sciContact", national: true),
        Of(r => r.ScientistPhone, Scientist, "首席科学家电话", "Chief scientist's telephone", FieldKind.Text, 20, "sciPhone", national: true),
        Of(r => r.ScientistEmail, Scientist, "首席科学家邮箱", "Chief scientist's e-mail", FieldKind.Text, 50, "sciEmail", national: true),
        Of(r => r.ScientistPosition, Scientist, "首席科学家职务", "Chief scientist's position", FieldKind.Text, 50, "sciPosition", national: true),
        Of(r => r.ScientistOrganisation, Scientist, "首席科学家单位", "Chief scientist's organisation", FieldKind.Text, 100, "sciInsname", national: true),
        Of(r => r.OperatorName, Operator, "运行负责人", "Head of operation", FieldKind.Text, 20, "runContact", national: true),
        Of(r => r.OperatorPhone, Operator, "运行负责人电话", "Head of operation's telephone", FieldKind.Text, 20, "runPhone", national: true),
        Of(r => r.OperatorEmail, Operator, "运行负责人邮箱", "Head of operation's e-mail", FieldKind.Text, 50, "runEmail", national: true),
        Of(r => r.OperatorPosition, Operator, "运行负责人职务", "Head of operation's position", FieldKind.Text, 50, null),
        Of(r => r.OperatorOrganisation, Operator, "运行负责人单位", "Head of operation's organisation", FieldKind.Text, 100, "runInsname", national: true),
        Of(r => r.LayoutImage, Papers, "布局图网址", "Layout picture", FieldKind.WebAddress, 150, "layoutImage", national: true),
        Of(r => r.KeyPartImage, Papers, "关键部件图网址", "Picture of the key parts", FieldKind.WebAddress, 150, "keyImage", national: true),
        Of(r => r.ExperimentImage, Papers, "实验操作图网址", "Picture of an experiment", FieldKind.WebAddress, 150, "experimentImage", national: true),
        Of(r => r.OrganisationRules, Papers, "组织管理制度网址", "Rules of organisation", FieldKind.WebAddress, 150, "organizationFile", national: true),
        Of(r => r.OpeningRules, Papers, "开放收费制度网址", "Rules of opening and fees", FieldKind.WebAddress, 150, "openFile", national: true),
        Of(r => r.ApplicationRules, Papers, "设施申请制度网址", "Rules of application", FieldKind.WebAddress, 150, "applyFile", national: true),
        Of(r => r.ResearchFiles, Papers, "研究成果附件网址（每行一个，至多五个）", "Addresses of results (one a line, at most five)", FieldKind.LongText, 760, "researchFileOne..Five"),
    ];

    static readonly RecordField[] People =
    [
        Of(r => r.ContactName, Contact, "联系人", "Contact", FieldKind.Text, 20, "contact", required: true),
        Of(r => r.ContactPhone, Contact, "电话", "Telephone", FieldKind.Text, 20, "phone", required: true),
        Of(r => r.ContactEmail, Contact, "电子邮箱", "E-mail", FieldKind.Text, 50, "email", national: true),
        Of(r => r.ContactAddress, Contact, "通讯地址", "Postal address", FieldKind.Text, 100, "location", national: true),
        Of(r => r.Postcode, Contact, "邮政编码", "Postcode", FieldKind.Text, 6, "postalcode", national: true),
    ];

    // How many instruments it has and what they are worth is not entered: it is the sum of those that belong to it.
    static readonly IReadOnlyList<RecordField> Centre =
    [
        Of(r => r.Number, Identity, "所在单位中心编号", "Number", FieldKind.Text, 50, "innerId", required: true),
        Of(r => r.NameZh, Identity, "仪器中心名称", "Name (Chinese)", FieldKind.Text, 50, "cname", required: true),
        Of(r => r.Level, Identity, "仪器中心级别", "Level", FieldKind.Choice, null, "level"),
        Of(r => r.EstablishedOn, Identity, "成立日期", "Established on", FieldKind.Date, null, "establish", required: true),
        Of(r => r.Disciplines, Identity, "主要学科领域", "Disciplines", FieldKind.Discipline, null, "subject", national: true),
        Of(r => r.Accredited, Technical, "是否取得实验室认证认可", "Accredited laboratory", FieldKind.Flag, null, "accept", required: true),
        Of(r => r.RoomArea, Technical, "科研用房面积", "Area of research rooms", FieldKind.Area, null, "area", required: true),
        Of(r => r.Introduction, Sharing, "中心简介", "Introduction", FieldKind.LongText, 200, "serviceContent", required: true),
        Of(r => r.Website, Sharing, "仪器中心网址", "Website", FieldKind.WebAddress, 100, "url", national: true),
        .. Where,
        .. People,
    ];

    // The standard has withdrawn this kind (facts 2.1), the measures still name it (IM 2): what its users need is asked, nothing for the nation.
    static readonly IReadOnlyList<RecordField> Service =
    [
        Of(r => r.Number, Identity, "所在单位服务单元编号", "Number", FieldKind.Text, 50, null, required: true),
        Of(r => r.NameZh, Identity, "服务单元名称", "Name (Chinese)", FieldKind.Text, 50, null, required: true),
        Of(r => r.EstablishedOn, Identity, "成立日期", "Established on", FieldKind.Date, null, null),
        Of(r => r.Disciplines, Identity, "主要学科领域", "Disciplines", FieldKind.Discipline, null, null),
        Of(r => r.Accredited, Technical, "是否取得实验室认证认可", "Accredited laboratory", FieldKind.Flag, null, null),
        Of(r => r.RoomArea, Technical, "科研用房面积", "Area of research rooms", FieldKind.Area, null, null),
        Of(r => r.Introduction, Sharing, "单元简介", "Introduction", FieldKind.LongText, 200, null, required: true),
        Of(r => r.ServicesOffered, Sharing, "服务内容", "Services offered", FieldKind.LongText, 200, null, required: true),
        Of(r => r.UserNotes, Sharing, "用户须知", "Notes for users", FieldKind.LongText, 500, null),
        Of(r => r.FeeStandard, Sharing, "参考收费标准", "Fee standard", FieldKind.LongText, 500, null),
        Of(r => r.Website, Sharing, "服务网址", "Website", FieldKind.WebAddress, 100, null),
        .. Where.Select(Regional),
        .. People.Select(Regional),
    ];

    static readonly Dictionary<CarrierType, IReadOnlyList<RecordField>> ByKind = new()
    {
        [CarrierType.Facility] = Facility, [CarrierType.InstrumentCentre] = Centre, [CarrierType.ServiceUnit] = Service,
    };

    /// <summary>The kinds that have a record here; laboratories and banks are only named.</summary>
    public static IReadOnlyList<CarrierType> Kinds { get; } = [.. ByKind.Keys];

    public static bool IsKind(CarrierType? kind) => kind is { } known && ByKind.ContainsKey(known);

    public static IReadOnlyList<RecordField> Of(CarrierType kind) => ByKind[kind];

    /// <summary>Every field of any kind, once; of lengths the longest.</summary>
    public static IReadOnlyList<RecordField> Any { get; } =
        [.. ByKind.Values.SelectMany(fields => fields).GroupBy(field => field.Key, StringComparer.Ordinal).Select(same => same.MaxBy(field => field.MaxLength ?? 0)!)];

    static RecordField Regional(RecordField field) => field with { NationalKey = null, NationalRequired = false };

    static RecordField Of<T>(
        Expression<Func<CarrierRecord, T>> member, string group, string nameZh, string nameEn, FieldKind kind, int? maxLength, string? nationalKey,
        bool required = false, bool national = false) => RecordField.Of(member, group, nameZh, nameEn, kind, maxLength, nationalKey, required, national);
}
