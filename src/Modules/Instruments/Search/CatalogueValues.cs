using System.Collections.Concurrent;
using System.Text;
using Modular.Contracts.Vocabulary;

namespace Modular.Instruments;

/// <summary>A name as it is indexed: many instruments share one.</summary>
internal sealed record NameValue(string Zh, string En, KindReading? Reading, Brand? Brand);

/// <param name="Number">Normalised: what two spellings of one model share.</param>
internal sealed record ModelValue(string Written, string Folded, string Number, Brand? Brand);

internal sealed record MakerValue(string Folded, Brand? Brand);

internal sealed record UnitValue(Guid Id, string Written, string Folded);

internal sealed record PlaceValue(string Code, string Folded);

/// <param name="Levels">Folded names from the major class down.</param>
/// <param name="Kind">The kind that the class's own name means, if it means one.</param>
internal sealed record ClassValue(string Code, string[] Levels, InstrumentKind? Kind);

/// <summary>A document made ready: folded, and its repeated parts shared with all others.</summary>
internal sealed record CatalogueEntry(
    Guid Id, NameValue Name, ModelValue Model, MakerValue Maker, ClassValue Class, UnitValue Unit, PlaceValue Place,
    string Text, int ServicesFrom, long OriginalValueFen, int ListedOn, string SharingMode);

/// <summary>Makes entries and keeps each distinct value once.</summary>
internal sealed class CatalogueValues
{
    public const string OpenToOthers = "external";

    private readonly ConcurrentDictionary<(string, string), NameValue> _names = new();
    private readonly ConcurrentDictionary<string, ModelValue> _models = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, MakerValue> _makers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ClassValue> _classes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(Guid, string), UnitValue> _units = new();
    private readonly ConcurrentDictionary<(string, string), PlaceValue> _places = new();

    public CatalogueEntry Entry(CatalogueDocument document)
    {
        var functions = FoldedText.Sentences(document.Functions ?? "");
        var services = FoldedText.Sentences(document.Services ?? "");
        return new CatalogueEntry(
            document.Id,
            _names.GetOrAdd((document.NameZh, document.NameEn ?? ""), MakeName),
            _models.GetOrAdd(document.Model ?? "", MakeModel),
            _makers.GetOrAdd(document.Manufacturer ?? "", MakeMaker),
            _classes.GetOrAdd(document.ClassCode, MakeClass),
            _units.GetOrAdd((document.UnitId, document.UnitName), key => new UnitValue(key.Item1, key.Item2, FoldedText.Name(key.Item2))),
            _places.GetOrAdd((document.RegionCode, document.Place ?? ""), key => new PlaceValue(key.Item1, FoldedText.Name(key.Item2))),
            services.Length == 0 ? functions : $"{functions}\n{services}",
            functions.Length,
            document.OriginalValueFen, document.ListedOn.DayNumber, SharingCode(document.SharingMode));
    }

    private static string SharingCode(SharingMode? mode) => mode switch
    {
        SharingMode.External => OpenToOthers,
        SharingMode.Internal => "internal",
        SharingMode.None => "none",
        _ => "",
    };

    private static NameValue MakeName((string Zh, string En) name)
    {
        var zh = FoldedText.Name(name.Zh);
        return new NameValue(zh, FoldedText.Name(name.En),
            InstrumentVocabulary.Current.KindOf(name.Zh, name.En), InstrumentVocabulary.Current.BrandMentionedIn(zh));
    }

    private static ModelValue MakeModel(string written)
    {
        var folded = FoldedText.Name(CamelApart(written));
        return new ModelValue(written, folded, ModelNumber.Normalise(written), InstrumentVocabulary.Current.BrandMentionedIn(folded));
    }

    // FACSAria is asked for as aria, GeminiSEM as gemini: a capital inside a word starts one.
    private static string CamelApart(string written)
    {
        var apart = new StringBuilder(written.Length + 4);
        for (var i = 0; i < written.Length; i++)
        {
            var starts = i > 0 && char.IsAsciiLetterUpper(written[i])
                && (char.IsAsciiLetterLower(written[i - 1])
                    || (char.IsAsciiLetterUpper(written[i - 1]) && i + 1 < written.Length && char.IsAsciiLetterLower(written[i + 1])));
            if (starts)
                apart.Append(' ');
            apart.Append(written[i]);
        }
        return apart.ToString();
    }

    private static MakerValue MakeMaker(string written) =>
        new(FoldedText.Name(written), InstrumentVocabulary.Current.BrandOf(written));

    private static ClassValue MakeClass(string code)
    {
        var path = Classification.PathOf(code);
        return new ClassValue(code, [.. path.Select(c => FoldedText.Name(c.NameZh))],
            path.Count < 3 ? null : InstrumentVocabulary.Current.KindOf(path[^1].NameZh)?.Kind);
    }
}
