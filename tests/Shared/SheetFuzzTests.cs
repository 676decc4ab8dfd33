using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Modular.Shared.Sheets;
using Modular.Tests.Trials;
using Shouldly;
using Xunit;

namespace Modular.Tests.Sheets;

/// <summary>S4: mutated workbooks are read or refused, never anything else, and never for long.</summary>
public class SheetFuzzTests
{
    private const int Mutants = 24_000;
    private const int AtLeast = 20_000;

    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(18);

    [Fact]
    public async Task Mutants_are_read_or_refused()
    {
        var trial = Trial.Of("s4-workbooks", Mutants);
        var (seed, mutants) = (trial.Seed, trial.Cases);
        var files = await SeedFiles();
        var outcomes = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var slowest = (Number: 0, Milliseconds: 0d);
        var clock = Stopwatch.StartNew();
        var (done, peak) = (0, 0L);

        Parallel.For(0, mutants, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, number =>
        {
            // A busy machine gets as far as it must and no further.
            if (clock.Elapsed > AtMost && !trial.IsLong && Volatile.Read(ref done) >= AtLeast)
                return;
            var random = new Random(unchecked(seed + number));
            var file = Mutate(files[number % files.Count], random);
            var started = Stopwatch.GetTimestamp();
            var outcome = Outcome(file);
            var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            Interlocked.Increment(ref done);
            outcomes.AddOrUpdate(outcome, 1, (_, count) => count + 1);
            lock (outcomes)
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
                slowest = took > slowest.Milliseconds ? (number, took) : slowest;
            }
        });

        trial.Report($"{outcomes.Values.Sum()} mutants, at most {peak / 1024 / 1024} MiB held, slowest {slowest.Milliseconds:F0} ms (mutant {slowest.Number}); "
            + string.Join(", ", outcomes.OrderByDescending(o => o.Value).Select(o => $"{o.Key} {o.Value}")));
        outcomes.Keys.Where(o => o.StartsWith('!')).ShouldBeEmpty($"seed {seed}");
        if (trial.IsLong) peak.ShouldBeLessThan(1L << 30, "files of a few kilobytes");
        slowest.Milliseconds.ShouldBeLessThan(10_000, $"seed {seed}");
        done.ShouldBeGreaterThanOrEqualTo(Math.Min(mutants, AtLeast), $"seed {seed}");
    }

    private static string Outcome(byte[] file)
    {
        try
        {
            using var book = SheetReader.Open(new MemoryStream(file));
            var storable = true;
            foreach (var sheet in book.Sheets)
            {
                _ = sheet.Merges.Count;
                storable &= IsStorable(sheet.Name);
                foreach (var row in sheet.Rows())
                {
                    foreach (var cell in row.Cells)
                        storable &= IsStorable(cell.Text) && (cell.Exact, cell.Date) is not (not null, not null);
                }
            }

            return storable ? "read" : "!text that no database takes";
        }
        catch (SheetRefused refused)
        {
            return refused.Code;
        }
        catch (Exception escaped)
        {
            return $"!{escaped}";
        }
    }

    private static bool IsStorable(string text) => !text.Contains('\0') && Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(text)) == text;

    private static byte[] Mutate(byte[] file, Random random)
    {
        // Behind the check sums of an archive nothing would be reached: half the mutants are changed inside and packed again.
        if (file is [(byte)'P', (byte)'K', ..] && random.Next(2) == 0)
        {
            using var archive = new ZipArchive(new MemoryStream(file));
            var parts = archive.Entries.Select(e =>
            {
                using var part = e.Open();
                var bytes = new MemoryStream();
                part.CopyTo(bytes);
                return (e.FullName, bytes.ToArray());
            }).ToList();
            var chosen = random.Next(parts.Count);
            parts[chosen] = (parts[chosen].FullName, Bytes(parts[chosen].Item2, random));
            return XlsxFixture.Zip(parts).ToArray();
        }

        return Bytes(file, random);
    }

    private static byte[] Bytes(byte[] file, Random random)
    {
        var bytes = file.ToList();
        for (var times = random.Next(1, 6); times > 0 && bytes.Count > 0; times--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 64), bytes.Count - at);
            switch (random.Next(7))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count - length + 1), length));
                    break;
                case 4:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 5:
                    for (var i = at; i < at + Math.Min(4, length); i++)
                        bytes[i] = random.Next(2) == 0 ? (byte)0xFF : (byte)0x00;
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Nasty[random.Next(Nasty.Length)]));
                    break;
            }
        }

        return [.. bytes];
    }

    private static readonly string[] Nasty =
    [
        "<row r=\"-1\">", "<c r=\"XFD1048576\" t=\"s\"><v>-1</v></c>", "<v>1e999</v>", "&#x110000;", "&#xD800;", "<![CDATA[", "<!--", "<!DOCTYPE a>", "]]>", "/>", "\"",
        "s=\"99999999999\"", "<v>NaN</v>", "<mergeCell ref=\"A1:A99999999999\"/>", "../../../etc/passwd", "\0\0\0\0", "PK\u0003\u0004", "\t|,;", "date1904=\"1\"", "[h]:mm;;;@[$-F800]",
    ];

    private static async Task<List<byte[]>> SeedFiles()
    {
        object?[][] rows = [.. Enumerable.Range(0, 12).Select(i => new object?[] { $"仪器{i}", i * 1.25m, new DateOnly(2013, 5, 1), i % 2 == 0, "长文本 & <标记>" })];
        var content = SheetContent.Of("表", [new("名称", Group: "组"), new("原值", SheetColumnFormat.Money, Group: "组"), new("日期", SheetColumnFormat.Date), new("是否"), new("说明", Choices: ["一", "二"])], rows);
        var written = new MemoryStream();
        await SheetWriter.WriteXlsx(written, [content], TestContext.Current.CancellationToken);
        var csv = new MemoryStream();
        await SheetWriter.WriteCsv(csv, content, TestContext.Current.CancellationToken);
        using var shared = new XlsxFixture()
            .Strings("<t>名称</t>", "<r><t>a</t></r><r><t>&amp;</t></r><rPh><t>x</t></rPh>")
            .Formats("14", "0.00\"万元\"", "yyyy\"年\"m\"月\"", "[$-804]h:mm:ss")
            .Sheet("一", string.Concat(Enumerable.Range(1, 20).Select(i => $"<row r=\"{i}\"><c r=\"A{i}\" t=\"s\"><v>{i % 2}</v></c><c r=\"C{i}\" s=\"{i % 5}\"><v>{i * 1000.5}</v></c><c t=\"inlineStr\"><is><t>x</t></is></c></row>")), "<mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells>")
            .Sheet("二", "<row><c><f>A1</f><v>3</v></c></row>", state: "hidden")
            .Build();
        var text = Encoding.UTF8.GetString(csv.ToArray());
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return
        [
            written.ToArray(),
            shared.ToArray(),
            XlsFixture.Build([.. Enumerable.Range(0, 15).Select(i => new object?[] { $"仪器{i}", i * 3.5, new DateTime(2013, 5, 1, 0, 0, 0, DateTimeKind.Unspecified) })], merges: (0, 0, 0, 2)),
            csv.ToArray(),
            Encoding.GetEncoding("GB18030").GetBytes(text),
            Encoding.Unicode.GetBytes("\uFEFF" + text.Replace(',', '\t')),
        ];
    }
}
