using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using FluentValidation;
using Modular.Shared;
using Modular.Shared.Sheets;

namespace Modular.Units;

internal enum StaffOutcome
{
    Create,
    Change,
    Leave,
    Refuse,
}

/// <param name="Column">Letter and title, as in "C 出生年月".</param>
/// <param name="Content">What stands in the cell, cut short.</param>
internal sealed record StaffFault(string Code, string? Field, string? Column, string Content);

internal sealed record StaffChange(string Field, string Before, string After);

/// <param name="Number">The row as the spreadsheet shows it.</param>
internal sealed record StaffListRow(int Number, StaffOutcome Outcome, string Name, IReadOnlyList<StaffChange> Changes, IReadOnlyList<StaffFault> Faults);

/// <summary>A list of staff, read and compared with the register: what taking it over would do, row by row. Nothing of it is kept: it is full of personal data.</summary>
internal sealed class StaffList
{
    public static readonly SheetLimits Limits = new() { FileBytes = 5L << 20, ExpandedBytes = 100L << 20, Rows = 5_000, Columns = 100, Sheets = 20, SharedStringChars = 8L << 20 };

    const int HeaderWithin = 20;
    const int ContentShown = 60;

    readonly List<(StaffListRow Row, StaffMember? Member, StaffFacts Facts)> _rows = [];

    public IReadOnlyList<(StaffListRow Row, StaffMember? Member, StaffFacts Facts)> Rows => _rows;

    /// <summary>Titles of columns that nothing is taken from.</summary>
    public List<string> Ignored { get; } = [];

    /// <exception cref="Problem">422 when the file is no spreadsheet, or holds no such table.</exception>
    public static StaffList Read(Stream content, IReadOnlyList<StaffMember> register, TimeProvider clock, CancellationToken ct)
    {
        try
        {
            using var book = SheetReader.Open(content, Limits, ct);
            foreach (var sheet in book.Sheets.Where(sheet => !sheet.Hidden))
            {
                var list = new StaffList();
                if (list.TakeFrom(sheet, register, clock, ct)) return list;
            }
        }
        catch (SheetRefused refused)
        {
            throw new Problem(422, refused.Code, refused.Message);
        }

        throw UnitProblems.NoStaffList();
    }

