using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>The findings of one command with everything they are about, fetched at once however many they are; settles and reopens them one by one.</summary>
internal sealed class FindingDesk(InstrumentsDb db, CustomsSupervision customs, CurrentUser user, TimeProvider clock)
{
    readonly DateTimeOffset _now = clock.GetUtcNow();
    Dictionary<Guid, AssetFinding> _findings = [];
    Dictionary<Guid, AssetPackage> _packages = [];
    Dictionary<Guid, Instrument> _instruments = [];
    Dictionary<(Guid, string), AssetCard> _cards = [];
    CustomsLeave _leave = null!;
    HashSet<Guid> _outdated = [];
    HashSet<(Guid, string)> _takenNumbers = [];
    IReadOnlyDictionary<Guid, UnitSummary> _units = new Dictionary<Guid, UnitSummary>();

    /// <param name="chosen">Instruments that somebody has chosen for cards.</param>
    /// <param name="suggested">Whether those suggested may be chosen too.</param>
    public async Task Load(IReadOnlyCollection<Guid> ids, IReadOnlyCollection<Guid> chosen, bool suggested, CancellationToken ct)
    {
        _findings = await db.AssetFindings.Within(user).Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, ct);
        var packageIds = _findings.Values.Select(f => f.PackageId).Distinct().ToList();
        var packages = await db.AssetPackages.AsNoTracking().Where(p => packageIds.Contains(p.Id))
            .Select(p => new { Package = p, Outdated = db.AssetPackages.Any(newer => newer.UnitId == p.UnitId && newer.State == PackageState.Taken && newer.CreatedAt > p.CreatedAt) }).ToListAsync(ct);
        _packages = packages.ToDictionary(p => p.Package.Id, p => p.Package);
        _outdated = [.. packages.Where(p => p.Outdated).Select(p => p.Package.Id)];

