using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Modular.Contracts.Instruments;
using Modular.Shared;
using Modular.Shared.Sheets;

namespace Modular.Sharing;

internal enum HoursOutcome
{
    Change,
    Leave,
    Refuse,
}

/// <param name="Column">Letter and title, as in "G 年运行机时".</param>
internal sealed record HoursFault(string Code, string Column, string Content);

/// <param name="Number">The row as the spreadsheet shows it.</param>
/// <param name="AboveRated">More than the rated hours of its kind: taken, but worth a look.</param>
internal sealed record HoursListRow(
    int Number, HoursOutcome Outcome, string AssetNumber, string Name, decimal? EffectiveBefore, decimal? ExternalBefore, decimal? EffectiveHours, decimal? ExternalHours, bool AboveRated, IReadOnlyList<HoursFault> Faults);

/// <summary>A list of a unit's hours of one year, read and compared with what is declared. Instruments are found by asset number; empty cells erase nothing.</summary>
internal sealed partial class HoursSheet
{
    public static readonly SheetLimits Limits = new() { FileBytes = 5L << 20, ExpandedBytes = 100L << 20, Rows = 20_000, Columns = 100, Sheets = 20, SharedStringChars = 8L << 20 };

    public static readonly IReadOnlyList<SheetColumn> Columns =
    [
        new("资产编号", Width: 20, Required: true), new("仪器名称", Width: 30), new("规格型号", Width: 20), new("额定机时", SheetColumnFormat.General, Width: 10),
        new("上年运行机时", SheetColumnFormat.General, Width: 14), new("上年对外服务机时", SheetColumnFormat.General, Width: 16),
        new("年运行机时", SheetColumnFormat.General, Width: 14, Note: "小时，0–8784，至多一位小数"), new("年对外服务机时", SheetColumnFormat.General, Width: 16, Note: "不超过年运行机时"),
    ];

    const int HeaderWithin = 20;
    const int ContentShown = 60;

