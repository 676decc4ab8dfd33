using System.Globalization;
using System.Text;

namespace Modular.Instruments;

/// <summary>A made-up but believable instrument: the record of I-2 without an owner, in the words of the API.</summary>
internal sealed record Specimen(
    string Kind, string NameZh, string NameEn, string Model, string Manufacturer, string OriginCountry, string ClassCode,
    string Acquisition, string Generality, long OriginalValueFen, DateOnly AcceptedOn, DateOnly BookedOn, DateOnly InUseSince,
    string TechnicalSpecifications, string Functions, IReadOnlyList<string> Disciplines, IReadOnlyList<string> FundingSources,
    string ServicesOffered, string Achievements, string UserNotes, string FeeStandard,
    string OperatingStatus, string SharingMode, int AnnualHours, int ExternalHours);

/// <summary>
/// Makes instruments for the demo region, tests and benchmarks: kinds, makers, model series, price bands and data-sheet figures as they are
/// met in real lists, written as unevenly as real lists write them. The same seed gives the same instruments.
/// </summary>
internal static class InstrumentSpecimens
{
    private static readonly DateOnly FirstDay = new(2005, 3, 1);
    private static readonly DateOnly LastDay = new(2026, 6, 30);

    public static IEnumerable<Specimen> Make(int seed, int count)
    {
        var random = new Random(seed);
        var text = new StringBuilder(400);
        var kinds = SpecimenKind.All.SelectMany(kind => Enumerable.Repeat(kind, kind.Weight)).ToArray();
        for (var i = 0; i < count; i++)
            yield return MakeOne(kinds[random.Next(kinds.Length)], random, text);
    }

    private static Specimen MakeOne(SpecimenKind kind, Random random, StringBuilder text)
    {
        var (maker, models) = kind.Makers[Math.Min(random.Next(kind.Makers.Count), random.Next(kind.Makers.Count))];
        var seriesModel = models[random.Next(models.Length)];
        var domestic = maker.Country is "中国";
        // More was bought in recent years than in early ones.
        var age = Math.Min(random.NextDouble(), random.NextDouble());
        var accepted = LastDay.AddDays(-(int)(age * (LastDay.DayNumber - FirstDay.DayNumber)));
        var booked = accepted.AddDays(random.Next(2, 60));
        var special = kind.Special || random.Next(20) == 0;
        var hours = AnnualHours(random, special ? 800 : 1400);
        var sharing = random.Next(100) switch { < 62 => "external", < 92 => "internal", _ => "none" };
        return new Specimen(
            kind.Canonical,
            NameOf(kind, maker, seriesModel, random),
            random.Next(10) == 0 ? "" : kind.NameEn,
            ModelAsWritten(seriesModel, maker, random),
            ManufacturerAsWritten(maker, random),
            maker.Country,
            kind.ClassCode,
            random.Next(100) switch { < 96 => "purchased", < 98 => "developed", < 99 => "donated", _ => "other" },
            special ? "special" : "general",
            ValueFen(kind, domestic, random),
            accepted, booked, booked.AddDays(random.Next(0, 30)),
            Specifications(kind, random, text),
            FunctionsOf(kind, random, text),
            kind.Disciplines.Length == 1 || random.Next(3) > 0 ? kind.Disciplines : kind.Disciplines[..1],
            Funding(random),
            string.Join('；', kind.Services.Take(1 + random.Next(kind.Services.Length))),
            random.Next(3) == 0 ? $"近三年支撑科研项目{random.Next(2, 26)}项，发表论文{random.Next(1, 60)}篇，授权发明专利{random.Next(0, 9)}件。" : "",
            SpecimenPhrases.UserNotes[random.Next(SpecimenPhrases.UserNotes.Length)],
            FeeStandard(kind, random),
            random.Next(100) switch { < 91 => "inService", < 95 => "underRepair", _ => "idle" },
            sharing, hours,
            sharing is "external" ? (int)(hours * random.NextDouble() * 0.9) : 0);
    }

    private static string NameOf(SpecimenKind kind, SpecimenMaker maker, string model, Random random)
    {
        var name = random.Next(100) < 55 ? kind.NamesZh[0] : kind.NamesZh[random.Next(kind.NamesZh.Count)];
        return random.Next(100) switch
        {
            < 3 => $"{name}（{model}）",
            < 5 => $"{maker.NameEn} {model} {name}",
            < 7 => $"{name}-{random.Next(1, 4)}",
            < 10 when !name.StartsWith("全自动", StringComparison.Ordinal) => SpecimenPhrases.NamePrefixes[random.Next(SpecimenPhrases.NamePrefixes.Length)] + name,
            _ => name,
        };
    }

