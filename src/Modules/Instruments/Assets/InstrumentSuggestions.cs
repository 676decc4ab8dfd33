using System.Globalization;
using Modular.Contracts.Vocabulary;

namespace Modular.Instruments;

internal sealed record Suggestion(Guid Id, Likeness By);

/// <summary>Which instrument without a card a card may stand for: the number written in another way, or name, model and value. Each is suggested once.</summary>
internal sealed class InstrumentSuggestions(IReadOnlyList<RegisteredInstrument> free)
{
    readonly ILookup<string, RegisteredInstrument> _byNumber = Index(free, i => Number(i.AssetNumber));
    readonly ILookup<string, RegisteredInstrument> _byName = Index(free, i => i.NameZh is { } name ? FoldedText.Compact(name) : null);
    readonly ILookup<string, RegisteredInstrument> _byModel = Index(free, i => Model(i.Model));
    readonly ILookup<string, RegisteredInstrument> _byValue = Index(free, i => i.ValueFen is > 0 and { } value ? Value(value) : null);

    /// <summary>By card number, the likeliest first served.</summary>
    public Dictionary<string, Suggestion> For(IReadOnlyList<ReadCard> cards)
    {
        var given = new HashSet<Guid>();
        var suggestions = new Dictionary<string, Suggestion>(StringComparer.Ordinal);
        foreach (var (card, id, by) in cards.SelectMany(Candidates).OrderBy(candidate => candidate.By))
        {
            if (suggestions.ContainsKey(card.CardNumber) || !given.Add(id)) continue;
            suggestions[card.CardNumber] = new Suggestion(id, by);
        }

        return suggestions;
    }

    IEnumerable<(ReadCard Card, Guid Id, Likeness By)> Candidates(ReadCard card)
    {
        var numbers = new[] { Number(card.CardNumber), Number(card.Record.AssetNumber) }.OfType<string>().SelectMany(number => _byNumber[number]).Select(i => (card, i.Id, Likeness.Number));
        var alike = new[]
        {
            _byName[FoldedText.Compact(card.Record.NameZh!)], Model(card.Record.Model) is { } model ? _byModel[model] : [], _byValue[Value(card.ValueFen)],
        }.SelectMany(found => found).GroupBy(i => i.Id).Where(found => found.Count() >= 2)
            .Select(found => (card, found.Key, found.Count() == 3 ? Likeness.Everything : Likeness.Partly));
        return numbers.Concat(alike);
    }

    static ILookup<string, RegisteredInstrument> Index(IReadOnlyList<RegisteredInstrument> instruments, Func<RegisteredInstrument, string?> key) =>
        instruments.Select(i => (Key: key(i), Instrument: i)).Where(each => each.Key is { Length: > 0 }).ToLookup(each => each.Key!, each => each.Instrument, StringComparer.Ordinal);

    // TY-2019-00017, ty201900017 and TY2019-17 are not the same, but 00017 and 17 are.
    static string? Number(string? number) => number is null ? null : FoldedText.Compact(number).TrimStart('0');

    static string? Model(string? model) => model is null ? null : ModelNumber.Normalise(model);

    static string Value(long fen) => fen.ToString(CultureInfo.InvariantCulture);
}
