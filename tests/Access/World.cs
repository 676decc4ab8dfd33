using System.Collections.Concurrent;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modular.Contracts.Units;
using Modular.Instruments;
using Modular.Shared;
using Modular.Shared.Sheets;
using Modular.Units;

namespace Modular.Tests.Access;

/// <summary>
/// A platform of its own with two regions, in which every kind of object stands at every spot: in the own unit, in the unit beside it, below
/// another department, in another region. Nobody else writes here, so that lists can be counted and tables compared.
/// </summary>
sealed partial class World : IAsyncDisposable
{
    public const string AuditAction = "planted.line";

    readonly ConcurrentDictionary<(Kind, Spot, string), Target> _planted = new();
    readonly Dictionary<Spot, Organisation> _units = [];
    readonly Dictionary<Spot, Organisation> _supervisors = [];
    readonly Dictionary<Spot, Organisation> _regions = [];
    int _markers;
    int _policies;

    World()
    {
    }

    public App App { get; } = new();

    /// <summary>The unit beside the caller's, under the same department.</summary>
    public Guid Sibling => _units[Spot.SiblingUnit].Id;

    public Organisation OfficeOf(Spot region) => region == Spot.Own ? Office : OtherOffice;

    /// <summary>A unit outside every region, with which others are affiliated: only their side decides who sees it.</summary>
    public ManagingUnit Partner { get; private set; } = null!;

    public Organisation Office { get; private set; } = null!;

    public Organisation OtherOffice { get; private set; } = null!;

    public IReadOnlyList<string> Modules => [.. App.Services.GetServices<ModuleEntry>().Select(module => module.Mark.Name)];

    /// <summary>Everything that answers may list.</summary>
    public IEnumerable<Target> Planted => _planted.Values.Where(target => target.Exists);

    public Organisation UnitAt(Spot spot) => _units[spot];

    public Organisation SupervisorAt(Spot spot) => _supervisors[spot];

    public static async Task<World> Plant()
    {
        var world = new World();
        await world.App.InitializeAsync();
        await world.PlantOrganisations();
        await world.PlantPanels();
        world.Partner = (await world.App.Stored<ManagingUnit>((await world.App.Unit(await world.App.Supervisor(world.App.ServiceUser))).Id))!;
        foreach (var spot in world._units.Keys) await world.PlantAt(spot);
        await world.App.Services.GetRequiredService<Catalogue>().Follow(CancellationToken.None);
        await world.App.Services.GetRequiredService<Modular.PurchaseReview.StockFollower>().Follow(CancellationToken.None);
        return world;
    }

    public async ValueTask DisposeAsync() => await App.DisposeAsync();

    public void Add(Target target) => _planted[(target.Kind, target.Spot, target.State.Length > 0 ? target.State : target.Key)] = target;

    public string NewMarker() => $"MK{Interlocked.Increment(ref _markers):X6}Z";

    /// <summary>The objects a probe is tried with: where they stand, in the right state; in a wrong one in the own unit; gone; never there.</summary>
    public IEnumerable<Target> TargetsOf(Probe probe, Principal principal)
    {
        if (probe.Kind == Kind.Nothing) return [new Target(Kind.Nothing, Spot.Own, "", "", "", "", 0, default)];
        var wrong = probe.WrongStates.SelectMany(state => Planted.Where(t => t.Kind == probe.Kind && t.Spot == Spot.Own && t.State == state));
        var right = _planted.Values.Where(t => t.Kind == probe.Kind && (t.State == probe.State || probe.State.Length == 0 && t.Kind is not Kind.Instrument));
        if (probe.Kind is Kind.Session or Kind.Notice or Kind.Filter)
            right = right.Where(t => t.Spot != Spot.Own).Append(new Target(probe.Kind, Spot.Own, "", Guid.Empty.ToString(), principal.Path, "", 1, principal.AccountId));
        // Who asks by an instrument's marker asks for any of them.
        if (probe is { Kind: Kind.Instrument, State.Length: 0 }) right = _planted.Values.Where(t => t.Kind == Kind.Instrument && t.State is "Draft" or "Listed");
        return right.Concat(wrong).Distinct().Append(Missing(probe.Kind));
    }

