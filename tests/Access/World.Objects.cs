using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Modular.Contracts.Units;
using Modular.Instruments;
using Modular.Shared;
using Modular.Units;

namespace Modular.Tests.Access;

/// <summary>How each kind of object is made.</summary>
sealed partial class World
{
    Task<Target> Instrument(Spot spot, string state) => App.InDatabase<InstrumentsDb, Target>(async db =>
    {
        var (unit, marker, now) = (_units[spot], NewMarker(), App.Clock.GetUtcNow());
        var instrument = Modular.Instruments.Instrument.Draft(new UnitSummary(unit.Id, unit.Path, unit.Name, "", unit.RegionCode, CentralLevel: false), Some.DutyFree(marker), now);
        InstrumentStates.Bring(instrument, Enum.Parse<LifeCycle>(state), now);
        db.Instruments.Add(instrument);
        db.Revisions.Add(new InstrumentRevision
        {
            InstrumentId = instrument.Id, Version = instrument.Version, At = now, AccountId = default, AccountName = "Somebody", OrganisationName = unit.Name, Action = "registered", Reason = marker,
        });
        db.Attachments.Add(await Photo(instrument.Id, marker));
        db.Repairs.Add(Repair.Enter(instrument.Id, new RepairFacts(new DateOnly(2020, 3, 2), new DateOnly(2020, 3, 6), marker, null, null, null, null), "Somebody", now, instrument.Id));
        db.CustomsNotices.Add(new CustomsNotice { Id = instrument.Id, InstrumentId = instrument.Id, Matter = CustomsMatter.Moved, Number = "1", IssuedOn = new DateOnly(2019, 4, 20), EnteredBy = marker });
        await db.SaveChangesAsync();
        return new Target(Kind.Instrument, spot, state, instrument.Id.ToString(), unit.Path, marker, instrument.Version, unit.Id);
    });

    /// <summary>Puts an instrument under the name of somebody who may only operate what is theirs.</summary>
    public Task Entrust(Target instrument, Guid accountId) => App.InDatabase<InstrumentsDb, int>(db =>
    {
        db.Custodians.Add(new Custodian { InstrumentId = instrument.Id, AccountId = accountId });
        return db.SaveChangesAsync();
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

    public Task<Target> Filter(Spot spot, Guid accountId, string path, bool lent) => App.InDatabase<UnitsDb, Target>(async db =>
    {
        var marker = NewMarker();
        var filter = new SavedFilter { AccountId = accountId, List = "matrix", Name = marker, Query = "", Shared = lent };
        db.SavedFilters.Add(filter);
        await db.SaveChangesAsync();
        return new Target(lent ? Kind.LentFilter : Kind.Filter, spot, "", filter.Id.ToString(), path, marker, 1, accountId);
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

    // Stopped work can be tried again, waiting work be cancelled; of a kind that no runner knows.
    Task<Target> Job(string state, Spot spot, Guid accountId) => InModule(state.Split(' ')[0], async db =>
    {
        var (unit, marker) = (_units[spot], NewMarker());
        var job = new Job
        {
            Kind = $"test.{marker}", Input = "{}", AccountId = accountId, AccountName = "Somebody", OwnerPath = unit.Path, State = state.Contains(' ', StringComparison.Ordinal) ? JobState.Failed : JobState.Waiting,
            CreatedAt = App.Clock.GetUtcNow(),
        };
        db.Jobs.Add(job);
        await db.SaveChangesAsync();
        return new Target(Kind.Job, spot, state, job.Id.ToString(), unit.Path, marker, 1, accountId);
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
}
