using Modular.Instruments;
using Modular.Units;

namespace Modular.Tests;

/// <summary>A unit with an overdue instrument, the department above it, the region's officer, and the statement between them (I-6).</summary>
internal sealed class Statements
{
    public const string Address = "/api/instruments/exemptions";

    public required Organisation Region { get; init; }

    public required Organisation Bureau { get; init; }

    public required Organisation Unit { get; init; }

    public required Client Liaison { get; init; }

    public required Client Reviewer { get; init; }

    public required Client Officer { get; init; }

    public required SavedInstrument Instrument { get; init; }

    public static async Task<Statements> In(App app)
    {
        var region = await app.NewRegion();
        var bureau = await app.Supervisor(region);
        var unit = await app.Unit(bureau);
        var liaison = await app.SignedIn("liaison", unit);
        return new Statements
        {
            Region = region,
            Bureau = bureau,
            Unit = unit,
            Liaison = liaison,
            Reviewer = await app.SignedIn("reviewer", bureau),
            Officer = await app.SignedIn("policyOfficer", await app.NewOffice(region)),
            Instrument = await liaison.Registered("old microscope"),
        };
    }

    public Task<SavedExemption> Declared(ExemptionFacts? facts = null) => Liaison.Post<SavedExemption>(Address, new DeclareExemption(facts ?? Some.Exemption(Instrument.Id)));

    public Task<SavedExemption> Reviewed(SavedExemption exemption, bool endorse = true) =>
        Reviewer.Post<SavedExemption>($"{Address}/{exemption.Id}/review", new ReviewExemption(endorse, endorse ? null : "say why", exemption.Version));

    public Task<SavedExemption> Filed(SavedExemption exemption, bool file = true) =>
        Officer.Post<SavedExemption>($"{Address}/{exemption.Id}/file", new FileExemption(file, file ? "Record 12" : null, file ? null : "still in use", exemption.Version));

    public async Task<SavedExemption> OnRecord(ExemptionFacts? facts = null) => await Filed(await Reviewed(await Declared(facts)));

    public Task<ExemptionDetails> Read(SavedExemption exemption) => Liaison.Get<ExemptionDetails>($"{Address}/{exemption.Id}");

    public async Task<int> Overdue() => (await Liaison.Get<DutyOverview>("/api/instruments/duties/counts")).Total.Overdue;
}
