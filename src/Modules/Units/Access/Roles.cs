using static Modular.Contracts.Permissions;

namespace Modular.Units;

/// <summary>A role: what the people of one tier are there for, as a set of permissions.</summary>
internal sealed record Role(string Name, Tier Tier, params string[] Permissions);

/// <summary>All roles, by tier (U-11).</summary>
internal static class Roles
{
    public static readonly IReadOnlyList<Role> All =
    [
        // 单位管理员, 联络员, 机组负责人
        new("unitAdministrator", Tier.Unit, UnitsRead, UnitsEdit, StaffRead, StaffEdit, AccountsManage, MachineKeysManage, InstrumentsRead, InstrumentsEdit, InstrumentsImport, InstrumentsOperate, InstrumentsEntrust, ExemptionsDeclare, AuditRead, PurchasesCheck, PurchasesRead, GradesRead, PurchasesApply, PurchasesEndorse),
        new("liaison", Tier.Unit, UnitsRead, UnitsEdit, StaffRead, StaffEdit, InstrumentsRead, InstrumentsEdit, InstrumentsImport, InstrumentsOperate, ExemptionsDeclare, PurchasesCheck, PurchasesRead, GradesRead, PurchasesApply),
        new("custodian", Tier.Unit, UnitsRead, InstrumentsRead, InstrumentsOperate),
        // 主管部门审核员
        new("reviewer", Tier.Supervisor, UnitsRead, StaffRead, UnitsEdit, UnitsManage, AccountsManage, InstrumentsRead, InstrumentsReview, ExemptionsReview, AuditRead, PurchasesCheck, PurchasesRead, GradesRead, PurchasesReview, PurchasesAssess),
        // 科技厅, 财政厅, 创新中心
        new("policyOfficer", Tier.Region, UnitsRead, StaffRead, PoliciesEdit, UnitsEdit, UnitsManage, IntegrityManage, AccountsManage, InstrumentsRead, InstrumentsImport, ExemptionsFile, AuditRead, OperationsRead, PurchasesCheck, PurchasesRead, GradesRead, GradesManage, PurchasesAssess),
        new("financeOfficer", Tier.Region, UnitsRead, InstrumentsRead, PurchasesCheck, PurchasesRead, GradesRead, PurchasesAssess),
        new("centreOfficer", Tier.Region, UnitsRead, StaffRead, UnitsEdit, UnitsManage, InstrumentsRead, InstrumentsImport, AuditRead, OperationsRead, PurchasesCheck, PurchasesRead, GradesRead, PurchasesConvene),
        // 国家平台中心
        new("nationalOfficer", Tier.Nation, UnitsRead, InstrumentsRead, PurchasesCheck, PurchasesRead, GradesRead),
        new("expert", Tier.Expert, PurchasesRead, PurchasesAssess),
        new("requester", Tier.ServiceUser),
    ];

    static readonly Dictionary<string, Role> ByName = All.ToDictionary(role => role.Name, StringComparer.Ordinal);

    public static Role? Find(string name) => ByName.GetValueOrDefault(name);

    public static IReadOnlyList<string> PermissionsOf(IEnumerable<string> roles) =>
        [.. roles.SelectMany(name => Find(name)?.Permissions ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
