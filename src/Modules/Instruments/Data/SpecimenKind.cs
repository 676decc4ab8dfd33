using System.Globalization;

namespace Modular.Instruments;

/// <summary>A maker 生产制造商 as the generated instruments name it.</summary>
internal sealed record SpecimenMaker(string NameZh, string NameEn, string Country);

/// <summary>One kind of instrument with all that a believable record of it can say.</summary>
internal sealed record SpecimenKind(
    IReadOnlyList<string> NamesZh, string NameEn, string ClassCode, bool Special, int LowWan, int HighWan, int Weight,
    IReadOnlyList<(SpecimenMaker Maker, string[] Models)> Makers,
    NumberTemplate[] Specifications, string[] Functions, string[] Services,
    string FeeUnit, int FeeLow, int FeeHigh, string[] Disciplines)
{
    public string Canonical => NamesZh[0];

    public static IReadOnlyList<SpecimenKind> All { get; } = Read();

    private static List<SpecimenKind> Read()
    {
        var makers = ReferenceTable.Read("specimen-makers", 4)
            .ToDictionary(row => row[0], row => new SpecimenMaker(row[1], row[2], row[3]), StringComparer.Ordinal);
        return [.. ReferenceTable.Read("specimen-kinds", 12).Select(row => FromRow(row, makers))];
    }

    // Columns: names; English; class; g|s; low-high in 万元; weight; maker:model,model;… ; specifications; functions; services; fee unit:low-high; disciplines.
    private static SpecimenKind FromRow(string[] row, Dictionary<string, SpecimenMaker> makers)
    {
        var (low, high) = Range(row[4]);
        var fee = row[10].Split(':');
        var (feeLow, feeHigh) = Range(fee[1]);
        return new SpecimenKind(
            row[0].Split(';'), row[1], row[2], row[3] is "s", low, high, int.Parse(row[5], CultureInfo.InvariantCulture),
            [.. row[6].Split(';').Select(entry => entry.Split(':', 2)).Select(pair => (makers[pair[0]], pair[1].Split(',')))],
            [.. row[7].Split(';').Select(text => new NumberTemplate(text))],
            row[8].Split(';'), row[9].Split(';'), fee[0], feeLow, feeHigh, row[11].Split(';'));
    }

    private static (int Low, int High) Range(string text)
    {
        var bounds = text.Split('-');
        return (int.Parse(bounds[0], CultureInfo.InvariantCulture), int.Parse(bounds[1], CultureInfo.InvariantCulture));
    }
}
