using Modular.Contracts.Vocabulary;

namespace Modular.Instruments;

/// <summary>One word of a query with all that it may mean; a document must answer to every word.</summary>
internal sealed record QueryWord(string Literal)
{
    private IReadOnlyList<int>? _answering;

    /// <summary>Kinds the word names, each with how surely (100) or, while it is being typed, how likely.</summary>
    public IReadOnlyList<(InstrumentKind Kind, int Sureness)> Kinds { get; init; } = [];

    /// <summary>Those kinds and all special cases of them.</summary>
    public IReadOnlyList<int> AnsweringKinds => _answering ??= Kinds.Count == 0 ? []
        : [.. InstrumentVocabulary.Current.Kinds.Where(kind => Kinds.Any(wanted => kind.Is(wanted.Kind))).Select(kind => kind.Id)];

    public Brand? Brand { get; init; }

    /// <summary>The whole run of Latin words it stands in, written together: "nicolet6700" for both of Nicolet 6700.</summary>
    public string? Joined { get; init; }

    /// <summary>Named after a product (Orbitrap, NanoDrop): then the model says as much as the kind.</summary>
    public bool Product { get; init; }

    /// <summary>Take names that hold most of the word.</summary>
    public bool Loose { get; init; }

    public string? WrittenAs { get; init; }

    public string Compact { get; } = Literal.Replace(" ", "", StringComparison.Ordinal);

    public bool Chinese { get; } = Literal.AsSpan().ContainsAnyInRange('\u2E80', '\u9FFF');

    public bool HasDigits { get; } = Literal.AsSpan().ContainsAnyInRange('0', '9');

    /// <summary>What is lost when the word is dropped: the kind of instrument most, a chance word least.</summary>
    public int Weight => Kinds.Count > 0 ? 5 : HasDigits ? 4 : Brand is not null ? 3 : 2;

    /// <summary>Whether a name's reading answers to the word, and how well (0: not at all).</summary>
    public int AnswerOf(KindReading? reading)
    {
        if (reading is null)
            return 0;
        var best = 0;
        foreach (var (kind, sureness) in Kinds)
        {
            var answer = reading.Kind.Id == kind.Id ? sureness : reading.Kind.Is(kind) ? sureness * 8 / 10 : 0;
            best = Math.Max(best, reading.Accessory ? answer / 2 : answer);
            foreach (var also in reading.Also)
            {
                if (also.Is(kind))
                    best = Math.Max(best, sureness / 2);
            }
        }
        return best;
    }
}
