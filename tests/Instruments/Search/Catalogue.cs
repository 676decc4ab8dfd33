using Modular.Instruments;

namespace Modular.Tests.Instruments;

/// <summary>Catalogues for tests, made from the seeded instruments.</summary>
internal static class Catalogue
{
    private static readonly string[] Leagues = ["150100", "150200", "150400", "152500"];
    private static readonly string[] LeagueNames = ["呼和浩特市", "包头市", "赤峰市", "锡林郭勒盟"];

    public static IReadOnlyList<CatalogueDocument> Seeded(int seed, int count) =>
        [.. InstrumentSpecimens.Make(seed, count).Select((specimen, i) => Document(specimen, i))];

    public static CatalogueDocument Document(Specimen specimen, int i) => new(
        Guid.NewGuid(), specimen.NameZh, specimen.NameEn, specimen.Model, specimen.Manufacturer, specimen.ClassCode,
        UnitId(i % 40), UnitName(i % 40), $"{Leagues[i % 4][..4]}02", LeagueNames[i % 4], specimen.Functions, specimen.ServicesOffered,
        specimen.OriginalValueFen, specimen.BookedOn, Enum.Parse<SharingMode>(specimen.SharingMode, ignoreCase: true));

    public static Guid UnitId(int i) => new(i + 1, 0, 0, new byte[8]);

    public static string UnitName(int i) => $"{LeagueNames[i % 4]}第{i}研究所";
}
