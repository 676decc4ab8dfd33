using System.Text.Json;
using System.Text.Json.Serialization;
using Modular.Contracts.Units;
using Modular.Shared;
using Modular.Shared.Sheets;

namespace Modular.Instruments;

/// <summary>A row that has been read and not yet been compared with the registry.</summary>
/// <param name="Cells">The list's own, by field.</param>
/// <param name="Seen">The same with what was typed in their place.</param>
internal sealed record PendingRow(
    int Number, Dictionary<string, SheetCell> Cells, Dictionary<string, SheetCell> Seen, Dictionary<string, string>? Mended, bool LeftOut,
    InstrumentRecord Record, List<RowFinding> Findings, UnitSummary? Unit, RowKind Kind)
{
    /// <summary>A person who has mended the row says that it is one; otherwise its looks decide.</summary>
    public bool IsSkipped => LeftOut || (Kind != RowKind.Data && Mended is null);

    public MatchKey? Key => Unit is { } unit && !IsSkipped ? new MatchKey(unit.Id, Record) : null;
}

/// <summary>A row as it is kept, with its findings as they are before that.</summary>
internal readonly record struct ConcludedRow(ImportRow Row, IReadOnlyList<RowFinding> Findings);

/// <summary>Checks one row after another: what it says, whether that is allowed, and what it would change. Knows nothing of the database.</summary>
/// <param name="thresholdFen">From this value on an instrument has to be open (IM 2, P-1); below, joining is voluntary.</param>
internal sealed class RowCheck(ReadingPlan plan, UnitLookup units, CarrierLookup carriers, RecordRules rules, long thresholdFen, Guid importId)
{
    static readonly JsonSerializerOptions Compact = new(JsonShape.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>A row as it comes out of the list.</summary>
    public PendingRow Take(ReadRow read, Dictionary<string, SheetCell> cells, RowKind kind) => Resolve(read, cells, cells, kind, null, leftOut: false);

    /// <summary>A row with what was typed in place of its cells, read by itself.</summary>
    public PendingRow Reread(int number, Dictionary<string, SheetCell> cells, RowKind kind, Dictionary<string, string>? mended, bool leftOut)
    {
        var seen = Overlay(cells, mended);
        return Resolve(plan.ReadAlone(number, seen), cells, seen, kind, mended, leftOut);
    }

    PendingRow Resolve(ReadRow read, Dictionary<string, SheetCell> cells, Dictionary<string, SheetCell> seen, RowKind kind, Dictionary<string, string>? mended, bool leftOut)
    {
        RecordRules.Tidy(read.Record);
        if ((read.Record.AnnualHours ?? read.Record.ExternalHours) is not null) read.Record.HoursYear ??= plan.Mapping.HoursYear;
        var unit = units.Resolve(read.UnitName, read.UnitCreditCode, plan.Mapping.UnitId);
        var key = string.IsNullOrEmpty(read.UnitCreditCode) ? ColumnTitles.UnitName : ColumnTitles.UnitCreditCode;
        var findings = read.Faults.Select(fault => Finding(fault))
            .Concat(unit.Faults.Select(fault => Finding(seen, key, fault))).ToList();
        if (unit.Value is { } owner && carriers.Tie(owner.Id, read.Record) is { } untied) findings.Add(Finding(seen, "carrierNumber", untied));
        if (plan.MoneyIsDoubtful && read.Record.OriginalValueFen is not null) findings.Add(Finding(seen, "originalValueFen", ValueFault.Warning("money.unit-doubtful")));
        return new PendingRow(read.Number, cells, seen, mended, leftOut, read.Record, findings, unit.Value, kind);
    }

    /// <param name="existing">The instrument of the registry that the row is about.</param>
    /// <param name="faults">What its neighbours in the list make doubtful about it.</param>
    public ConcludedRow Conclude(PendingRow row, Instrument? existing, params IEnumerable<ValueFault> faults)
    {
        var result = new ImportRow
        {
            ImportId = importId,
            Number = row.Number,
            Outcome = RowOutcome.Skipped,
            UnitId = row.Unit?.Id,
            UnitName = row.Unit?.Name,
            Cells = CellJson.Write(row.Cells),
            Mended = row.Mended is null ? null : JsonSerializer.Serialize(row.Mended, JsonShape.Options),
            LeftOut = row.LeftOut,
        };
        if (row.IsSkipped)
        {
            RowFinding[] kind = row.LeftOut ? [] : [new RowFinding(KindCode(row.Kind), FaultSeverity.Warning, null, null, FirstText(row), [], null)];
            Keep(result, kind);
            return new ConcludedRow(result, kind);
        }

        var record = existing is null ? row.Record : Merge(existing, row.Record);
        var (seen, findings) = (row.Seen, row.Findings);
        findings.AddRange(Broken(record, seen));
        var changes = existing is null ? [] : FieldChange.Between(existing, record);
        findings.AddRange(faults.Select(fault => Finding(seen, "assetNumber", fault)));
        if (changes.Count > 0 && existing!.LifeCycle is LifeCycle.Submitted or LifeCycle.Retired)
            findings.Add(Finding(seen, null, ValueFault.Error("instrument.cannot-edit", existing!.LifeCycle.ToString().ToLowerInvariant())));

        // What customs must allow first is done on the instrument's own page, where their notice is entered (I-3).
        if (existing is { LifeCycle: LifeCycle.Listed, CustomsSupervised: true } && changes.FirstOrDefault(change => change.Field is "regionCode" or "street" or "customsSupervised") is { } guarded)
            findings.Add(Finding(seen, guarded.Field, ValueFault.Error("customs.by-hand")));

        var outcome = findings.Exists(f => f.Severity == FaultSeverity.Error) ? RowOutcome.Refuse
            : existing is null ? RowOutcome.Create
            : changes.Count > 0 ? RowOutcome.Change : RowOutcome.Leave;
        // What is left as it is needs no warning; it stood so before.
        if (outcome == RowOutcome.Leave) findings.Clear();
        else findings.AddRange(Doubts(record, seen).Where(doubt => !findings.Exists(f => f.FieldKey == doubt.FieldKey && f.Severity == FaultSeverity.Error)).ToList());

        result.Outcome = outcome;
        result.AssetNumber = row.Record.AssetNumber is { Length: <= 50 } shown ? shown : null;
        // A new instrument's key is fixed now: the row knows what became of it without being written again.
        (result.InstrumentId, result.InstrumentVersion) = existing is null
            ? (outcome == RowOutcome.Create ? Guid.CreateVersion7() : (Guid?)null, (int?)null)
            : (existing.Id, existing.Version);
        if (outcome is RowOutcome.Create or RowOutcome.Change) result.Record = RecordJson.Write(record);
        if (changes.Count > 0) result.Changes = JsonSerializer.Serialize(changes, JsonShape.Options);
        Keep(result, findings);
        return new ConcludedRow(result, findings);
    }

    public static void Keep(ImportRow row, IReadOnlyList<RowFinding> findings)
    {
        row.Faults = findings.Count == 0 ? null : JsonSerializer.Serialize(findings, Compact);
        row.FaultCodes = findings.Count == 0 ? null : $",{string.Join(',', findings.Select(f => f.Code).Distinct(StringComparer.Ordinal))},";
    }

    public static IReadOnlyList<RowFinding> FindingsOf(ImportRow row) =>
        row.Faults is null ? [] : JsonSerializer.Deserialize<List<RowFinding>>(row.Faults, Compact)!;

    public static IReadOnlyList<FieldChange> ChangesOf(ImportRow row) =>
        row.Changes is null ? [] : JsonSerializer.Deserialize<List<FieldChange>>(row.Changes, JsonShape.Options)!;

    public static Dictionary<string, string>? MendedOf(string? json) => json is null ? null : JsonSerializer.Deserialize<Dictionary<string, string>>(json, JsonShape.Options);

    public RowFinding Repeated(string number)
    {
        var column = plan.ColumnOf("assetNumber");
        return new RowFinding("asset-number.repeated", FaultSeverity.Error, "assetNumber", column?.Name, number, [number], null);
    }

    /// <summary>What was typed stands in place of the cell; an emptied text is an empty cell.</summary>
    public static Dictionary<string, SheetCell> Overlay(Dictionary<string, SheetCell> cells, IReadOnlyDictionary<string, string>? mended)
    {
        if (mended is null or { Count: 0 }) return cells;
        var seen = new Dictionary<string, SheetCell>(cells, StringComparer.Ordinal);
        foreach (var (key, text) in mended)
        {
            if (text.Trim().Length == 0) seen.Remove(key);
            else seen[key] = SheetCell.OfText(text);
        }

        return seen;
    }

    // Empty cells never erase what is stored; hours belong to their year and do not mix with another's.
    static InstrumentRecord Merge(Instrument existing, InstrumentRecord read)
    {
        var merged = existing.Copy();
        if (read.HoursYear is { } year && year != existing.HoursYear) (merged.AnnualHours, merged.ExternalHours) = (null, null);
        foreach (var field in InstrumentFields.All)
        {
            if (!field.IsEmpty(read) && !SaysTheSame(field, field.Read(existing), field.Read(read))) field.Write(merged, field.Read(read));
        }

        return merged;
    }

    // A list cannot tell more than how it is read: a text typed in full width, and codes in another order, have not changed.
    static bool SaysTheSame(RecordField field, object? stored, object? read) => (stored, read) switch
    {
        (string was, string becomes) => was == becomes || (field.Kind == FieldKind.LongText ? TextCleaning.Paragraphs(was) : TextCleaning.Line(was)) == becomes,
        (IEnumerable<string> was, IEnumerable<string> becomes) => was.Order(StringComparer.Ordinal).SequenceEqual(becomes.Order(StringComparer.Ordinal), StringComparer.Ordinal),
        (IEnumerable<FundingSource> was, IEnumerable<FundingSource> becomes) => was.Order().SequenceEqual(becomes.Order()),
        _ => false,
    };

    IEnumerable<RowFinding> Broken(InstrumentRecord record, Dictionary<string, SheetCell> seen)
    {
        if (record.NameZh is null) yield return Finding(seen, "nameZh", ValueFault.Error("name.missing"));
        foreach (var failure in rules.Validate(record).Errors)
        {
            var key = JsonNamingPolicy.CamelCase.ConvertName(failure.PropertyName);
            yield return Finding(seen, key, ValueFault.Error(failure.ErrorCode, failure.ErrorMessage));
        }
    }

    IEnumerable<RowFinding> Doubts(InstrumentRecord record, Dictionary<string, SheetCell> seen)
    {
        if (record.OriginalValueFen > 0 && record.OriginalValueFen < thresholdFen) yield return Finding(seen, "originalValueFen", ValueFault.Warning("value.below-threshold"));
        foreach (var field in InstrumentFields.MissingForSubmission(record))
        {
            // A column that is not there at all is told once, for the whole list.
            if (field.Key != "nameZh" && plan.Gives(field.Key)) yield return Finding(seen, field.Key, ValueFault.Warning("field.missing", field.NameZh));
        }
    }

    RowFinding Finding(RowFault fault)
    {
        // A field that was typed and has no column goes by its key.
        var column = plan.ColumnAt(fault.ColumnIndex);
        return new RowFinding(fault.Code, fault.Severity, column is null ? fault.Column : column.FieldKey, column?.Name, Short(fault.Content), fault.MessageArgs, fault.Recommendation);
    }

    RowFinding Finding(Dictionary<string, SheetCell> seen, string? key, ValueFault fault) => new(
        fault.Code, fault.Severity, key, key is null ? null : plan.ColumnOf(key)?.Name,
        key is not null && seen.TryGetValue(key, out var cell) ? Short(cell.Text) : "", fault.MessageArgs, fault.Recommendation);

    static string Short(string content) => content.Length > 200 ? content[..200] : content;

    /// <summary>The row's kind as a finding: it is kept under this code and found again by it.</summary>
    static string KindCode(RowKind kind) => $"row.{JsonNamingPolicy.CamelCase.ConvertName(kind.ToString())}";

    /// <summary>What the row was taken for when the list was read.</summary>
    public static RowKind KindOf(ImportRow row) => Enum.GetValues<RowKind>().FirstOrDefault(kind => row.FaultCodes == $",{KindCode(kind)},", RowKind.Data);

    static string FirstText(PendingRow row) => row.Cells.Values.Select(cell => cell.Text).FirstOrDefault(text => text.Length > 0) ?? "";
}