    /// <summary>Of what was shown before: the same file against the same register gives the same.</summary>
    public string Fingerprint() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        _rows.Select(row => new { row.Row.Number, row.Row.Outcome, Id = row.Member?.Id, Version = row.Member?.Version, row.Facts }), JsonShape.Options)));

    bool TakeFrom(Sheet sheet, IReadOnlyList<StaffMember> register, TimeProvider clock, CancellationToken ct)
    {
        IReadOnlyDictionary<int, StaffColumn>? columns = null;
        var validator = new StaffFactsValidator(clock);
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in sheet.Rows())
        {
            ct.ThrowIfCancellationRequested();
            if (columns is null)
            {
                columns = HeaderOf(row);
                if (columns is null && row.Number > HeaderWithin) return false;
                continue;
            }

            Take(row, columns, register, validator, taken, clock.Today().Year);
        }

        return columns is not null;
    }

    Dictionary<int, StaffColumn>? HeaderOf(SheetRow row)
    {
        var columns = new Dictionary<int, StaffColumn>();
        var others = new List<string>();
        for (var i = 0; i < row.Cells.Length; i++)
        {
            var title = row[i].Text.Trim();
            if (StaffSheet.Find(title) is { } column && columns.Values.All(known => known.Field != column.Field)) columns[i] = column;
            else if (title.Length > 0 && title != "序号") others.Add(title.Length > ContentShown ? title[..ContentShown] : title);
        }

        if (columns.Count < 3 || columns.Values.All(column => column.Field != "name")) return null;
        Ignored.AddRange(others);
        return columns;
    }

    void Take(SheetRow row, IReadOnlyDictionary<int, StaffColumn> columns, IReadOnlyList<StaffMember> register, StaffFactsValidator validator, Dictionary<string, int> taken, int year)
    {
        var (draft, faults) = (new StaffDraft(), new List<StaffFault>());
        foreach (var (index, column) in columns)
        {
            (draft, var fault) = StaffCells.Read(draft, column.Field, row[index], year);
            if (fault is not null) faults.Add(Fault(fault, column.Field));
        }

        if (draft == new StaffDraft() && faults.Count == 0 || draft.Name is "合计" or "总计" or "小计") return;
        var (member, clash) = Match(draft, register);
        if (clash is not null) faults.Add(Fault(clash, "name"));
        if (member is null && clash is null)
            foreach (var (field, missing) in new[] { ("name", draft.Name is null), ("gender", draft.Gender is null), ("bornIn", draft.BornIn is null), ("education", draft.Education is null) })
                if (missing && faults.All(fault => fault.Field != field)) faults.Add(Fault("staff.required", field));

        var facts = draft.Onto(member?.Facts()).Tidy();
        if (faults.Count == 0)
            faults.AddRange(validator.Validate(facts).Errors.Select(failure => (Field: FieldOf(failure.PropertyName), failure.ErrorCode))
                .Select(failure => Fault(failure.ErrorCode == "MaximumLengthValidator" ? "staff.too-long" : failure.ErrorCode, failure.Field)));
        var key = member is null ? facts.MatchKey : member.Id.ToString();
        if (faults.Count == 0 && !taken.TryAdd(key, row.Number)) faults.Add(Fault("staff.twice", "name") with { Content = taken[key].ToString(CultureInfo.InvariantCulture) });
        // The key a change would give must not be another's.
        if (faults.Count == 0 && register.Any(other => other.Id != member?.Id && other.MatchKey == facts.MatchKey)) faults.Add(Fault("staff.exists", "staffNumber"));

        var changes = member is null || faults.Count > 0 ? [] : Changes(member.Facts(), facts, year);
        var outcome = faults.Count > 0 ? StaffOutcome.Refuse : member is null ? StaffOutcome.Create : changes.Count > 0 ? StaffOutcome.Change : StaffOutcome.Leave;
        _rows.Add((new StaffListRow(row.Number, outcome, draft.Name ?? "", changes, faults), member, facts));

        StaffFault Fault(string code, string field)
        {
            var at = columns.FirstOrDefault(column => column.Value.Field == field);
            if (at.Value is null) return new StaffFault(code, field, StaffSheet.Columns.First(column => column.Field == field).Title, "");
            var text = row[at.Key].Text;
            return new StaffFault(code, field, $"{Letters(at.Key)} {at.Value.Title}", text.Length > ContentShown ? text[..ContentShown] : text);
        }
    }

    // By number first; a person known without one gets the number the list brings.
    static (StaffMember? Member, string? Clash) Match(StaffDraft draft, IReadOnlyList<StaffMember> register)
    {
        if (draft.StaffNumber is { } number && register.FirstOrDefault(m => m.StaffNumber == number) is { } known) return (known, null);
        if (draft.Name is null) return (null, null);
        var alike = register.Where(m => m.Name == draft.Name && (draft.BornIn is null || m.BornIn == draft.BornIn) && (draft.StaffNumber is null || m.StaffNumber is null)).ToList();
        return alike.Count switch { 0 => (null, null), 1 => (alike[0], null), _ => (null, "staff.several-alike") };
    }

    static List<StaffChange> Changes(StaffFacts before, StaffFacts after, int year)
    {
        var (old, now) = (StaffSheet.Row(before, StaffSight.Clear, year), StaffSheet.Row(after, StaffSight.Clear, year));
        return [.. StaffSheet.Columns.Select((column, i) => new StaffChange(column.Field, Text(old[i]), Text(now[i]))).Where(change => change.Before != change.After)];
    }

    static string Text(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    static string FieldOf(string property) => property == nameof(StaffFacts.AnalystSince) ? "years" : JsonNamingPolicy.CamelCase.ConvertName(property);

    static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : $"{(char)('A' + column / 26 - 1)}{(char)('A' + column % 26)}";
}
