using System.Linq.Expressions;

namespace Modular.Instruments;

/// <summary>All fields of the record in the order of the form: the one list behind form, import, export, remarks and differences.</summary>
internal static class InstrumentFields
{
    public const string Identity = "identity", Origin = "origin", Technical = "technical", Sharing = "sharing", Place = "place", Contact = "contact", Customs = "customs", Use = "use";

    public static readonly IReadOnlyList<RecordField> All =
    [
        Of(r => r.AssetNumber, Identity, "所在单位仪器编号", "Asset number", FieldKind.Text, 50, "innerId", required: true),
        Of(r => r.NameZh, Identity, "仪器设备名称", "Name (Chinese)", FieldKind.Text, 100, "cname", required: true),
        Of(r => r.NameEn, Identity, "英文名称", "Name (English)", FieldKind.Text, 100, "ename", national: true),
        Of(r => r.Model, Identity, "规格型号", "Model", FieldKind.Text, 100, "instrVersion", required: true),
        Of(r => r.ClassCode, Identity, "仪器分类编码", "Class", FieldKind.ClassCode, 6, "instrCategory", required: true),
        Of(r => r.Generality, Identity, "仪器设备类别", "General or special", FieldKind.Choice, null, "type", national: true),
        Of(r => r.Department, Identity, "所属单位内部门", "Department", FieldKind.Text, 100, "insideDepart", national: true),
        Of(r => r.Manufacturer, Origin, "生产制造商", "Manufacturer", FieldKind.Text, 100, "manufacturer", required: true),
        Of(r => r.OriginCountry, Origin, "产地国别", "Country of origin", FieldKind.Country, 50, "nation", required: true),
        Of(r => r.Acquisition, Origin, "设备来源", "Acquired by", FieldKind.Choice, null, "instrSource", national: true),
        Of(r => r.OriginalValueFen, Origin, "原值", "Original value", FieldKind.Money, null, "worth", required: true),
        Of(r => r.FundingSources, Origin, "主要购置经费来源", "Funding sources", FieldKind.Choices, null, "funds", national: true),
        Of(r => r.BookedOn, Origin, "建账日期", "Booking date", FieldKind.Date, null, "beginDate", required: true),
        Of(r => r.AcceptedOn, Origin, "验收日期", "Acceptance date", FieldKind.Date, null, null),
        Of(r => r.InUseSince, Origin, "启用日期", "In use since", FieldKind.Date, null, null),
        Of(r => r.TechnicalSpecifications, Technical, "主要技术指标", "Technical specifications", FieldKind.LongText, 500, "technical", national: true),
        Of(r => r.Functions, Technical, "主要功能", "Functions", FieldKind.LongText, 300, "function", national: true),
        Of(r => r.Disciplines, Technical, "主要学科领域", "Disciplines", FieldKind.Discipline, null, "subject", national: true),
        Of(r => r.OperatingStatus, Use, "运行状态", "Operating status", FieldKind.Choice, null, "status"),
        Of(r => r.SharingMode, Sharing, "共享模式", "Sharing mode", FieldKind.Choice, null, "shareMode"),
        Of(r => r.ServicesOffered, Sharing, "服务内容", "Services offered", FieldKind.LongText, 200, "serviceContent", national: true),
        Of(r => r.Achievements, Sharing, "服务的典型成果", "Typical achievements", FieldKind.LongText, 500, "achievement", national: true),
        Of(r => r.UserNotes, Sharing, "用户须知", "Notes for users", FieldKind.LongText, 500, "requirement", national: true),
        Of(r => r.FeeStandard, Sharing, "参考收费标准", "Fee standard", FieldKind.LongText, 500, "fee", national: true),
        Of(r => r.BookingUrl, Sharing, "预约服务网址", "Booking address", FieldKind.Text, 150, "serviceUrl"),
        Of(r => r.HoursYear, Use, "机时年度", "Year of the hours", FieldKind.Year, null, null),
        Of(r => r.AnnualHours, Use, "年总运行机时", "Effective hours a year", FieldKind.Hours, null, "runMachine", national: true),
        Of(r => r.ExternalHours, Use, "年对外服务机时", "External hours a year", FieldKind.Hours, null, "serviceMachine", national: true),
        Of(r => r.RegionCode, Place, "安放地址（旗县区）", "County", FieldKind.Region, 6, "province/city/county", national: true),
        Of(r => r.Street, Place, "安放地址（街道）", "Street", FieldKind.Text, 100, "street", national: true),
        Of(r => r.CarrierType, Place, "所属资源载体类型", "Belongs to", FieldKind.Choice, null, "instrBelongsType", national: true),
        Of(r => r.CarrierNumber, Place, "所属资源载体内部编号", "Number of what it belongs to", FieldKind.Text, 50, "instrBelongsName"),
        Of(r => r.CarrierName, Place, "隶属资源载体名称", "Name of what it belongs to", FieldKind.Text, 100, "resourceName"),
        Of(r => r.ContactName, Contact, "联系人", "Contact", FieldKind.Text, 20, "contact", national: true),
        Of(r => r.ContactPhone, Contact, "电话", "Telephone", FieldKind.Text, 20, "phone", national: true),
        Of(r => r.ContactEmail, Contact, "电子邮箱", "E-mail", FieldKind.Text, 50, "email", national: true),
        Of(r => r.ContactAddress, Contact, "通讯地址", "Postal address", FieldKind.Text, 100, "address", national: true),
        Of(r => r.Postcode, Contact, "邮政编码", "Postcode", FieldKind.Text, 6, "postalcode", national: true),
        Of(r => r.CustomsSupervised, Customs, "是否在海关监管年限内", "Under customs supervision", FieldKind.Flag, null, "instrSupervise", national: true),
        Of(r => r.CustomsDeclarationNumber, Customs, "进口报关单编号", "Customs declaration number", FieldKind.Text, 18, "declarationNumber"),
        Of(r => r.CustomsItemNumber, Customs, "进口报关单项号", "Customs item number", FieldKind.Text, 2, "itemNumber"),
        Of(r => r.CustomsReleasedOn, Customs, "海关放行日期", "Released by customs", FieldKind.Date, null, "importDate"),
        Of(r => r.CustomsName, Customs, "进口报关单上的名称", "Name on the customs form", FieldKind.Text, 30, "formname"),
    ];

    static readonly Dictionary<string, RecordField> ByKey = All.ToDictionary(field => field.Key, StringComparer.Ordinal);

    public static RecordField? Find(string key) => ByKey.GetValueOrDefault(key);

    public static IEnumerable<RecordField> MissingForSubmission(InstrumentRecord record) => All.Where(field => field.Required && field.IsEmpty(record));

    static RecordField Of<T>(
        Expression<Func<InstrumentRecord, T>> member, string group, string nameZh, string nameEn, FieldKind kind, int? maxLength, string? nationalKey,
        bool required = false, bool national = false) => RecordField.Of(member, group, nameZh, nameEn, kind, maxLength, nationalKey, required, national);
}
