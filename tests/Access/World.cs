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
        if (probe.Kind is Kind.Session or Kind.Notice)
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
        Kind.Account => await Account(like.Spot),
        Kind.DeadLetter => await DeadLetter(like.State),
        Kind.MachineKey => await MachineKey(like.Spot, like.State),
        Kind.Integrity => await Integrity(like.Spot),
        Kind.Policy => await Policy(like.Spot),
        Kind.Affiliation => await Affiliation(like.Spot),
        Kind.Staff => (await Staff(like.Spot))[0],
        Kind.Session => await Session(like.Spot, principal.AccountId, principal.Path),
        Kind.Notice => await Notice(like.Spot, principal.AccountId, principal.Path),
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
            _ => Instrument(spot, probe.State),
        };
    }

    /// <summary>What the object's row says now; equal before and after a request that must not touch it.</summary>
    public async Task<int?> VersionNow(Target target) => (await App.Stored<Instrument>(target.Id))?.Version;

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
        var account = await Account(spot);
        Add(account);
        Add(await Integrity(spot));
        Add(await Affiliation(spot));
        foreach (var target in await Staff(spot)) Add(target);
        foreach (var state in new[] { "Valid", "Withdrawn" }) Add(await MachineKey(spot, state));
        if (spot != Spot.Own) Add(await Session(spot, account.Id, account.Path));
        if (spot != Spot.Own) Add(await Notice(spot, account.Id, account.Path));
        foreach (var state in new[] { "Dead", "Sent" }) Add(await Mail(spot, state));
        foreach (var module in Modules)
        {
            Add(await AuditLine(module, spot, _planted[(Kind.Instrument, spot, "Draft")].Id, account.Id));
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
            var gone = await Instrument(spot, state);
            await App.InDatabase<InstrumentsDb, int>(db => db.Instruments.Where(i => i.Id == gone.Id).ExecuteDeleteAsync());
            Add(gone with { Spot = Spot.Deleted });
        }
    }

    Task<Target> Instrument(Spot spot, string state) => App.InDatabase<InstrumentsDb, Target>(async db =>
    {
        var (unit, marker, now) = (_units[spot], NewMarker(), App.Clock.GetUtcNow());
        var instrument = Modular.Instruments.Instrument.Draft(new UnitSummary(unit.Id, unit.Path, unit.Name, "", unit.RegionCode, CentralLevel: false), Some.Record(marker), now);
        InstrumentStates.Bring(instrument, Enum.Parse<LifeCycle>(state), now);
        db.Instruments.Add(instrument);
        db.Revisions.Add(new InstrumentRevision
        {
            InstrumentId = instrument.Id, Version = instrument.Version, At = now, AccountId = default, AccountName = "Somebody", OrganisationName = unit.Name, Action = "registered", Reason = marker,
        });
        db.Attachments.Add(await Photo(instrument.Id, marker));
        await db.SaveChangesAsync();
        return new Target(Kind.Instrument, spot, state, instrument.Id.ToString(), unit.Path, marker, instrument.Version, unit.Id);
    });

    // Under its instrument's own id, so that who has the one has the other.
    async Task<Attachment> Photo(Guid instrument, string marker)
    {
        using var content = new MemoryStream(Encoding.ASCII.GetBytes(marker));
        var stored = await App.Services.GetRequiredService<IFileStore>().Save(content, content.Length, CancellationToken.None);
        return new Attachment
        {
            Id = instrument, InstrumentId = instrument, Kind = AttachmentKind.Photo, FileName = "photo.jpg", ContentType = "image/jpeg", Hash = stored.Hash, SizeBytes = stored.Length,
            AddedAt = App.Clock.GetUtcNow(), AddedBy = marker,
        };
    }

    async Task<Target> Import(Spot spot, string state, string? ownerPath = null)
    {
        var (unit, marker) = (_units[spot], NewMarker());
        await using var scope = App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InstrumentsDb>();
        using var content = new MemoryStream(Imports.Csv("资产编号,仪器名称", $",{marker}"));
        var stored = await scope.ServiceProvider.GetRequiredService<IFileStore>().Save(content, content.Length, CancellationToken.None);
        using var book = SheetReader.Open(content);
        var (mapping, signature) = ImportInspection.Guess(book);
        var import = new InstrumentImport
        {
            OwnerPath = ownerPath ?? unit.Path, OrganisationId = unit.Id, AccountId = default, AccountName = "Somebody", CreatedAt = App.Clock.GetUtcNow(), FileHash = stored.Hash, FileName = marker,
            SizeBytes = stored.Length, FileKind = book.Kind, Sheets = ImportInspection.SheetsOf(book, 10), Signature = signature, Mapping = mapping with { UnitId = unit.Id },
        };
        db.Imports.Add(import);
        await db.SaveChangesAsync();
        await scope.ServiceProvider.GetRequiredService<ImportCheck>().Run(import, fresh: true, progress: null, CancellationToken.None);
        import.State = Enum.Parse<ImportState>(state);
        await db.SaveChangesAsync();
        return new Target(Kind.Import, spot, state, import.Id.ToString(), unit.Path, marker, import.Version, unit.Id);
    }

    async Task<Target> Account(Spot spot)
    {
        var (unit, marker) = (_units[spot], NewMarker());
        var account = await App.Account(unit, ["custodian"], account => account.DisplayName = marker);
        return new Target(Kind.Account, spot, "", account.Id.ToString(), unit.Path, marker, account.Version, unit.Id);
    }

    // One that has not begun to hold, of a number of its own kind: its source is shown wherever it is.
    Task<Target> Policy(Spot spot) => App.InDatabase<UnitsDb, Target>(async db =>
    {
        var (region, marker, now) = (_regions[spot], NewMarker(), App.Clock.GetUtcNow());
        var change = new PolicyChange
        {
            RegionPath = region.Path, Key = PolicyKey.SubsidyCap.Key, Number = Interlocked.Increment(ref _policies), Value = 100, ValidFrom = App.Clock.Today().AddDays(30), Source = marker, ChangedBy = "Somebody", ChangedAt = now,
        };
        db.PolicyChanges.Add(change);
        await db.SaveChangesAsync();
        return new Target(Kind.Policy, spot, "", change.Id.ToString(), region.Path, marker, 1, region.Id);
    });

    Task<Target> Integrity(Spot spot) => App.InDatabase<UnitsDb, Target>(async db =>
    {
        var (unit, marker, now) = (_units[spot], NewMarker(), App.Clock.GetUtcNow());
        var day = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-30);
        var record = new IntegrityRecord { UnitId = unit.Id, Matter = IntegrityMatter.Other, What = marker, HappenedOn = day, DecidedBy = "Department", From = day, CreatedAt = now, CreatedBy = "Somebody" };
        db.IntegrityRecords.Add(record);
        await db.SaveChangesAsync();
        return new Target(Kind.Integrity, spot, "", record.Id.ToString(), unit.Path, marker, record.Version, unit.Id);
    });

    Task<Target> Affiliation(Spot spot) => App.InDatabase<UnitsDb, Target>(async db =>
    {
        var (unit, marker, now) = (_units[spot], NewMarker(), App.Clock.GetUtcNow());
        var from = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-30);
        var affiliation = new Affiliation { UnitId = unit.Id, OtherUnitId = Partner.Id, Kind = AffiliationKind.Other, From = from, Note = marker, DeclaredBy = "Somebody", DeclaredAt = now };
        db.Affiliations.Add(affiliation);
        await db.SaveChangesAsync();
        return new Target(Kind.Affiliation, spot, "", affiliation.Id.ToString(), unit.Path, marker, affiliation.Version, unit.Id);
    });

    async Task<Target> MachineKey(Spot spot, string state)
    {
        var (unit, marker, now) = (_units[spot], NewMarker(), App.Clock.GetUtcNow());
        var (_, key) = await App.IssuedKey(unit, [], key =>
        {
            key.LastUsedFrom = marker;
            if (state == "Withdrawn") key.WithdrawnAt = now;
        });
        return new Target(Kind.MachineKey, spot, state, key.Id.ToString(), unit.Path, marker, key.Version, unit.Id);
    }

    Task<Target> Session(Spot spot, Guid accountId, string path) => App.InDatabase<UnitsDb, Target>(async db =>
    {
        var (marker, now) = (NewMarker(), App.Clock.GetUtcNow());
        var session = new Session { AccountId = accountId, StartedAt = now, LastSeenAt = now, Device = marker };
        db.Sessions.Add(session);
        await db.SaveChangesAsync();
        return new Target(Kind.Session, spot, "", session.Id.ToString(), path, marker, 1, accountId);
    });

    public Task<Target> Notice(Spot spot, Guid accountId, string path) => App.InDatabase<UnitsDb, Target>(async db =>
    {
        var marker = NewMarker();
        var notice = new Notice { EventId = Guid.CreateVersion7(), AccountId = accountId, Kind = "unit.moved", Words = $"{{\"unit\":\"{marker}\"}}", Link = "/units", RaisedAt = App.Clock.GetUtcNow() };
        db.Notices.Add(notice);
        await db.SaveChangesAsync();
        return new Target(Kind.Notice, spot, "", notice.Id.ToString(), path, marker, 1, accountId);
    });

    Task<Target> Mail(Spot spot, string state) => App.InDatabase<UnitsDb, Target>(async db =>
    {
        var (unit, marker, now) = (_units[spot], NewMarker(), App.Clock.GetUtcNow());
        var mail = new Mail
        {
            AccountId = default, OrganisationId = unit.Id, Kind = "unit.moved", Address = "somebody@people.example", Name = marker, Subject = "subject", Text = "text", State = Enum.Parse<MailState>(state),
            CreatedAt = now, NextAttemptAt = now,
        };
        db.Mails.Add(mail);
        await db.SaveChangesAsync();
        return new Target(Kind.Mail, spot, state, mail.Id.ToString(), unit.Path, marker, 1, unit.Id);
    });

    Task<Target> AuditLine(string module, Spot spot, Guid subject, Guid accountId) => InModule(module, async db =>
    {
        var (unit, marker) = (_units[spot], NewMarker());
        db.Audit.Add(new AuditEntry
        {
            At = new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero), AccountId = accountId, AccountName = "Somebody", OrganisationId = unit.Id, Action = AuditAction, Subject = subject, OwnerPath = unit.Path, Why = marker,
        });
        await db.SaveChangesAsync();
        return new Target(Kind.AuditLine, spot, module, subject.ToString(), unit.Path, marker, 1, accountId);
    });

    Task<Target> DeadLetter(string module) => InModule(module, async db =>
    {
        var (marker, now) = (NewMarker(), App.Clock.GetUtcNow());
        var letter = OutboxMessage.For(Guid.CreateVersion7(), new UnitChanged(default, "~", "nobody", ""), now);
        (letter.DeadAt, letter.Error) = (now, marker);
        db.Outbox.Add(letter);
        await db.SaveChangesAsync();
        return new Target(Kind.DeadLetter, Spot.Own, module, letter.Sequence.ToString(), "", marker, 1, default);
    });

    async Task<Target> InModule(string module, Func<ModuleDbContext, Task<Target>> work)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var mark = App.Services.GetServices<ModuleEntry>().Single(entry => entry.Mark.Name == module).Mark;
        return await work((ModuleDbContext)scope.ServiceProvider.GetRequiredService(mark.Database));
    }

    static Target Of(Kind kind, Spot spot, Organisation organisation) =>
        new(kind, spot, "", organisation.Id.ToString(), organisation.Path, organisation.Name, 1, organisation.Id);
}