    /// <summary>One more of the same, for a request that will change it.</summary>
    public async Task<Target> Fresh(Target like, Principal principal) => like.Kind switch
    {
        Kind.Instrument => await Instrument(like.Spot, like.State),
        Kind.Import => await Import(like.Spot, like.State),
        Kind.Exemption => await Exemption(like.Spot, like.State),
        Kind.Carrier => await Carrier(like.Spot, like.State),
        Kind.PurchaseCase => await PurchaseCase(like.Spot, like.State),
        Kind.Round => await Round(like.Spot, like.State, withCase: true),
        Kind.Expectation => _awaited[(await PurchaseCase(like.Spot, "Decided")).Id],
        Kind.AssetPackage => await AssetPackage(like.Spot, like.State),
        Kind.AssetFinding => await AssetFinding(like.Spot, like.State),
        Kind.Account => await Account(like.Spot),
        Kind.DeadLetter => await DeadLetter(like.State),
        Kind.MachineKey => await MachineKey(like.Spot, like.State),
        Kind.Integrity => await Integrity(like.Spot),
        Kind.Policy => await Policy(like.Spot),
        Kind.Affiliation => await Affiliation(like.Spot),
        Kind.Grade => await Grade(like.Spot, like.State),
        Kind.Staff => (await Staff(like.Spot))[0],
        Kind.Session => await Session(like.Spot, principal.AccountId, principal.Path),
        Kind.Job => await Job(like.State, like.Spot, like.Owner),
        Kind.Notice => await Notice(like.Spot, principal.AccountId, principal.Path),
        Kind.Filter => await Filter(like.Spot, principal.AccountId, principal.Path, lent: false),
        Kind.Mail => await Mail(like.Spot, like.State),
        Kind.Unit => like with { Version = (await App.Stored<ManagingUnit>(like.Id))!.Version },
        Kind.Supervisor or Kind.Region => like with { Version = (await App.Stored<Organisation>(like.Id))!.Version },
        _ => like,
    };

    /// <summary>Something of the principal's own that a request needs besides.</summary>
    public Task<Target> Companion(Probe probe, Principal principal)
    {
        var spot = _units.First(unit => unit.Value.Path.StartsWith(principal.ScopePath, StringComparison.Ordinal)).Key;
        return probe.Companion switch
        {
            Kind.Import => Import(spot, "Ready", principal.ScopePath),
            Kind.Exemption => Exemption(spot, "Returned"),
            Kind.AssetFinding => AssetFinding(spot, probe.State),
            Kind.PurchaseCase => PurchaseCase(spot, probe.State),
            _ => Instrument(spot, probe.State.Length == 0 ? "Draft" : probe.State),
        };
    }

    /// <summary>What the object's row says now; equal before and after a request that must not touch it.</summary>
    public async Task<int?> VersionNow(Target target) => target.Kind switch
    {
        Kind.AssetFinding => (await App.Stored<AssetFinding>(target.Id))?.Version,
        Kind.PurchaseCase => (await App.InDatabase<Modular.PurchaseReview.PurchaseReviewDb, Modular.PurchaseReview.PurchaseCase?>(async db => await db.Cases.FindAsync(target.Id)))?.Version,
        _ => (await App.Stored<Instrument>(target.Id))?.Version,
    };

    Target Missing(Kind kind) => new(kind, Spot.Missing, "", kind == Kind.DeadLetter ? "999999999" : Guid.CreateVersion7().ToString(), "~", NewMarker(), 1, default);

    async Task PlantOrganisations()
    {
        foreach (var spot in new[] { Spot.Own, Spot.OtherRegion })
        {
            var region = await App.NewRegion(NewMarker());
            _regions[spot] = region;
            Add(Of(Kind.Region, spot, region));
            Add(await Policy(spot));
        }

        Office = await App.NewOffice(_regions[Spot.Own], NewMarker());
        OtherOffice = await App.NewOffice(_regions[Spot.OtherRegion], NewMarker());
        foreach (var (spot, region) in new[] { (Spot.Own, Spot.Own), (Spot.OtherDepartment, Spot.Own), (Spot.OtherRegion, Spot.OtherRegion) })
        {
            _supervisors[spot] = await App.Supervisor(_regions[region], NewMarker());
            Add(Of(Kind.Supervisor, spot, _supervisors[spot]));
        }

        foreach (var (spot, supervisor) in new[] { (Spot.Own, Spot.Own), (Spot.SiblingUnit, Spot.Own), (Spot.OtherDepartment, Spot.OtherDepartment), (Spot.OtherRegion, Spot.OtherRegion) })
        {
            _units[spot] = await App.Unit(_supervisors[supervisor], NewMarker());
            Add(Of(Kind.Unit, spot, _units[spot]));
        }
    }

