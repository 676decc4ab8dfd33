using static Modular.Contracts.Permissions;

namespace Modular.Units;

/// <summary>What a machine may be allowed at most: to read and keep the unit's own records. Never accounts, keys, decisions or the audit trail.</summary>
internal static class MachinePermissions
{
    public static readonly IReadOnlyList<string> All = [UnitsRead, InstrumentsRead, InstrumentsEdit, InstrumentsImport, InstrumentsOperate];
}