    // UV-2550, UV2550, uv-2550, Shimadzu UV-2550: all found in one real list.
    private static string ModelAsWritten(string model, SpecimenMaker maker, Random random) => random.Next(100) switch
    {
        < 7 => model.Replace(" ", "", StringComparison.Ordinal),
        < 11 => model.Replace("-", "", StringComparison.Ordinal),
        < 14 => model.Replace(' ', '-'),
        < 17 => model.ToUpperInvariant(),
        < 19 => model.Replace('-', ' '),
        < 23 => $"{maker.NameEn} {model}",
        _ => model,
    };

    private static string ManufacturerAsWritten(SpecimenMaker maker, Random random) => random.Next(100) switch
    {
        < 18 => maker.NameEn,
        < 26 => maker.NameEn.ToUpperInvariant(),
        < 34 => $"{maker.NameZh}（{maker.NameEn}）",
        _ => maker.NameZh,
    };

    private static long ValueFen(SpecimenKind kind, bool domestic, Random random)
    {
        var share = Math.Pow(random.NextDouble(), 1.5);
        var yuan = (kind.LowWan + ((kind.HighWan - kind.LowWan) * share)) * 10_000 * (domestic ? 0.75 : 1);
        return random.Next(3) switch
        {
            0 => (long)Math.Round(yuan / 1_000) * 100_000,
            1 => (long)Math.Round(yuan / 100) * 10_000,
            _ => (long)Math.Round(yuan * 100),
        };
    }

    // The region's mean of 2021 was 694 hours a year; a few run round the clock, a few never.
    private static int AnnualHours(Random random, int rated) => random.Next(100) switch
    {
        < 4 => 0,
        < 90 => (int)(rated * (0.08 + (0.85 * random.NextDouble()))),
        _ => (int)(rated * (0.9 + (1.6 * random.NextDouble()))),
    };

    private static string Specifications(SpecimenKind kind, Random random, StringBuilder text)
    {
        text.Clear();
        for (var i = 0; i < kind.Specifications.Length; i++)
        {
            text.Append(i + 1).Append('.');
            kind.Specifications[i].Write(text, random);
            text.Append(i + 1 == kind.Specifications.Length ? '。' : '；');
        }
        return text.ToString();
    }

    private static string FunctionsOf(SpecimenKind kind, Random random, StringBuilder text)
    {
        text.Clear().Append(SpecimenPhrases.FunctionOpenings[random.Next(SpecimenPhrases.FunctionOpenings.Length)]);
        var first = random.Next(kind.Functions.Length);
        var parts = Math.Min(kind.Functions.Length, 2 + random.Next(2));
        for (var i = 0; i < parts; i++)
            text.Append(i == 0 ? "" : "、").Append(kind.Functions[(first + i) % kind.Functions.Length]);
        text.Append("，适用于").Append(SpecimenPhrases.Samples[random.Next(SpecimenPhrases.Samples.Length)])
            .Append('、').Append(SpecimenPhrases.Samples[random.Next(SpecimenPhrases.Samples.Length)])
            .Append("等样品。").Append(SpecimenPhrases.FunctionClosings[random.Next(SpecimenPhrases.FunctionClosings.Length)]);
        return text.ToString();
    }

    private static string FeeStandard(SpecimenKind kind, Random random)
    {
        var external = (kind.FeeLow + random.Next(kind.FeeHigh - kind.FeeLow + 1)) / 5 * 5;
        var unit = kind.FeeUnit is "机时" ? "元/小时" : "元/样品";
        return string.Create(CultureInfo.InvariantCulture,
            $"校外：{Math.Max(5, external)}{unit}；校内：{Math.Max(5, external * 6 / 10)}{unit}；加急加收{random.Next(2, 6) * 10}%。");
    }

    private static string[] Funding(Random random) => random.Next(100) switch
    {
        < 34 => ["central"],
        < 66 => ["local"],
        < 82 => ["own"],
        < 90 => ["central", "local"],
        < 97 => ["local", "own"],
        _ => ["other"],
    };
}
