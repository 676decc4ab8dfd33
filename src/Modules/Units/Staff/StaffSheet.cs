using System.Globalization;
using System.Text.RegularExpressions;
using Modular.Shared.Sheets;

namespace Modular.Units;

/// <summary>
/// The table of analysts and testers 在岗专职分析试验人员表. The notice names it as its annex 3 and leaves its columns unprinted; these are the
/// platform's own, known by their titles in whatever order, until the department issues others. Number, telephone and days stand after the
/// annex's columns: the unit needs them, the annex does not.
/// </summary>
internal static partial class StaffSheet
{
    public const string Name = "在岗专职分析试验人员表";

    public static readonly IReadOnlyList<StaffColumn> Columns =
    [
        new("name", "姓名", ["人员姓名", "name"], new("姓名", Width: 12, Required: true)),
        new("gender", "性别", ["gender", "sex"], new("性别", Width: 6, Choices: ["男", "女"], Required: true)),
        new("bornIn", "出生年月", ["出生日期", "出生年份月份", "生日", "bornin"], new("出生年月", Width: 12, Note: "如 1985-06", Required: true)),
        new("education", "学历/学位", ["学历", "学位", "最高学历", "文化程度", "education"], new("学历/学位", Width: 12, Choices: [.. EducationNames.Values], Required: true)),
        new("title", "职称", ["专业技术职务", "技术职称", "职务职称", "title"], new("职称", Width: 14)),
        new("speciality", "专业", ["所学专业", "从事专业", "speciality"], new("专业", Width: 18)),
        new("department", "所在部门", ["部门", "所在单位部门", "科室", "department"], new("所在部门", Width: 20)),
        new("post", "岗位", ["工作岗位", "post"], new("岗位", Width: 16)),
        new("instruments", "负责仪器", ["操作仪器", "负责仪器设备", "使用仪器", "instruments"], new("负责仪器", Width: 30)),
        new("years", "从事分析测试年限", ["从事分析测试工作年限", "分析测试年限", "从业年限", "工作年限", "年限", "years"], new("从事分析测试年限", SheetColumnFormat.Integer, Width: 16, Note: "年，整数")),
        new("certificates", "培训/资格证书", ["资格证书", "培训及资格证书", "证书", "certificates"], new("培训/资格证书", Width: 26)),
        new("fullTime", "是否专职", ["专职", "fulltime"], new("是否专职", Width: 10, Choices: ["是", "否"])),
        new("staffNumber", "工号", ["职工号", "人员编号", "staffnumber"], new("工号", Width: 12, Note: "同名同出生年月的人员用工号区分")),
        new("phone", "联系电话", ["电话", "手机", "phone"], new("联系电话", Width: 16)),
        new("joinedOn", "到岗日期", ["入职日期", "joinedon"], new("到岗日期", SheetColumnFormat.Date, Width: 12)),
        new("leftOn", "离岗日期", ["离职日期", "lefton"], new("离岗日期", SheetColumnFormat.Date, Width: 12)),
    ];

    static readonly Dictionary<string, StaffColumn> ByTitle = Columns
        .SelectMany(column => column.Titles.Append(column.Title).Select(title => (Title: Plain(title), Column: column)))
        .ToDictionary(pair => pair.Title, pair => pair.Column, StringComparer.Ordinal);

    public static string Chinese(Education education) => EducationNames.Values[(int)education];

    public static StaffColumn? Find(string title) => ByTitle.GetValueOrDefault(Plain(title));

    /// <summary>One person as a row, as far as the reader of the list sees them.</summary>
    public static IReadOnlyList<object?> Row(StaffFacts facts, StaffSight sight, int year) =>
    [
        sight.Name(facts.Name), facts.Gender == Gender.Male ? "男" : "女", sight.BornIn(facts.BornIn), Chinese(facts.Education), facts.Title, facts.Speciality, facts.Department, facts.Post, facts.Instruments,
        year - facts.AnalystSince, sight.Certificates(facts.Certificates), facts.FullTime ? "是" : "否", sight.StaffNumber(facts.StaffNumber), sight.Phone(facts.Phone), facts.JoinedOn, facts.LeftOn,
    ];

    // Brackets with remarks, blanks, marks: "从事分析测试年限（年）*" is the same column.
    static string Plain(string title) => Remarks().Replace(title, "").ToUpper(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[（(][^）)]*[）)]|[\s/／、*＊：:\-_]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Remarks();

    static class EducationNames
    {
        public static readonly string[] Values = ["博士", "硕士", "本科", "大专", "中专及以下"];
    }
}

/// <param name="Titles">What else the column is called.</param>
internal sealed record StaffColumn(string Field, string Title, IReadOnlyList<string> Titles, SheetColumn Written);
