using System.Runtime.InteropServices;
using Modular.Contracts.Vocabulary;

namespace Modular.PurchaseReview;

/// <summary>
/// The whole stock as features. Names, models, makers and classes are read once each however many instruments share them; what
/// instruments share makes a profile, and a check judges profiles, all of them, so that no match is lost to blocking.
/// </summary>
internal sealed partial class StockIndex
{
    readonly ReaderWriterLockSlim _turn = new();
    readonly Dictionary<(string, string), int> _rawNames = [];
    readonly Dictionary<string, int> _readNames = new(StringComparer.Ordinal);
    readonly List<NameReading> _names = [];
    readonly Dictionary<int, List<int>> _gramsOfUnknown = [];
    readonly Dictionary<int, List<int>> _gramsOfKnown = [];
    readonly List<int> _gramCounts = [];
    readonly Dictionary<string, int> _rawModels = new(StringComparer.Ordinal) { [""] = 0 };
    readonly List<(IReadOnlyList<ModelText> Texts, int Series)> _models = [([], -1)];
    readonly Dictionary<string, List<int>> _modelsByKey = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> _makers = new(StringComparer.Ordinal);
    readonly Dictionary<(int Name, int Model, int Brand, int Class), int> _profiles = [];
    readonly Dictionary<Guid, int> _slots = [];
    readonly Stack<int> _free = [];

    readonly List<Profile> _profile = [];
    readonly List<Item> _items = [];
    readonly List<Figures> _figures = [];
    readonly List<TextSketch> _purposes = [];
    readonly List<TextSketch> _wordings = [];

    public int Count { get { _turn.EnterReadLock(); try { return _slots.Count; } finally { _turn.ExitReadLock(); } } }

    /// <summary>Grows with every change taken up.</summary>
    public long Version { get; private set; }

    public int Profiles => _profile.Count;

    struct Profile
    {
        public int Name, Model, Class;
        public short Brand, Kind;
        public int First, Held;
        public int[]? Also;
        public bool Accessory, Unsure;
    }

    struct Item
    {
        public Guid Id;
        public int Profile, Next, Previous;
        public float PriceYuan;
    }

    [System.Runtime.CompilerServices.InlineArray(SpecificationReading.Limit)]
    struct Quantities { byte _first; }

    [System.Runtime.CompilerServices.InlineArray(SpecificationReading.Limit)]
    struct Values { float _first; }

    struct Figures
    {
        public Quantities Quantities;
        public Values Values;
        public byte Count;
    }

    public void Upsert(IEnumerable<(Guid Id, Likeable Instrument)> instruments)
    {
        _turn.EnterWriteLock();
        try
        {
            foreach (var (id, instrument) in instruments) Put(id, instrument);
            Version++;
        }
        finally
        {
            _turn.ExitWriteLock();
        }
    }

    public void Remove(IEnumerable<Guid> ids)
    {
        _turn.EnterWriteLock();
        try
        {
            foreach (var id in ids)
            {
                if (!_slots.Remove(id, out var slot)) continue;
                Unlink(slot);
                _free.Push(slot);
            }
            Version++;
        }
        finally
        {
            _turn.ExitWriteLock();
        }
    }

    void Put(Guid id, Likeable instrument)
    {
        if (_slots.TryGetValue(id, out var slot)) Unlink(slot);
        else
        {
            if (!_free.TryPop(out slot))
            {
                slot = _items.Count;
                _items.Add(default);
                _figures.Add(default);
                _purposes.Add(default);
                _wordings.Add(default);
            }
            _slots[id] = slot;
        }

        var profile = ProfileOf(instrument);
        ref var held = ref CollectionsMarshal.AsSpan(_profile)[profile];
        var items = CollectionsMarshal.AsSpan(_items);
        items[slot] = new Item { Id = id, Profile = profile, Next = held.First, Previous = -1, PriceYuan = (instrument.PriceFen ?? 0) / 100f };
        if (held.First >= 0) items[held.First].Previous = slot;
        held.First = slot;
        held.Held++;
        CollectionsMarshal.AsSpan(_figures)[slot] = FiguresOf(instrument);
        CollectionsMarshal.AsSpan(_purposes)[slot] = TextSketch.OfPurpose(instrument.Purpose);
        CollectionsMarshal.AsSpan(_wordings)[slot] = WordingOf(instrument);
    }

