using System.Text.Json;
using Modular.Contracts;
using Modular.Shared;
using Modular.Shared.Sheets;

namespace Modular.Instruments;

/// <summary>How an instrument's record stands in a spreadsheet: the columns of the national template, codes in words, money in 万元. What is exported can be imported again.</summary>
internal static class InstrumentSheet
{
    static readonly Dictionary<string, string> GroupTitles = new(StringComparer.Ordinal)
    {
        [InstrumentFields.Identity] = "仪器基本信息",
        [InstrumentFields.Origin] = "来源与价值",
        [InstrumentFields.Technical] = "技术信息",
        [InstrumentFields.Sharing] = "开放共享",
        [InstrumentFields.Use] = "运行情况",
        [InstrumentFields.Place] = "安放地址",
        [InstrumentFields.Contact] = "联系人信息",
        [InstrumentFields.Customs] = "海关管理",
        [CarrierFields.Building] = "建设与批复",
        [CarrierFields.Scientist] = "首席科学家",
        [CarrierFields.Operator] = "运行负责人",
        [CarrierFields.Papers] = "制度与资料",
    };

    static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["acquisition.purchased"] = "购置", ["acquisition.developed"] = "研制", ["acquisition.donated"] = "赠送", ["acquisition.other"] = "其他",
        ["generality.general"] = "通用", ["generality.special"] = "专用",
        ["fundingSources.central"] = "中央财政资金", ["fundingSources.local"] = "地方财政资金", ["fundingSources.own"] = "单位自有资金", ["fundingSources.other"] = "其他资金",
        ["operatingStatus.inService"] = "正常", ["operatingStatus.idle"] = "待机", ["operatingStatus.occasionalFaults"] = "偶有故障",
        ["operatingStatus.frequentFaults"] = "故障频繁", ["operatingStatus.underRepair"] = "待修", ["operatingStatus.awaitingDisposal"] = "待报废",
        ["sharingMode.internal"] = "内部共享", ["sharingMode.external"] = "外部共享", ["sharingMode.none"] = "不共享",
        ["carrierType.none"] = "无", ["carrierType.instrumentCentre"] = "科学仪器中心", ["carrierType.facility"] = "大型科学装置",
        ["carrierType.serviceUnit"] = "科学仪器服务单元", ["carrierType.keyLaboratory"] = "国家重点实验室", ["carrierType.engineeringCentre"] = "国家工程技术研究中心",
        ["carrierType.germplasmBank"] = "生物种质资源库馆",
        ["category.dedicated"] = "专用研究设施", ["category.publicExperiment"] = "公共实验设施", ["category.publicBenefit"] = "公益服务设施",
        ["construction.underConstruction"] = "在建", ["construction.built"] = "建成",
        ["level.national"] = "国家级", ["level.provincial"] = "省部级", ["level.municipal"] = "地市级", ["level.unit"] = "单位级",
    };

    public static IReadOnlyList<SheetColumn> Columns { get; } = [.. InstrumentFields.All.Select(Column)];

    public static SheetColumn Column(RecordField field) =>
        new(Title(field), FormatOf(field.Kind), Width(field.Kind), NoteOf(field), ChoicesOf(field), GroupTitles[field.Group], field.Required);

    public static IReadOnlyList<object?> Row(InstrumentRecord record) => [.. InstrumentFields.All.Select(field => Cell(field, record))];

    /// <summary>A field's value as a reader of the sheet expects it; null where there is none.</summary>
    public static object? Cell(RecordField field, object record)
    {
        if (field.IsEmpty(record)) return null;
        var value = field.Read(record);
        return field.Kind switch
        {
            FieldKind.Money => (long)value! / 1_000_000m,
            FieldKind.Flag => (bool)value! ? "是" : "否",
            FieldKind.Choice => Word(field, value!),
            FieldKind.Choices => string.Join('，', ((System.Collections.IEnumerable)value!).Cast<object>().Select(code => Word(field, code))),
            FieldKind.Discipline => string.Join('，', ((IEnumerable<string>)value!).Select(code => Disciplines.Find(code)?.NameZh ?? code)),
            FieldKind.Region => Regions.Find((string)value!) is { } region ? Place(region) : value,
            _ => value,
        };
    }

    public static string Title(RecordField field) => field.Kind switch
    {
        FieldKind.Money => $"{field.NameZh}（万元）",
        FieldKind.Hours => $"{field.NameZh}（小时）",
        FieldKind.Area => $"{field.NameZh}（㎡）",
        _ => field.NameZh,
    };

    /// <summary>A choice's code in the words of the standard.</summary>
    public static string Word(RecordField field, object code)
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(code.ToString()!);
        return Words.GetValueOrDefault($"{field.Key}.{name}", name);
    }

    static string Place(Region region) => region.Level == RegionLevel.County && region.ParentCode is { } parent
        ? $"{Regions.Find(parent)!.NameZh}{region.NameZh}"
        : region.NameZh;

    static IReadOnlyList<string>? ChoicesOf(RecordField field) => field.Kind switch
    {
        FieldKind.Choice => [.. field.Codes.Select(code => Words.GetValueOrDefault($"{field.Key}.{code}", code))],
        FieldKind.Flag => ["是", "否"],
        _ => null,
    };

    static string? NoteOf(RecordField field) => (field.MaxLength, field.Kind) switch
    {
        ({ } length, FieldKind.Text or FieldKind.LongText) => $"最多{length}字",
        (_, FieldKind.Money) => "单位：万元，保留小数点后两位",
        (_, FieldKind.Date) => "例：2016-01-01",
        (_, FieldKind.ClassCode) => "GB/T 32847 六位分类编码",
        (_, FieldKind.Discipline) => "GB/T 13745 一级学科，最多4个，用逗号分隔",
        (_, FieldKind.Choices) => "最多4个，用逗号分隔",
        _ => null,
    };

    static SheetColumnFormat FormatOf(FieldKind kind) => kind switch
    {
        FieldKind.Money => SheetColumnFormat.General,
        FieldKind.Date => SheetColumnFormat.Date,
        FieldKind.Year => SheetColumnFormat.Integer,
        FieldKind.Hours or FieldKind.Area => SheetColumnFormat.General,
        _ => SheetColumnFormat.Text,
    };

    static int Width(FieldKind kind) => kind switch
    {
        FieldKind.LongText => 40,
        FieldKind.Text or FieldKind.WebAddress => 22,
        _ => 14,
    };
}
