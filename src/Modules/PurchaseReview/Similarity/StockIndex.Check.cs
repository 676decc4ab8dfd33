using System.Runtime.InteropServices;

namespace Modular.PurchaseReview;

internal sealed partial class StockIndex
{
    /// <summary>A wish as features, read once for the whole comparison.</summary>
    sealed record WishReading(Likeable Wish, NameReading Name, int Kind, IReadOnlyList<ModelText> Models, int Brand, int Class, Figures Figures, TextSketch Purpose, TextSketch Wording)
    {
        public bool Named => Kind >= 0 || Name.Stem.Length > 0;
        public float PriceYuan => (Wish.PriceFen ?? 0) / 100f;
    }

    /// <summary>Compares the wish with every instrument and returns the best, best first.</summary>
    public LikenessResult Check(Likeable wish, int size, CancellationToken ct = default)
    {
        var scratch = CheckScratch.Rent();
        _turn.EnterReadLock();
        try
        {
            scratch.Fit(_profile.Count, _names.Count, _models.Count);
            var reading = ReadWish(wish);
            RelateModels(reading, scratch);
            if (reading.Kind < 0 && !reading.Named) reading = reading with { Kind = KindOfSameModels(scratch) };
            RelateNames(reading, scratch);
            return Judge(reading, size, scratch, ct);
        }
        finally
        {
            scratch.Forget();
            _turn.ExitReadLock();
            CheckScratch.Return(scratch);
        }
    }

    static WishReading ReadWish(Likeable wish)
    {
        var name = NameReading.Read(wish.NameZh, wish.NameEn);
        var models = ModelText.Read(string.IsNullOrWhiteSpace(wish.Model) ? ModelInName(wish.NameZh) : wish.Model);
        if (models.Count == 0 && !string.IsNullOrWhiteSpace(wish.Model)) models = ModelText.Read(ModelInName(wish.NameZh));
        return new WishReading(wish, name, KindBy(name, SeriesTable.KindOf(models)), models, BrandOf(wish), ClassOf(wish.ClassCode), FiguresOf(wish), TextSketch.OfPurpose(wish.Purpose), WordingOf(wish));
    }

    void RelateModels(WishReading wish, CheckScratch scratch)
    {
        foreach (var key in wish.Models.SelectMany(KeysOf).Distinct(StringComparer.Ordinal))
        {
            if (!_modelsByKey.TryGetValue(key, out var candidates)) continue;
            foreach (var model in candidates)
            {
                if (scratch.ModelSeen(model)) continue;
                scratch.SetModel(model, ModelText.Compare(wish.Models, _models[model].Texts));
            }
        }
    }

    // A model alone: what the stock calls that model, if it is of one mind.
    int KindOfSameModels(CheckScratch scratch)
    {
        var votes = new Dictionary<int, int>();
        foreach (ref readonly var profile in CollectionsMarshal.AsSpan(_profile))
        {
            if (profile.Kind >= 0 && scratch.Models[profile.Model] == (byte)ModelRelation.Exact) votes[profile.Kind] = votes.GetValueOrDefault(profile.Kind) + profile.Held;
        }
        if (votes.Count == 0) return -1;
        var best = votes.MaxBy(vote => vote.Value);
        return best.Value * 10 >= votes.Values.Sum() * 7 ? best.Key : -1;
    }

    void RelateNames(WishReading wish, CheckScratch scratch)
    {
        var stem = wish.Name.Stem;
        if (stem.Length == 0) return;
        var grams = StemTable.Grams(stem);
        Accumulate(_gramsOfUnknown, grams, scratch);
        if (wish.Kind < 0) Accumulate(_gramsOfKnown, grams, scratch);
        foreach (var name in scratch.NamesTouched)
            scratch.StemPoints[name] = (byte)LikenessRules.StemPoints(2f * scratch.Shared[name] / (grams.Length + _gramCounts[name]));
    }

    static void Accumulate(Dictionary<int, List<int>> index, int[] grams, CheckScratch scratch)
    {
        foreach (var gram in grams)
        {
            if (!index.TryGetValue(gram, out var names)) continue;
            foreach (var name in names)
            {
                if (scratch.Shared[name]++ == 0) scratch.NamesTouched.Add(name);
            }
        }
    }

    LikenessResult Judge(WishReading wish, int size, CheckScratch scratch, CancellationToken ct)
    {
        var kindPoints = KindPoints(wish);
        var counts = new int[4];
        var profiles = CollectionsMarshal.AsSpan(_profile);
        for (var p = 0; p < profiles.Length; p++)
        {
            ref readonly var profile = ref profiles[p];
            if (profile.Held == 0) continue;
            var (points, band) = JudgeProfile(wish, in profile, kindPoints, scratch);
            counts[(int)band] += profile.Held;
            if (band == LikenessBand.None) continue;
            scratch.Found.Add(((int)band << 24) | ((points + 64) << 16), p);
        }
        ct.ThrowIfCancellationRequested();
        return new LikenessResult(Best(wish, size, scratch), counts, _slots.Count, Version);
    }

