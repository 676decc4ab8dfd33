using System.Runtime.InteropServices;
using Modular.Contracts.Vocabulary;

namespace Modular.Instruments;

/// <summary>One field of a segment: its distinct values, and which documents have which.</summary>
internal sealed class ValueField<T> where T : class
{
    private readonly T[] _values;
    private readonly int[] _ofDocument;

    public ValueField(CatalogueEntry[] entries, Func<CatalogueEntry, T> value)
    {
        var ordinals = new Dictionary<T, int>(ReferenceEqualityComparer.Instance);
        _ofDocument = new int[entries.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            ref var ordinal = ref CollectionsMarshal.GetValueRefOrAddDefault(ordinals, value(entries[i]), out var known);
            if (!known)
                ordinal = ordinals.Count - 1;
            _ofDocument[i] = ordinal;
        }
        _values = new T[ordinals.Count];
        foreach (var (one, ordinal) in ordinals)
            _values[ordinal] = one;
        Documents = Postings.Invert(_ofDocument, _values.Length);
    }

    public ReadOnlySpan<T> Values => _values;

    public int Count => _values.Length;

    public Postings Documents { get; }

    public int OrdinalOf(int document) => _ofDocument[document];

    /// <summary>The ordinals of the values by what they mean (a kind, a maker); null means nothing known.</summary>
    public Postings By(Func<T, int?> meaning, int meanings) =>
        Postings.Invert(Array.ConvertAll(_values, value => meaning(value) ?? -1), meanings);
}

/// <summary>Finds the values of a field by what is written in them.</summary>
internal sealed record ValueLookup(GramIndex Grams, WordRuns Runs)
{
    public static ValueLookup Build<T>(ValueField<T> field, Func<T, string> text, Func<T, string>? more = null) where T : class
    {
        var grams = new GramIndexBuilder(singles: true);
        var runs = new WordRuns.Builder();
        for (var i = 0; i < field.Count; i++)
        {
            grams.Add(text(field.Values[i]));
            runs.Add(i, text(field.Values[i]));
            if (more is not null)
                runs.Add(i, more(field.Values[i]));
        }
        return new ValueLookup(grams.Build(), runs.Build());
    }
}

/// <summary>An immutable part of the index. What is removed or replaced is marked beside it, never in it.</summary>
internal sealed class CatalogueSegment
{
    private IReadOnlyCollection<string>? _longWords;

    public CatalogueSegment(CatalogueEntry[] entries)
    {
        Entries = entries;
        Names = new(entries, e => e.Name);
        Models = new(entries, e => e.Model);
        Makers = new(entries, e => e.Maker);
        Classes = new(entries, e => e.Class);
        Units = new(entries, e => e.Unit);
        Places = new(entries, e => e.Place);
        SharingModes = new(entries, e => e.SharingMode);
        NameLookup = ValueLookup.Build(Names, n => n.Zh, n => n.En);
        ModelLookup = ValueLookup.Build(Models, m => m.Folded);
        MakerLookup = ValueLookup.Build(Makers, m => m.Folded);

        var (kinds, brands) = (InstrumentVocabulary.Current.Kinds.Count, Brands.All.Count);
        NamesOfKind = Names.By(n => n.Reading?.Kind.Id, kinds);
        NamesWithSeveralKinds = [.. Enumerable.Range(0, Names.Count).Where(i => Names.Values[i].Reading is { Also.Count: > 0 })];
        NamesOfBrand = Names.By(n => n.Brand?.Id, brands);
        ModelsOfBrand = Models.By(m => m.Brand?.Id, brands);
        MakersOfBrand = Makers.By(m => m.Brand?.Id, brands);

        var grams = new GramIndexBuilder(singles: false);
        var words = new TextWords.Builder();
        ValuesFen = new long[entries.Length];
        Freshness = new int[entries.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            grams.Add(entries[i].Text);
            words.Add(entries[i].Text);
            ValuesFen[i] = entries[i].OriginalValueFen;
            Freshness[i] = entries[i].ListedOn;
        }
        TextGrams = grams.Build();
        TextWords = words.Build();
    }

    public CatalogueEntry[] Entries { get; }
    public int Count => Entries.Length;

    public ValueField<NameValue> Names { get; }
    public ValueField<ModelValue> Models { get; }
    public ValueField<MakerValue> Makers { get; }
    public ValueField<ClassValue> Classes { get; }
    public ValueField<UnitValue> Units { get; }
    public ValueField<PlaceValue> Places { get; }
    public ValueField<string> SharingModes { get; }

    public ValueLookup NameLookup { get; }
    public ValueLookup ModelLookup { get; }
    public ValueLookup MakerLookup { get; }
    public Postings NamesOfKind { get; }
    public int[] NamesWithSeveralKinds { get; }
    public Postings NamesOfBrand { get; }
    public Postings ModelsOfBrand { get; }
    public Postings MakersOfBrand { get; }
    public GramIndex TextGrams { get; }
    public TextWords TextWords { get; }

    /// <summary>For mending slips; worked out when the first slip is met.</summary>
    public IReadOnlyCollection<string> LongWords => _longWords ??= NameLookup.Runs.LongWords()
        .Concat(ModelLookup.Runs.LongWords()).Concat(MakerLookup.Runs.LongWords()).ToHashSet(StringComparer.Ordinal);

    public long[] ValuesFen { get; }

    /// <summary>Day of listing: among equals the newer comes first.</summary>
    public int[] Freshness { get; }
}