    static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        ["资产编号"] = "assetNumber", ["仪器编号"] = "assetNumber", ["所在单位仪器编号"] = "assetNumber", ["固定资产编号"] = "assetNumber",
        ["年运行机时"] = "effectiveHours", ["年总运行机时"] = "effectiveHours", ["年有效工作机时"] = "effectiveHours", ["运行机时"] = "effectiveHours",
        ["年对外服务机时"] = "externalHours", ["对外服务机时"] = "externalHours", ["年服务机时"] = "externalHours",
    };

    readonly List<(HoursListRow Row, RollEntry? Instrument, int Version)> _rows = [];

    public IReadOnlyList<(HoursListRow Row, RollEntry? Instrument, int Version)> Rows => _rows;

    /// <exception cref="Problem">422 when the file is no spreadsheet, or holds no such table.</exception>
    public static HoursSheet Read(Stream content, int year, IReadOnlyList<RollEntry> instruments, IReadOnlyDictionary<Guid, UsageDeclaration> known, Rated rated, CancellationToken ct)
    {
        try
        {
            using var book = SheetReader.Open(content, Limits, ct);
            foreach (var sheet in book.Sheets.Where(sheet => !sheet.Hidden))
            {
                var list = new HoursSheet();
                if (list.TakeFrom(sheet, year, instruments, known, rated, ct)) return list;
            }
        }
        catch (SheetRefused refused)
        {
            throw new Problem(422, refused.Code, refused.Message);
        }

        throw SharingProblems.NoHoursList();
    }

    /// <summary>Of what was shown before: the same file against the same hours gives the same.</summary>
    public string Fingerprint(int year) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(_rows.Select(row => new { year, row.Row, row.Version }), JsonShape.Options)));

    bool TakeFrom(Sheet sheet, int year, IReadOnlyList<RollEntry> instruments, IReadOnlyDictionary<Guid, UsageDeclaration> known, Rated rated, CancellationToken ct)
    {
        var byNumber = instruments.Where(i => i.AssetNumber is not null).ToLookup(i => i.AssetNumber!, StringComparer.OrdinalIgnoreCase);
        var taken = new HashSet<Guid>();
        Dictionary<string, (int Index, string Name)>? columns = null;
        foreach (var row in sheet.Rows())
        {
            ct.ThrowIfCancellationRequested();
            if (columns is null)
            {
                columns = HeaderOf(row);
                if (columns is null && row.Number > HeaderWithin) return false;
                continue;
            }

            Take(row, columns, year, byNumber, taken, known, rated);
        }

        return columns is not null;
    }

    static Dictionary<string, (int Index, string Name)>? HeaderOf(SheetRow row)
    {
        var columns = new Dictionary<string, (int, string)>(StringComparer.Ordinal);
        for (var i = 0; i < row.Cells.Length; i++)
        {
            var title = row[i].Text.Trim();
            if (Titles.TryGetValue(Remarks().Replace(title, ""), out var field)) columns.TryAdd(field, (i, $"{Letters(i)} {title}"));
        }

        return columns.ContainsKey("assetNumber") && (columns.ContainsKey("effectiveHours") || columns.ContainsKey("externalHours")) ? columns : null;
    }

    void Take(
        SheetRow row, Dictionary<string, (int Index, string Name)> columns, int year, ILookup<string, RollEntry> byNumber, HashSet<Guid> taken, IReadOnlyDictionary<Guid, UsageDeclaration> known, Rated rated)
    {
        var faults = new List<HoursFault>();
        var number = row[columns["assetNumber"].Index].Text.Trim();
        var (effective, external) = (Hours("effectiveHours"), Hours("externalHours"));
        if (number.Length == 0 && effective is null && external is null && faults.Count == 0) return;
        var alike = byNumber[number].ToList();
        var instrument = alike.Count == 1 ? alike[0] : null;
        if (instrument is null) Fault(number.Length == 0 ? "hours.no-number" : alike.Count > 1 ? "hours.several" : "hours.no-such-instrument", "assetNumber");
        else if (!taken.Add(instrument.Id)) Fault("hours.twice", "assetNumber");

        var before = instrument is null ? null : known.GetValueOrDefault(instrument.Id);
        var (total, part) = (effective ?? before?.EffectiveHours, external ?? before?.ExternalHours);
        if (faults.Count == 0 && HoursRules.Fault(year, total, part) is var (field, code)) Fault(code, field);
        var outcome = faults.Count > 0 ? HoursOutcome.Refuse : (total, part) == (before?.EffectiveHours, before?.ExternalHours) ? HoursOutcome.Leave : HoursOutcome.Change;
        _rows.Add((new HoursListRow(
            row.Number, outcome, Short(number), instrument?.Name ?? "", before?.EffectiveHours, before?.ExternalHours, total, part, instrument is not null && total > rated.Of(instrument), faults), instrument, before?.Version ?? 0));

        decimal? Hours(string field)
        {
            if (!columns.TryGetValue(field, out var at)) return null;
            var (cell, text) = (row[at.Index], row[at.Index].Text.Trim());
            if (text.Length == 0) return null;
            if (cell.Exact is { } exact) return exact;
            if (decimal.TryParse(text.Replace(",", "", StringComparison.Ordinal).TrimEnd('h', 'H').Replace("小时", "", StringComparison.Ordinal).Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var typed)) return typed;
            Fault("hours.not-a-number", field);
            return null;
        }

        void Fault(string code, string field)
        {
            var at = columns.TryGetValue(field, out var known) ? known : columns["assetNumber"];
            faults.Add(new HoursFault(code, at.Name, Short(row[at.Index].Text)));
        }
    }

    static string Short(string text) => text.Length > ContentShown ? text[..ContentShown] : text;

    static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : $"{(char)('A' + column / 26 - 1)}{(char)('A' + column % 26)}";

    [GeneratedRegex(@"[（(][^）)]*[）)]|[\s*＊：:]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Remarks();
}
