using System.Diagnostics;
using Modular.Instruments;
using Modular.Shared.Sheets;
using Modular.Tests.Trials;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

/// <summary>S4 past the reader: whatever cells hold, recognition answers, and soon.</summary>
public class RecognitionFuzzTests
{
    private static readonly string[] Scraps =
    [
        "仪器名称", "型号", "厂家/型号", "原值（万元）", "建账日期", "国别", "分类号", "学科", "安放地址", "数量", "资产编号", "年使用机时", "合计", "注：", "填表人：", "#", "（", "）", "【", "】", "(", ")",
        "2013.5", "2013-02-30", "99999999999999999999", "1,250,000", "万元", "USD", "约", "-", "/", "、", "，", ";", "\n", "\t", "　", "\u200B", "\uFFFD", "😀", "\uD83D", "美国", "公司", "Bruker", "LC-20A",
        "15402", "010409", "红外光谱仪", "化学", "赛罕区", "=1+1", "0", "1", "9", ".", "e", "E+10", "年", "月", "日", "零", "十", "|", "\"", "'", "_", "*", " ", "A", "z", "é", "Ⅲ", "①", "㎏",
    ];

    [Fact]
    public void Any_rows_are_recognised_without_a_fall()
    {
        var trial = Trial.Of("s4-recognition", 400);
        var seed = trial.Seed;
        var random = new Random(seed);
        var clock = Stopwatch.StartNew();
        var lists = 0;
        var slowest = TimeSpan.Zero;
        for (; lists < trial.Cases && (trial.IsLong || clock.Elapsed < TimeSpan.FromSeconds(8)); lists++)
        {
            var started = clock.Elapsed;
            Run(random, $"seed {seed}, list {lists}");
            slowest = clock.Elapsed - started > slowest ? clock.Elapsed - started : slowest;
        }

        trial.Report($"{lists} lists, slowest {slowest.TotalMilliseconds:F0} ms");
        slowest.TotalSeconds.ShouldBeLessThan(5, $"seed {seed}");
    }

    private static void Run(Random random, string where)
    {
        var columns = random.Next(1, 12);
        var rows = Enumerable.Range(1, random.Next(1, 25)).Select(n => new SheetRow(n * random.Next(1, 3), [.. Enumerable.Range(0, columns).Select(_ => Cell(random))])).OrderBy(r => r.Number).ToList();
        SheetRange[] merges = [.. Enumerable.Range(0, random.Next(4)).Select(_ => new SheetRange(random.Next(1, 9), random.Next(columns), random.Next(9, 20), random.Next(columns, columns + 3)))];
        try
        {
            var header = HeaderRecognition.Recognise(rows, merges);
            var classification = new RowClassification(header);
            // Every mapping the user may choose, not only the guessed one.
            var mapping = header.Columns.Select(c => random.Next(2) == 0 ? c : c with { FieldKey = InstrumentFields.All[random.Next(InstrumentFields.All.Count)].Key, Transform = (ColumnTransform?)random.Next(4) })
                .Select(c => c with { Transform = c.FieldKey is "nameZh" or "model" or "manufacturer" or "originalValueFen" ? c.Transform : null });
            var reading = new RecordReading(mapping, header.TitleLines, rows, merges, new DateOnly(2026, 11, 20));
            foreach (var row in rows)
            {
                classification.Classify(row);
                reading.Read(row);
            }
        }
        catch (Exception fall)
        {
            throw new InvalidOperationException(where, fall);
        }
    }

    private static SheetCell Cell(Random random) => random.Next(10) switch
    {
        0 => default,
        1 => SheetCell.OfNumber(random.Next(4) switch { 0 => random.NextDouble() * 1e18, 1 => random.Next(70_000), 2 => -random.NextDouble(), _ => double.MaxValue }),
        2 => SheetCell.OfDate(new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified).AddDays(random.Next(2_900_000))),
        3 => SheetCell.OfError("#REF!"),
        4 => SheetCell.OfBoolean(value: true),
        5 => SheetCell.OfText(string.Concat(Enumerable.Repeat(Scraps[random.Next(Scraps.Length)], random.Next(1, 4000)))),
        _ => SheetCell.OfText(string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => Scraps[random.Next(Scraps.Length)]))),
    };
}