    void Unlink(int slot)
    {
        var items = CollectionsMarshal.AsSpan(_items);
        ref var item = ref items[slot];
        ref var held = ref CollectionsMarshal.AsSpan(_profile)[item.Profile];
        if (item.Previous >= 0) items[item.Previous].Next = item.Next;
        else held.First = item.Next;
        if (item.Next >= 0) items[item.Next].Previous = item.Previous;
        held.Held--;
    }

    static TextSketch WordingOf(Likeable instrument) => TextSketch.OfWording(instrument.NameZh, instrument.NameEn, instrument.Model, instrument.Manufacturer);

    static Figures FiguresOf(Likeable instrument)
    {
        var figures = default(Figures);
        Span<byte> quantities = figures.Quantities;
        Span<float> values = figures.Values;
        var count = SpecificationReading.Read(instrument.NameZh, quantities[..2], values[..2]);
        count += SpecificationReading.Read(instrument.Specifications, quantities[count..], values[count..]);
        figures.Count = (byte)count;
        return figures;
    }

    int ProfileOf(Likeable instrument)
    {
        var name = NameId(instrument.NameZh, instrument.NameEn);
        var model = ModelId(instrument.Model, instrument.NameZh);
        var brand = BrandId(instrument);
        var code = ClassOf(instrument.ClassCode);
        var key = (name, model, brand, code);
        if (_profiles.TryGetValue(key, out var known)) return known;
        var reading = _names[name];
        var kind = KindBy(reading, _models[model].Series);
        _profile.Add(new Profile
        {
            Name = name, Model = model, Class = code, Brand = (short)brand, Kind = (short)kind, First = -1,
            Also = reading.Also.Length > 0 ? reading.Also : null, Accessory = reading.Accessory, Unsure = reading.Unsure,
        });
        return _profiles[key] = _profile.Count - 1;
    }

    /// <summary>The name decides; the series makes it finer, or speaks where the name is silent, a heading or ambiguous.</summary>
    static int KindBy(NameReading name, int series)
    {
        if (series < 0) return name.Kind;
        if (name.Kind < 0) return name.Stem.Length >= 2 && !SaysNothing(name.Stem) ? -1 : series;
        var named = KindTable.Of(name.Kind);
        if (name.Unsure || KindTable.IsHeading(named)) return KindTable.IsHeading(named) && KindTable.Between(name.Kind, series) < KindRelation.Heading && !name.Unsure ? name.Kind : series;
        return KindTable.Of(series).Is(named) && KindTable.Between(name.Kind, series) >= KindRelation.Loose ? series : name.Kind;
    }

    static bool SaysNothing(string stem) => !stem.Any(FoldedText.IsHan);

    int NameId(string? zh, string? en)
    {
        var raw = (zh ?? "", en ?? "");
        if (_rawNames.TryGetValue(raw, out var known)) return known;
        var reading = NameReading.Read(zh, en);
        var key = $"{reading.Kind}|{string.Join(',', reading.Also)}|{(reading.Accessory ? 1 : 0)}{(reading.Unsure ? 1 : 0)}|{reading.Stem}";
        if (!_readNames.TryGetValue(key, out var id))
        {
            id = _names.Count;
            _readNames[key] = id;
            _names.Add(reading);
            var grams = StemTable.Grams(reading.Stem);
            _gramCounts.Add(grams.Length);
            var index = reading.Kind < 0 ? _gramsOfUnknown : _gramsOfKnown;
            foreach (var gram in grams) (CollectionsMarshal.GetValueRefOrAddDefault(index, gram, out _) ??= []).Add(id);
        }
        return _rawNames[raw] = id;
    }

