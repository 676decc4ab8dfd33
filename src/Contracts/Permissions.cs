namespace Modular.Contracts;

/// <summary>Everything that may be allowed, by name. A slice names one; roles are sets of them.</summary>
public static class Permissions
{
    /// <summary>See the organisations and units of one's subtree.</summary>
    public const string UnitsRead = "units.read";

    /// <summary>Keep the facts of the units of one's subtree true (U-1).</summary>
    public const string UnitsEdit = "units.edit";

    /// <summary>Register organisations and units below one's own (U-1).</summary>
    public const string UnitsManage = "units.manage";

    /// <summary>Administer the accounts of one's subtree (U-11).</summary>
    public const string AccountsManage = "accounts.manage";

    /// <summary>Enter and end integrity records of the units of one's subtree (U-8).</summary>
    public const string IntegrityManage = "integrity.manage";

    /// <summary>Make and withdraw the keys of the unit's own systems (U-7).</summary>
    public const string MachineKeysManage = "keys.manage";

    /// <summary>See the register of analysts and testers of one's subtree, as much of it as one's tier needs (U-3, X-6).</summary>
    public const string StaffRead = "staff.read";

    /// <summary>Keep the unit's own register of analysts and testers (U-3).</summary>
    public const string StaffEdit = "staff.edit";

    /// <summary>Set the numbers of the region's policies (P-1 … P-10).</summary>
    public const string PoliciesEdit = "policies.edit";

    /// <summary>See the registry of one's subtree, drafts included.</summary>
    public const string InstrumentsRead = "instruments.read";

    /// <summary>Enter and correct instruments, submit them for review (I-2, I-4).</summary>
    public const string InstrumentsEdit = "instruments.edit";

    /// <summary>Bring in a list of instruments (I-9).</summary>
    public const string InstrumentsImport = "instruments.import";

    /// <summary>Say what an instrument is doing, in service, under repair, idle, and keep its repair log: all of the unit's, or only what is entrusted to one.</summary>
    public const string InstrumentsOperate = "instruments.operate";

    /// <summary>Say who of the unit's people runs which instrument (U-11).</summary>
    public const string InstrumentsEntrust = "instruments.entrust";

    /// <summary>Approve or return what units submit (I-4).</summary>
    public const string InstrumentsReview = "instruments.review";

    /// <summary>State why instruments of the own unit do not join (I-6).</summary>
    public const string ExemptionsDeclare = "exemptions.declare";

    /// <summary>Endorse or return such statements (I-6).</summary>
    public const string ExemptionsReview = "exemptions.review";

    /// <summary>Put such statements on record 备案, refuse or end them (I-6, IM 13).</summary>
    public const string ExemptionsFile = "exemptions.file";

    /// <summary>See the grades of the units of one's subtree, and what follows from them (E-10).</summary>
    public const string GradesRead = "grades.read";

    /// <summary>Enter, correct and withdraw grades, and accept what unqualified units have put right (E-6, E-8).</summary>
    public const string GradesManage = "grades.manage";

    /// <summary>Read the audit trail of one's subtree .</summary>
    public const string AuditRead = "audit.read";

    /// <summary>Watch the platform itself: outbox, jobs.</summary>
    public const string OperationsRead = "operations.read";

    /// <summary>Compare a wish with the whole stock, whoever owns it .</summary>
    public const string PurchasesCheck = "purchases.check";

    /// <summary>See the purchase cases of one's subtree, or those on whose panel one sits .</summary>
    public const string PurchasesRead = "purchases.read";

    /// <summary>Apply for instruments of the own unit .</summary>
    public const string PurchasesApply = "purchases.apply";

    /// <summary>Endorse or return the own unit's applications before they leave it.</summary>
    public const string PurchasesEndorse = "purchases.endorse";

    /// <summary>Endorse or return the applications of the units below, as their supervising department.</summary>
    public const string PurchasesReview = "purchases.review";

    /// <summary>Check completeness, edit the opinion, bring cases before a panel and record what it decides .</summary>
    public const string PurchasesConvene = "purchases.convene";

    /// <summary>Sit on a panel: declare conflicts, give an opinion, vote .</summary>
    public const string PurchasesAssess = "purchases.assess";
}
