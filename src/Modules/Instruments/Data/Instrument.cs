using Modular.Contracts;
using Modular.Contracts.Instruments;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Where an instrument is on its way onto the platform and off it (I-4).</summary>
internal enum LifeCycle
{
    Draft,
    Submitted,

    /// <summary>退回: sent back by the supervisor with remarks.</summary>
    Returned,

    /// <summary>入网: on the platform.</summary>
    Listed,

    /// <summary>退出: left the platform for good.</summary>
    Retired,
}

/// <summary>A remark of the reviewer, pinned to a field; an empty field means the whole record.</summary>
internal sealed record ReviewRemark(string Field, string Text);

/// <summary>A large research instrument 大型科研仪器 in the registry: its record, its owner, and where it is in its life.</summary>
internal sealed class Instrument : InstrumentRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid UnitId { get; init; }

    /// <summary>Copied from the unit; decides who sees the instrument.</summary>
    public required string UnitPath { get; set; }

    /// <summary>Copied from the unit, for lists and search.</summary>
    public required string UnitName { get; set; }

    public LifeCycle LifeCycle { get; private set; } = LifeCycle.Draft;

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    public DateOnly? ListedOn { get; private set; }

    public DateOnly? RetiredOn { get; private set; }

    public string? ReturnReasonCode { get; private set; }

    public string? ReturnReason { get; private set; }

    public List<ReviewRemark> Remarks { get; private set; } = [];

    /// <summary>Since when the operating status is what it is; null where nobody has said so yet.</summary>
    public DateOnly? StatusSince { get; private set; }

    /// <summary>The day from which it should be in service again.</summary>
    public DateOnly? ExpectedBackOn { get; private set; }

    public int Version { get; private set; } = 1;

    /// <param name="id">Where the key was promised beforehand.</param>
    public static Instrument Draft(UnitSummary unit, InstrumentRecord record, DateTimeOffset now, Guid? id = null)
    {
        var instrument = new Instrument { Id = id ?? Guid.CreateVersion7(), UnitId = unit.Id, UnitPath = unit.Path, UnitName = unit.Name, CreatedAt = now, UpdatedAt = now };
        instrument.Take(record);
        return instrument;
    }

    /// <summary>Takes over what was entered. Allowed in every state but after retirement and while the supervisor looks at it.</summary>
    /// <returns>What is different now.</returns>
    public IReadOnlyList<FieldChange> Edit(InstrumentRecord record, int version, DateTimeOffset now)
    {
        Expect(version);
        if (LifeCycle is LifeCycle.Submitted or LifeCycle.Retired) throw InstrumentProblems.NotInState("edit", LifeCycle);
        var changes = FieldChange.Between(this, record);
        // Nobody listed what is not complete; it must not become so afterwards.
        if (LifeCycle == LifeCycle.Listed) RefuseIncomplete(record);
        if (record.OperatingStatus != OperatingStatus) (StatusSince, ExpectedBackOn) = (now.DayInRegion(), null);
        Take(record);
        Touch(now);
        return changes;
    }

    public void Submit(int version, DateTimeOffset now)
    {
        Expect(version);
        if (LifeCycle is not (LifeCycle.Draft or LifeCycle.Returned)) throw InstrumentProblems.NotInState("submit", LifeCycle);
        RefuseIncomplete(this);
        (LifeCycle, SubmittedAt) = (LifeCycle.Submitted, now);
        (ReturnReasonCode, ReturnReason, Remarks) = (null, null, []);
        Touch(now);
    }

    /// <summary>The unit takes its submission back, to mend something before it is reviewed.</summary>
    public void Withdraw(int version, DateTimeOffset now)
    {
        Expect(version);
        if (LifeCycle != LifeCycle.Submitted) throw InstrumentProblems.NotInState("withdraw", LifeCycle);
        (LifeCycle, SubmittedAt) = (LifeCycle.Draft, null);
        Touch(now);
    }

    public InstrumentListed Approve(int version, DateTimeOffset now, DateOnly today)
    {
        Expect(version);
        if (LifeCycle != LifeCycle.Submitted) throw InstrumentProblems.NotInState("approve", LifeCycle);
        (LifeCycle, ListedOn) = (LifeCycle.Listed, today);
        Touch(now);
        return new InstrumentListed(Id, UnitId, today);
    }

    public void Return(int version, string reasonCode, string reason, IReadOnlyList<ReviewRemark> remarks, DateTimeOffset now)
    {
        Expect(version);
        if (LifeCycle != LifeCycle.Submitted) throw InstrumentProblems.NotInState("return", LifeCycle);
        (LifeCycle, ReturnReasonCode, ReturnReason, Remarks) = (LifeCycle.Returned, reasonCode, reason, [.. remarks]);
        Touch(now);
    }

    /// <param name="since">Today unless said; the same status may have its day corrected.</param>
    /// <param name="expectedBackOn">Means nothing for what is in service.</param>
    public void Operate(OperatingStatus status, int version, DateTimeOffset now, DateOnly? since = null, DateOnly? expectedBackOn = null)
    {
        Expect(version);
        if (LifeCycle == LifeCycle.Retired) throw InstrumentProblems.NotInState("operate", LifeCycle);
        var same = status == OperatingStatus;
        var day = since ?? (same ? StatusSince : null) ?? now.DayInRegion();
        if (!same && StatusSince is { } last && day < last) throw InstrumentProblems.StatusBefore(last);
        (OperatingStatus, StatusSince, ExpectedBackOn) = (status, day, status == Instruments.OperatingStatus.InService ? null : expectedBackOn);
        Touch(now);
    }

    public InstrumentRetired Retire(int version, CustomsLeave customs, DateTimeOffset now, DateOnly today)
    {
        Expect(version);
        if (LifeCycle != LifeCycle.Listed) throw InstrumentProblems.NotInState("retire", LifeCycle);
        // I-3, IM 6: while customs supervise it, it leaves only with their notice.
        customs.RefuseUnlessAllowed(this, after: null);
        (LifeCycle, RetiredOn) = (LifeCycle.Retired, today);
        Touch(now);
        return new InstrumentRetired(Id, UnitId, today);
    }

    /// <summary>Only what nobody has ever reviewed can vanish without a trace in the registry; its audit lines stay.</summary>
    public void RefuseUnlessDiscardable(int version)
    {
        Expect(version);
        if (LifeCycle != LifeCycle.Draft) throw InstrumentProblems.NotInState("delete", LifeCycle);
    }

    /// <summary>The hours as news for the module that owns usage; null when none were declared.</summary>
    public IEvent? DeclaredUsage() => HoursYear is { } year && (AnnualHours ?? ExternalHours) is not null
        ? new UsageDeclared(Id, UnitId, year, AnnualHours, ExternalHours)
        : null;

    /// <summary>Hours that the unit entered elsewhere, in every state: no reviewer judges them. An older year's leave the record as it is.</summary>
    /// <returns>What is different now.</returns>
    public IReadOnlyList<FieldChange> TakeHours(int year, decimal? effective, decimal? external, DateTimeOffset now)
    {
        if (HoursYear > year) return [];
        var record = Copy();
        (record.HoursYear, record.AnnualHours, record.ExternalHours) = (year, effective, external);
        var changes = FieldChange.Between(this, record);
        if (changes.Count == 0) return changes;
        (HoursYear, AnnualHours, ExternalHours) = (year, effective, external);
        Touch(now);
        return changes;
    }

    /// <summary>What it belongs to got another number; its record follows, in every state.</summary>
    /// <returns>What is different now.</returns>
    public IReadOnlyList<FieldChange> FollowCarrier(string number, DateTimeOffset now)
    {
        var record = Copy();
        record.CarrierNumber = number;
        var changes = FieldChange.Between(this, record);
        CarrierNumber = number;
        Touch(now);
        return changes;
    }

    /// <summary>Whether it owes anybody its opening, whatever its value (IM 2, 13); the database keeps the same in a column of its own.</summary>
    public Openness OpennessNow() => this switch
    {
        { LifeCycle: LifeCycle.Retired } => Openness.Free,
        _ when FundingSources.Count > 0 && !FundingSources.Contains(FundingSource.Central) && !FundingSources.Contains(FundingSource.Local) => Openness.Free,
        { LifeCycle: LifeCycle.Listed, SharingMode: not Instruments.SharingMode.None } => Openness.Open,
        _ => Openness.Owed,
    };

    /// <summary>The record by itself, without the instrument around it.</summary>
    public InstrumentRecord Copy()
    {
        var copy = new InstrumentRecord();
        foreach (var field in InstrumentFields.All) field.Write(copy, field.Read(this));
        return copy;
    }

    void Take(InstrumentRecord record)
    {
        foreach (var field in InstrumentFields.All) field.Write(this, field.Read(record));
    }

    void Expect(int version)
    {
        if (version != Version) throw Problem.ChangedMeanwhile("instrument");
    }

    void Touch(DateTimeOffset now)
    {
        UpdatedAt = now;
        Version++;
    }

    static void RefuseIncomplete(InstrumentRecord record)
    {
        var missing = InstrumentFields.MissingForSubmission(record).ToList();
        if (missing.Count > 0) throw InstrumentProblems.Incomplete(missing);
    }
}
