using Modular.Instruments;
using Modular.Shared;
using Modular.Units;

namespace Modular.Tests;

/// <summary>Custodians and repairs, by the doors that people use.</summary>
internal static class Upkeeping
{
    public static readonly RepairFacts Broken = new(new DateOnly(2026, 2, 2), null, "No vacuum", null, "Maker", null, null);

    public static async Task<Guid> AccountId(this Client person) => (await person.Get<CurrentSession>("/api/units/session")).Account!.Id;

    /// <summary>A custodian of the unit under whose name these instruments run.</summary>
    public static async Task<Client> Custodian(this App app, Organisation unit, params IReadOnlyList<SavedInstrument> instruments)
    {
        var custodian = await app.SignedIn("custodian", unit);
        await (await app.SignedIn("unitAdministrator", unit)).Post<BulkReport>("/api/instruments/custodians", new AssignCustodians(CustodianChange.Add, [await custodian.AccountId()], Registry.Items([.. instruments])));
        return custodian;
    }

    public static Task<RepairRow> Enter(this Client person, Guid instrument, RepairFacts facts, DateOnly? back = null) =>
        person.Post<RepairRow>($"/api/instruments/{instrument}/repairs", new EnterRepair(facts, back));

    public static Task<RepairRow> Edit(this Client person, Guid instrument, RepairRow repair, Func<RepairFacts, RepairFacts> change, bool returns = true) =>
        person.Put<RepairRow>($"/api/instruments/{instrument}/repairs/{repair.Id}", new EditRepair(
            change(new RepairFacts(repair.From, repair.Until, repair.Fault, repair.Work, repair.DoneBy, repair.CostFen, repair.AttachmentId)), returns, repair.Version));

    public static Task<RepairRow> Strike(this Client person, Guid instrument, RepairRow repair, string reason = "another instrument's") =>
        person.Post<RepairRow>($"/api/instruments/{instrument}/repairs/{repair.Id}/strike", new StrikeRepair(reason, repair.Version));

    public static Task<Modular.Instruments.Upkeep> UpkeepOf(this Client person, Guid instrument) => person.Get<Modular.Instruments.Upkeep>($"/api/instruments/{instrument}/upkeep");
}
