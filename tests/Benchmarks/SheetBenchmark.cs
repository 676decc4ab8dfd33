using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Modular.Instruments;
using Modular.Shared.Sheets;

namespace Modular.Benchmarks;

/// <summary>
/// P7's reading half: a workbook as spreadsheet programs save it (shared strings), read by ours and, interleaved, by the reference:
/// unzip and XmlReader over the same parts, which makes nothing of them.
/// </summary>
internal static class SheetBenchmark
{
    private const int Columns = 40;
    private const int Rounds = 5;

    public static Task Run(Options options)
    {
        var rows = options.Count ?? 100_000;
        var file = Workbook(rows, options.Seed);
        Console.WriteLine($"{rows} rows × {Columns} columns, {file.Length >> 20} MiB, seed {options.Seed}");
        var reference = new List<double>();
        var ours = new List<double>();
        var records = new List<double>();
        long allocated = 0;
        Reference(file);
        Read(file);
        for (var round = 0; round < Rounds; round++)
        {
            reference.Add(Reference(file));
            var before = GC.GetTotalAllocatedBytes();
            ours.Add(Read(file));
            allocated = GC.GetTotalAllocatedBytes() - before;
            records.Add(ReadRecords(file));
        }

        Console.WriteLine($"unzip + XmlReader  {Figures.Spread(reference)} s");
        Console.WriteLine($"SheetReader        {Figures.Spread(ours)} s, ratio {Median(ours) / Median(reference):F2}, {allocated >> 20} MiB allocated in passing");
        Console.WriteLine($"as records         {Figures.Spread(records)} s, {rows / Median(records):F0} rows/s");
        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"peak working set   {process.PeakWorkingSet64 >> 20} MiB, the file's {file.Length >> 20} MiB within");
        return Task.CompletedTask;
    }

    private static double Reference(byte[] file)
    {
        var clock = Stopwatch.StartNew();
        using var archive = new ZipArchive(new MemoryStream(file));
        foreach (var entry in archive.Entries)
        {
            using var part = entry.Open();
            using var xml = XmlReader.Create(part);
            while (xml.Read())
            {
                // Nothing is made of it.
            }
        }

        return clock.Elapsed.TotalSeconds;
    }

    private static double Read(byte[] file)
    {
        var clock = Stopwatch.StartNew();
        using var book = SheetReader.Open(new MemoryStream(file));
        var cells = book.Sheets[0].Rows().Sum(row => row.Cells.Length);
        if (cells == 0)
            throw new InvalidOperationException("Nothing was read.");
        return clock.Elapsed.TotalSeconds;
    }

    private static double ReadRecords(byte[] file)
    {
        var clock = Stopwatch.StartNew();
        using var book = SheetReader.Open(new MemoryStream(file));
        var sheet = book.Sheets[0];
        var first = sheet.Rows().Take(200).ToList();
        var header = HeaderRecognition.Recognise(first, sheet.Merges);
        var classification = new RowClassification(header);
        var reading = new RecordReading(header.Columns, header.TitleLines, first[1..], sheet.Merges, new DateOnly(2026, 11, 20));
        var named = sheet.Rows().Where(row => row.Number > header.LastRow && classification.Classify(row) == RowKind.Data).Count(row => reading.Read(row).Record.NameZh is not null);
        if (named == 0)
            throw new InvalidOperationException("No record was read.");
        return clock.Elapsed.TotalSeconds;
    }

    private static byte[] Workbook(int rows, int seed)
    {
        const string relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var random = new Random(seed);
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write("_rels/.rels", w => w.Write($"<Relationships><Relationship Id='a' Type='{relations}/officeDocument' Target='xl/workbook.xml'/></Relationships>"));
            Write("xl/workbook.xml", w => w.Write($"<workbook xmlns:r='{relations}'><sheets><sheet name='s' sheetId='1' r:id='a'/></sheets></workbook>"));
            Write("xl/_rels/workbook.xml.rels", w => w.Write($"<Relationships><Relationship Id='a' Type='{relations}/worksheet' Target='worksheets/sheet1.xml'/></Relationships>"));
            Write("xl/styles.xml", w => w.Write("<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>"));
            var strings = new Dictionary<string, int>(StringComparer.Ordinal);
            Write("xl/worksheets/sheet1.xml", w => WriteRows(w, rows, random, strings));
            Write("xl/sharedStrings.xml", w => w.Write($"<sst>{string.Concat(strings.Keys.Select(s => $"<si><t>{System.Security.SecurityElement.Escape(s)}</t></si>"))}</sst>"));

            void Write(string name, Action<StreamWriter> write)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                write(writer);
            }
        }

        return file.ToArray();
    }

    private static void WriteRows(StreamWriter writer, int rows, Random random, Dictionary<string, int> strings)
    {
        var fields = InstrumentFields.All.Take(Columns).ToList();
        writer.Write("<worksheet><sheetData>");
        for (var row = 1; row <= rows + 1; row++)
        {
            writer.Write($"<row r=\"{row}\" spans=\"1:{Columns}\">");
            for (var column = 0; column < Columns; column++)
            {
                var name = $"{(column < 26 ? "" : ((char)('A' + (column / 26) - 1)).ToString())}{(char)('A' + (column % 26))}{row}";
                var value = row == 1 ? fields[column].NameZh + (fields[column].Kind == FieldKind.Money ? "（万元）" : "") : Value(fields[column], row, random);
                if (value is string text)
                {
                    if (!strings.TryGetValue(text, out var index))
                        strings[text] = index = strings.Count;
                    writer.Write($"<c r=\"{name}\" t=\"s\"><v>{index}</v></c>");
                }
                else
                    writer.Write(fields[column].Kind == FieldKind.Date ? $"<c r=\"{name}\" s=\"1\"><v>{value}</v></c>" : $"<c r=\"{name}\"><v>{value}</v></c>");
            }

            writer.Write("</row>");
        }

        writer.Write("</sheetData></worksheet>");
    }

    private static object Value(RecordField field, int row, Random random) => field.Kind switch
    {
        FieldKind.Money => random.Next(30_0000, 1000_0000) / 10000m,
        FieldKind.Date => random.Next(38_000, 46_000),
        FieldKind.Hours => random.Next(0, 2000),
        FieldKind.Year => 2025,
        FieldKind.Flag => "否",
        FieldKind.ClassCode => "010409",
        FieldKind.Country => random.Next(2) == 0 ? "美国" : "日本",
        FieldKind.Discipline => "化学，材料科学",
        FieldKind.Region => "呼和浩特市赛罕区",
        FieldKind.Choices => "中央财政资金",
        FieldKind.Choice => field.Key switch { "generality" => "通用", "acquisition" => "购置", "operatingStatus" => "正常", "sharingMode" => "外部共享", _ => "无" },
        _ => field.Key switch
        {
            "assetNumber" => $"2013{row:000000}S",
            "nameZh" => $"傅里叶变换红外光谱仪{random.Next(3000)}",
            "contactEmail" => "someone@example.org",
            _ => $"{field.NameZh}{random.Next(3000)}",
        },
    };

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