        var instrumentIds = _findings.Values.SelectMany(f => new[] { f.InstrumentId, suggested ? f.SuggestedId : null }).OfType<Guid>().Concat(chosen).Distinct().ToList();
        _instruments = await db.Instruments.Within(user).Where(i => instrumentIds.Contains(i.Id)).ToDictionaryAsync(i => i.Id, ct);
        _leave = await customs.LeaveOf(_instruments.Values, ct);
        var units = _findings.Values.Select(f => f.UnitId).Distinct().ToList();
        var numbers = _findings.Values.SelectMany(f => f.Numbers).Distinct(StringComparer.Ordinal).ToList();
        _cards = await db.AssetCards.Where(c => units.Contains(c.UnitId) && numbers.Contains(c.CardNumber)).ToDictionaryAsync(c => (c.UnitId, c.CardNumber), ct);
    }

    /// <summary>What drafts need besides: their unit, and which asset numbers are taken.</summary>
    public async Task LoadForDrafts(IUnitDirectory directory, CancellationToken ct)
    {
        var units = _findings.Values.Select(f => f.UnitId).Distinct().ToList();
        _units = await directory.FindMany(units, ct);
        var numbers = _findings.Values.Select(f => RecordOf(f).AssetNumber).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var taken = await db.Instruments.AsNoTracking().Where(i => units.Contains(i.UnitId) && numbers.Contains(i.AssetNumber!)).Select(i => new { i.UnitId, i.AssetNumber }).ToListAsync(ct);
        _takenNumbers = [.. taken.Select(i => (i.UnitId, i.AssetNumber!))];
    }

    public BulkRow Try(Guid id, Action act)
    {
        var name = _findings.GetValueOrDefault(id)?.Name;
        try
        {
            act();
            return new BulkRow(id, name, true, null, null);
        }
        catch (Problem refused)
        {
            return new BulkRow(id, name, false, refused.Code, refused.Message);
        }
    }

    /// <exception cref="Problem">Nothing is changed then.</exception>
    public void Settle(SettledItem item, FindingAction action, string? note)
    {
        var finding = Current(item.Id);
        finding.RefuseUnlessOpen(item.Version, action);
        var undo = action switch
        {
            FindingAction.Draft => Draft(finding),
            FindingAction.Link => Link(finding, item.InstrumentId),
            FindingAction.TakeValue => TakeValue(finding),
            FindingAction.AwaitDisposal => AwaitDisposal(finding, note),
            FindingAction.Retire => Retire(finding, note),
            _ => null,
        };
        finding.Settle(action, note, user.DisplayName, _now, undo);
        db.Record(user, clock, "assets.settled", finding.Id, finding.UnitPath, after: new { finding.Kind, action, Cards = finding.Numbers, finding.InstrumentId }, why: note);
    }

    /// <exception cref="Problem">Nothing is changed then.</exception>
    public void Reopen(FindingVersion item)
    {
        var finding = Current(item.Id);
        finding.RefuseUnlessSettled(item.Version);
        var (action, undo) = (finding.Action, finding.Undo);
        switch (action)
        {
            case FindingAction.Retire:
                throw AssetProblems.Final();
            case FindingAction.Draft:
                var draft = InstrumentOf(undo!.InstrumentId);
                draft.RefuseUnlessDiscardable(undo.InstrumentVersion);
                Unlink(finding, undo.InstrumentId);
                db.Instruments.Remove(draft);
                db.Record(user, clock, "instrument.deleted", draft.Id, draft.UnitPath, before: draft.Copy());
                break;
            case FindingAction.Link:
                Unlink(finding, undo!.InstrumentId);
                break;
            case FindingAction.TakeValue:
                Restore(finding, undo!);
                break;
            case FindingAction.AwaitDisposal:
                RestoreStatus(undo!);
                break;
        }

        finding.Reopen();
        db.Record(user, clock, "assets.reopened", finding.Id, finding.UnitPath, before: new { finding.Kind, action, Cards = finding.Numbers });
    }

    AssetFinding Current(Guid id)
    {
        var finding = _findings.GetValueOrDefault(id) ?? throw AssetProblems.FindingNotFound(id);
        if (_packages[finding.PackageId].State != PackageState.Taken) throw AssetProblems.NotTaken();
        return _outdated.Contains(finding.PackageId) ? throw AssetProblems.Superseded() : finding;
    }

    Instrument InstrumentOf(Guid? id) => id is { } one && _instruments.TryGetValue(one, out var found) ? found : throw AssetProblems.NoInstrument();

    FindingUndo Draft(AssetFinding finding)
    {
        RefuseLinked(finding);
        var record = RecordOf(finding);
        if (record.AssetNumber is { } number && !_takenNumbers.Add((finding.UnitId, number))) throw InstrumentProblems.AssetNumberTaken(number);
        var instrument = Instrument.Draft(_units[finding.UnitId], record, _now);
        db.Instruments.Add(instrument);
        db.Keep(instrument, user, "imported", _now, FieldChange.Initial(instrument), _packages[finding.PackageId].FileName);
        db.Record(user, clock, "instrument.imported", instrument.Id, instrument.UnitPath, after: record, why: _packages[finding.PackageId].FileName);
        LinkCards(finding, instrument.Id, CardLink.Draft);
        return new FindingUndo(instrument.Id, instrument.Version);
    }

    FindingUndo Link(AssetFinding finding, Guid? chosen)
    {
        RefuseLinked(finding);
        var instrument = InstrumentOf(chosen ?? finding.SuggestedId);
        if (instrument.UnitId != finding.UnitId || instrument.LifeCycle == LifeCycle.Retired) throw AssetProblems.NoInstrument();
        LinkCards(finding, instrument.Id, CardLink.Hand);
        return new FindingUndo(instrument.Id, instrument.Version);
    }

    FindingUndo TakeValue(AssetFinding finding)
    {
        var instrument = InstrumentOf(finding.InstrumentId);
        if (instrument.OriginalValueFen != finding.RegistryFen) throw AssetProblems.ValueMeanwhile();
        SetValue(instrument, finding.CardFen, finding);
        return new FindingUndo(instrument.Id, instrument.Version, finding.RegistryFen);
    }

    FindingUndo AwaitDisposal(AssetFinding finding, string? note)
    {
        var instrument = InstrumentOf(finding.InstrumentId);
        var before = instrument.OperatingStatus;
        Operate(instrument, OperatingStatus.AwaitingDisposal, note);
        return new FindingUndo(instrument.Id, instrument.Version, Status: before);
    }

    FindingUndo Retire(AssetFinding finding, string? note)
    {
        var instrument = InstrumentOf(finding.InstrumentId);
        var retired = instrument.Retire(instrument.Version, _leave, _now, clock.Today());
        db.Keep(instrument, user, "retired", _now, reason: note);
        db.Announce(instrument.Id, retired, _now);
        db.Record(user, clock, "instrument.retired", instrument.Id, instrument.UnitPath, why: note);
        return new FindingUndo(instrument.Id, instrument.Version);
    }

    void Restore(AssetFinding finding, FindingUndo undo)
    {
        var instrument = InstrumentOf(undo.InstrumentId);
        if (instrument.OriginalValueFen != finding.CardFen) throw AssetProblems.CannotReopen();
        SetValue(instrument, undo.ValueFen, finding);
    }

    void RestoreStatus(FindingUndo undo)
    {
        var instrument = InstrumentOf(undo.InstrumentId);
        if (instrument.OperatingStatus != OperatingStatus.AwaitingDisposal) throw AssetProblems.CannotReopen();
        Operate(instrument, undo.Status ?? OperatingStatus.InService, null);
    }

    void SetValue(Instrument instrument, long? value, AssetFinding finding)
    {
        var record = instrument.Copy();
        record.OriginalValueFen = value;
        var changes = instrument.Edit(record, instrument.Version, _now);
        db.KeepEdit(instrument, user, clock, "edited", _now, changes, $"{_packages[finding.PackageId].FileName} · {string.Join('、', finding.Numbers.Take(5))}");
    }

    void Operate(Instrument instrument, OperatingStatus status, string? note)
    {
        var before = instrument.Copy();
        instrument.Operate(status, instrument.Version, _now);
        db.KeepEdit(instrument, user, clock, "operated", _now, FieldChange.Between(before, instrument), note);
    }

    void RefuseLinked(AssetFinding finding)
    {
        if (finding.Numbers.Any(number => _cards.GetValueOrDefault((finding.UnitId, number))?.InstrumentId is not null)) throw AssetProblems.LinkedMeanwhile();
    }

    // Parts below the line come into the mapping with the instrument that they make up.
    void LinkCards(AssetFinding finding, Guid instrumentId, CardLink by)
    {
        foreach (var part in finding.Cards)
        {
            if (!_cards.TryGetValue((finding.UnitId, part.CardNumber), out var card))
            {
                card = new AssetCard { UnitId = finding.UnitId, UnitPath = finding.UnitPath, CardNumber = part.CardNumber };
                card.See(new ReadCard(part.CardNumber, RecordJson.Read(part.Record), part.Supplier, null, null, null, null, "", "", 0), finding.PackageId, _now);
                db.AssetCards.Add(_cards[(finding.UnitId, part.CardNumber)] = card);
            }

            card.Link(instrumentId, by);
        }
    }

    void Unlink(AssetFinding finding, Guid instrumentId)
    {
        foreach (var number in finding.Numbers)
        {
            if (!_cards.TryGetValue((finding.UnitId, number), out var card) || card.InstrumentId != instrumentId) continue;
            // What came into the mapping as a part only leaves it again.
            if (finding.Kind == FindingKind.PerhapsSplit) db.AssetCards.Remove(card);
            else card.Unlink();
        }
    }

    // Of several cards the dearest tells what the instrument is; it is worth all of them.
    static InstrumentRecord RecordOf(AssetFinding finding)
    {
        if (finding.Kind is not (FindingKind.MissingHere or FindingKind.PerhapsSplit)) return new InstrumentRecord();
        var record = RecordJson.Read(finding.Cards[0].Record);
        record.AssetNumber ??= finding.Cards[0].CardNumber;
        record.OriginalValueFen = finding.Cards.Sum(card => card.ValueFen);
        return record;
    }
}