    (int Points, LikenessBand Band) JudgeProfile(WishReading wish, in Profile profile, byte[] kindPoints, CheckScratch scratch)
    {
        var named = wish.Named && (profile.Kind >= 0 || _names[profile.Name].Stem.Length > 0);
        var model = (ModelRelation)scratch.Models[profile.Model];
        int name = NamePointsOf(wish, in profile, kindPoints, scratch);
        if (name == 0 && model == ModelRelation.None) return (0, LikenessBand.None);
        if (wish.Kind < 0 || profile.Kind < 0) name = Math.Min(60, name + ClassSupport(wish.Class, profile.Class, name));
        if (wish.Name.Accessory != profile.Accessory) (name, model) = (Math.Min(name, 30), model > ModelRelation.Series ? ModelRelation.Series : model);
        var (differ, agree) = (wish.Brand >= 0 && profile.Brand >= 0 && wish.Brand != profile.Brand, wish.Brand >= 0 && wish.Brand == profile.Brand);
        var band = LikenessRules.Band(name, named, model, model > ModelRelation.None && IsDistinctive(wish), differ, agree);
        var points = name + LikenessRules.ModelPoints(model) + (agree ? 4 : differ ? -2 : 0) + ClassPoints(wish.Class, profile.Class);
        return (points, band);
    }

    static byte[] KindPoints(WishReading wish)
    {
        var points = new byte[KindTable.Count];
        if (wish.Kind < 0) return points;
        var row = KindTable.RowOf(wish.Kind);
        for (var i = 0; i < points.Length; i++) points[i] = (byte)LikenessRules.NamePoints(row[i]);
        // What is bought with it stands near, but does not replace it.
        foreach (var also in wish.Name.Also) points[also] = Math.Max(points[also], (byte)38);
        return points;
    }

    static int NamePointsOf(WishReading wish, in Profile profile, byte[] kindPoints, CheckScratch scratch)
    {
        if (wish.Kind < 0 || profile.Kind < 0) return scratch.StemPoints[profile.Name];
        int points = kindPoints[profile.Kind];
        if (profile.Also is { } also && points < 38)
        {
            foreach (var kind in also)
            {
                if (KindTable.Between(wish.Kind, kind) >= KindRelation.Variant) points = Math.Max(points, 38);
            }
        }
        return points;
    }

    static bool IsDistinctive(WishReading wish) => wish.Models.Any(model => model.Distinctive);

    static int ClassPoints(int ours, int theirs) => ours == 0 || theirs == 0 || ours % 100 == 99 || ours == 990000 ? 0 : ours == theirs ? 3 : ours / 100 == theirs / 100 ? 1 : ours / 10000 == theirs / 10000 ? 0 : -2;

    // Where no kind is known, one minor class and half a name make the same kind.
    static int ClassSupport(int ours, int theirs, int points) => ours == 0 || ours != theirs || ours % 100 == 99 || ours == 990000 || points < 16 ? 0 : 10;

    List<LikenessHit> Best(WishReading wish, int size, CheckScratch scratch)
    {
        var found = scratch.Found.Sorted();
        var hits = new List<(float Points, LikenessBand Band, int Slot)>();
        var items = CollectionsMarshal.AsSpan(_items);
        var figures = CollectionsMarshal.AsSpan(_figures);
        var purposes = CollectionsMarshal.AsSpan(_purposes);
        var wordings = CollectionsMarshal.AsSpan(_wordings);
        var profiles = CollectionsMarshal.AsSpan(_profile);
        var cutoff = int.MinValue;
        foreach (var (key, p) in found)
        {
            if (key < cutoff) break;
            var (band, points) = ((LikenessBand)(key >> 24), ((key >> 16) & 0xFF) - 64);
            for (var slot = profiles[p].First; slot >= 0; slot = items[slot].Next)
            {
                var detail = Detail(wish, in figures[slot], in purposes[slot], items[slot].PriceYuan) + (LikenessRules.WordingPoints * wish.Wording.Overlap(wordings[slot]));
                hits.Add((points + detail, band, slot));
            }
            // Enough are there; only what detail could still lift above them is looked at.
            if (cutoff == int.MinValue && hits.Count >= size) cutoff = key - (LikenessRules.DetailRange << 16);
        }
        hits.Sort(static (x, y) => x.Band != y.Band ? y.Band.CompareTo(x.Band) : x.Points != y.Points ? y.Points.CompareTo(x.Points) : x.Slot.CompareTo(y.Slot));
        var best = new List<LikenessHit>(Math.Min(size, hits.Count));
        foreach (var (points, band, slot) in hits.Take(size))
            best.Add(new LikenessHit(slot, items[slot].Id, LikenessRules.Score(band, (int)MathF.Round(points)), band));
        return best;
    }

    static float Detail(WishReading wish, in Figures figures, in TextSketch purpose, float price)
    {
        var detail = LikenessRules.PricePoints(wish.PriceYuan, price);
        if (wish.Figures.Count > 0 && figures.Count > 0)
        {
            var wanted = wish.Figures;
            ReadOnlySpan<byte> ourQuantities = wanted.Quantities;
            ReadOnlySpan<byte> theirQuantities = figures.Quantities;
            ReadOnlySpan<float> ours = wanted.Values;
            ReadOnlySpan<float> theirs = figures.Values;
            detail += 3.5f * SpecificationReading.Agreement(ourQuantities[..wish.Figures.Count], ours[..wish.Figures.Count], theirQuantities[..figures.Count], theirs[..figures.Count]);
        }
        return detail + (3 * wish.Purpose.Likeness(purpose));
    }
}