    int ModelId(string? model, string? nameZh)
    {
        var raw = string.IsNullOrWhiteSpace(model) ? ModelInName(nameZh) : model;
        if (_rawModels.TryGetValue(raw, out var known)) return known;
        var texts = ModelText.Read(raw);
        // A field that holds only the maker says nothing; the name may hold the model.
        if (texts.Count == 0 && !string.IsNullOrWhiteSpace(model) && ModelInName(nameZh) is { Length: > 0 } named) return ModelId(null, named);
        if (texts.Count == 0) return _rawModels[raw] = 0;
        var id = _models.Count;
        _models.Add((texts, SeriesTable.KindOf(texts)));
        foreach (var key in texts.SelectMany(KeysOf).Distinct(StringComparer.Ordinal))
            (CollectionsMarshal.GetValueRefOrAddDefault(_modelsByKey, key, out _) ??= []).Add(id);
        return _rawModels[raw] = id;
    }

    /// <summary>Two models that share none of these are not compared: their numbers differ, and so do the letters of their series.</summary>
    static IEnumerable<string> KeysOf(ModelText text)
    {
        foreach (var run in text.Runs)
        {
            if (char.IsAsciiDigit(run[0])) yield return run;
            else if (run.Length >= 4) yield return run[..4];
        }
        if (!text.HasDigits) yield return text.Compact[..4];
    }

    /// <summary>Lists put the model into the name: 荧光定量PCR仪（CFX96）, BD Influx流式细胞分选仪.</summary>
    static string ModelInName(string? nameZh)
    {
        if (string.IsNullOrEmpty(nameZh)) return "";
        var open = nameZh.IndexOfAny(['(', '（']);
        if (open >= 0 && nameZh.IndexOfAny([')', '）'], open) is > 0 and var close)
        {
            var inside = nameZh[(open + 1)..close];
            if (inside.Any(char.IsAsciiLetter) && inside.Length >= 3 && NameReading.Read(inside, null).Kind < 0) return inside;
        }
        var latin = new System.Text.StringBuilder();
        foreach (var c in nameZh)
            latin.Append(c < 128 || c is '™' or 'Ⅱ' or 'Ⅲ' or 'Ä' ? c : ' ');
        var text = latin.ToString().Trim();
        if (text.Length < 3 || !text.Any(char.IsAsciiLetter)) return "";
        // Without a number only a word that is known as a series: BD Influx流式细胞分选仪.
        return text.Any(char.IsAsciiDigit) || SeriesTable.KindOf(ModelText.Read(text)) >= 0 ? text : "";
    }

    int BrandId(Likeable instrument)
    {
        var key = string.Concat(instrument.Manufacturer, "|", instrument.Model, "|", string.IsNullOrEmpty(instrument.Manufacturer) ? instrument.NameZh : "");
        if (_makers.TryGetValue(key, out var known)) return known;
        return _makers[key] = BrandOf(instrument);
    }

    static int BrandOf(Likeable instrument)
    {
        var vocabulary = InstrumentVocabulary.Current;
        // A maker written into the model is the maker; the maker's field may hold the dealer.
        var brand = string.IsNullOrWhiteSpace(instrument.Model) ? null : vocabulary.BrandMentionedIn(FoldedText.Name(instrument.Model));
        brand ??= string.IsNullOrWhiteSpace(instrument.Manufacturer) ? null : vocabulary.BrandOf(instrument.Manufacturer);
        brand ??= string.IsNullOrWhiteSpace(instrument.NameZh) ? null : vocabulary.BrandMentionedIn(FoldedText.Name(instrument.NameZh));
        return brand is null ? -1 : BrandHouses.Of(brand);
    }

    static int ClassOf(string? code) => code is { Length: >= 6 } && int.TryParse(code.AsSpan(0, 6), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
}