    async Task PlantAt(Spot spot)
    {
        foreach (var state in Enum.GetNames<LifeCycle>()) Add(await Instrument(spot, state));
        foreach (var state in new[] { "Ready", "Done" }) Add(await Import(spot, state));
        foreach (var state in new[] { "Submitted", "Returned", "Endorsed", "Filed" }) Add(await Exemption(spot, state));
        foreach (var state in Enum.GetNames<LifeCycle>()) Add(await Carrier(spot, state));
        foreach (var state in new[] { "Compared", "Taken" }) Add(await AssetPackage(spot, state));
        foreach (var state in CaseStates) Add(await PurchaseCase(spot, state));
        foreach (var state in CaseStatesWithPanel) Add(await PurchaseCase(spot, state));
        foreach (var state in new[] { "Open", "Done" }) Add(await AssetFinding(spot, state));
        Add(await AssetCard(spot));
        var account = await Account(spot);
        Add(account);
        Add(await Integrity(spot));
        Add(await Affiliation(spot));
        foreach (var state in new[] { "Open", "Withdrawn" }) Add(await Grade(spot, state));
        foreach (var target in await Staff(spot)) Add(target);
        foreach (var state in new[] { "Valid", "Withdrawn" }) Add(await MachineKey(spot, state));
        if (spot != Spot.Own) Add(await Session(spot, account.Id, account.Path));
        if (spot != Spot.Own) Add(await Notice(spot, account.Id, account.Path));
        if (spot != Spot.Own) Add(await Filter(spot, account.Id, account.Path, lent: false));
        Add(await Filter(spot, account.Id, account.Path, lent: true));
        foreach (var state in new[] { "Dead", "Sent" }) Add(await Mail(spot, state));
        foreach (var module in Modules)
        {
            Add(await AuditLine(module, spot, _planted[(Kind.Instrument, spot, "Draft")].Id, account.Id));
            foreach (var state in new[] { module, $"{module} stopped" }) Add(await Job(state, spot, account.Id));
            if (spot == Spot.Own) Add(await DeadLetter(module));
        }

        if (spot != Spot.Own) return;
        var thrownAway = await Import(spot, "Ready");
        await App.InDatabase<InstrumentsDb, int>(db => db.Imports.Where(i => i.Id == thrownAway.Id).ExecuteDeleteAsync());
        Add(thrownAway with { Spot = Spot.Deleted });
        var ended = await Exemption(spot, "Submitted");
        await App.InDatabase<InstrumentsDb, int>(db => db.Exemptions.Where(e => e.Id == ended.Id).ExecuteDeleteAsync());
        Add(ended with { Spot = Spot.Deleted });
        foreach (var state in Enum.GetNames<LifeCycle>())
        {
            var left = await Carrier(spot, state);
            await App.InDatabase<InstrumentsDb, int>(db => db.Carriers.Where(c => c.Id == left.Id).ExecuteDeleteAsync());
            Add(left with { Spot = Spot.Deleted });
        }

        var dropped = await PurchaseCase(spot, "Submitted");
        await App.InDatabase<Modular.PurchaseReview.PurchaseReviewDb, int>(db => db.Cases.Where(c => c.Id == dropped.Id).ExecuteDeleteAsync());
        Add(dropped with { Spot = Spot.Deleted });
        var discarded = await AssetPackage(spot, "Compared");
        await App.InDatabase<InstrumentsDb, int>(db => db.AssetPackages.Where(p => p.Id == discarded.Id).ExecuteDeleteAsync());
        Add(discarded with { Spot = Spot.Deleted });
        foreach (var state in Enum.GetNames<LifeCycle>())
        {
            var gone = await Instrument(spot, state);
            await App.InDatabase<InstrumentsDb, int>(db => db.Instruments.Where(i => i.Id == gone.Id).ExecuteDeleteAsync());
            Add(gone with { Spot = Spot.Deleted });
        }
    }

    static Target Of(Kind kind, Spot spot, Organisation organisation) =>
        new(kind, spot, "", organisation.Id.ToString(), organisation.Path, organisation.Name, 1, organisation.Id);
}
