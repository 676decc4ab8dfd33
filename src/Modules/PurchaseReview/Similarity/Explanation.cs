using System.Globalization;
using Modular.Contracts.Vocabulary;

namespace Modular.PurchaseReview;

internal sealed partial class StockIndex
{
    /// <summary>What the wish was understood to be.</summary>
    public static Understanding Understand(Likeable wish)
    {
        var reading = ReadWish(wish);
        return new Understanding(
            reading.Kind < 0 ? null : KindTable.Of(reading.Kind).NameZh, reading.Kind < 0 ? null : KindTable.Of(reading.Kind).NameEn, reading.Kind < 0 ? null : KindTable.Of(reading.Kind).ClassCode,
            reading.Brand < 0 ? null : Brands.All[reading.Brand].NameZh, [.. reading.Models.Select(model => model.Compact)], reading.Name.Accessory);
    }

    /// <summary>Why a hit is a hit: the same rules once more, piece by piece.</summary>
    public static IReadOnlyList<Contribution> Explain(Likeable wish, Likeable instrument) => Pieces(ReadWish(wish), ReadWish(instrument));

    /// <summary>Why a hit has its score: the pieces add up to what is shown.</summary>
    public static IReadOnlyList<Contribution> Explain(Likeable wish, Likeable instrument, int score)
    {
        var (ours, theirs) = (ReadWish(wish), ReadWish(instrument));
        var pieces = Pieces(ours, theirs);
        var overlap = ours.Wording.Overlap(theirs.Wording);
        var (wording, rest) = ((int)MathF.Round(LikenessRules.WordingPoints * overlap), score - pieces.Sum(piece => piece.Points));
        // The sum is rounded once, its pieces each: what lies between is so small that the wording takes it in. More is the band's doing.
        if (Math.Abs(rest - wording) <= pieces.Count / 2) wording = rest;
        if (wording != 0) pieces.Add(new Contribution("wording", wording, overlap > 0.5f ? "same" : overlap > 0.15f ? "alike" : "different", "wording.shared", null, null));
        if (rest != wording) pieces.Add(new Contribution("band", rest - wording, "alike", "band.held", null, null));
        return pieces;
    }

    static List<Contribution> Pieces(WishReading ours, WishReading theirs) =>
        [.. new[] { Name(ours, theirs), Model(ours, theirs), Brand(ours, theirs), Class(ours, theirs), Specifications(ours, theirs), Price(ours, theirs), Purpose(ours, theirs) }.OfType<Contribution>()];

    static Contribution? Name(WishReading ours, WishReading theirs)
    {
        if (!ours.Named || !theirs.Named) return null;
        var (left, right) = (KindName(ours), KindName(theirs));
        if (ours.Kind < 0 || theirs.Kind < 0)
        {
            var (a, b) = (StemTable.Grams(ours.Name.Stem), StemTable.Grams(theirs.Name.Stem));
            var points = a.Length == 0 || b.Length == 0 ? 0 : LikenessRules.StemPoints(2f * a.Intersect(b).Count() / (a.Length + b.Length));
            return new Contribution("name", points, points >= 52 ? "same" : points >= LikenessRules.NearFloor ? "alike" : "different", "name.wording", left, right);
        }

        var relation = KindTable.Between(ours.Kind, theirs.Kind);
        if (ours.Name.Accessory != theirs.Name.Accessory)
            return new Contribution("name", Math.Min(30, LikenessRules.NamePoints(relation)), "different", "name.accessory", left, right);
        return new Contribution("name", LikenessRules.NamePoints(relation), relation >= KindRelation.Loose ? "same" : relation >= KindRelation.Related ? "alike" : "different",
            $"name.{CamelCase(relation.ToString())}", left, right);
    }

    static string? KindName(WishReading reading) => reading.Kind >= 0 ? KindTable.Of(reading.Kind).NameZh : reading.Wish.NameZh;

    static Contribution? Model(WishReading ours, WishReading theirs)
    {
        var (left, right) = (ours.Wish.Model, theirs.Wish.Model);
        if (ours.Models.Count == 0) return null;
        if (theirs.Models.Count == 0) return new Contribution("model", 0, "missing", "model.missing", left, right);
        var relation = ModelText.Compare(ours.Models, theirs.Models);
        return new Contribution("model", LikenessRules.ModelPoints(relation), relation >= ModelRelation.Same ? "same" : relation == ModelRelation.Series ? "alike" : "different",
            $"model.{CamelCase(relation.ToString())}", left ?? ours.Models[0].Compact, right ?? theirs.Models[0].Compact);
    }

    static Contribution? Brand(WishReading ours, WishReading theirs)
    {
        if (ours.Brand < 0) return null;
        var (left, right) = (Brands.All[ours.Brand].NameZh, theirs.Brand < 0 ? theirs.Wish.Manufacturer : Brands.All[theirs.Brand].NameZh);
        if (theirs.Brand < 0) return new Contribution("brand", 0, "missing", "brand.unknown", left, right);
        return ours.Brand == theirs.Brand
            ? new Contribution("brand", 4, "same", "brand.same", left, right)
            : new Contribution("brand", -2, "different", "brand.different", left, right);
    }

    static Contribution? Class(WishReading ours, WishReading theirs)
    {
        if (ours.Class == 0 || theirs.Class == 0) return null;
        var same = ours.Class == theirs.Class ? "minor" : ours.Class / 100 == theirs.Class / 100 ? "middle" : ours.Class / 10000 == theirs.Class / 10000 ? "major" : "none";
        return new Contribution("class", ClassPoints(ours.Class, theirs.Class), same == "minor" ? "same" : same == "none" ? "different" : "alike", $"class.{same}", ours.Wish.ClassCode, theirs.Wish.ClassCode);
    }

    static Contribution? Specifications(WishReading ours, WishReading theirs)
    {
        if (ours.Figures.Count == 0) return null;
        var (a, b) = (ours.Figures, theirs.Figures);
        ReadOnlySpan<byte> wanted = a.Quantities;
        ReadOnlySpan<float> values = a.Values;
        ReadOnlySpan<byte> theirQuantities = b.Quantities;
        ReadOnlySpan<float> theirValues = b.Values;
        var agreement = SpecificationReading.Agreement(wanted[..a.Count], values[..a.Count], theirQuantities[..b.Count], theirValues[..b.Count]);
        return new Contribution("specifications", (int)MathF.Round(3.5f * agreement), b.Count == 0 || agreement == 0 ? "missing" : agreement > 0.5f ? "same" : agreement > -0.5f ? "alike" : "different",
            "specifications.figures", Short(ours.Wish.Specifications ?? ours.Wish.NameZh), Short(theirs.Wish.Specifications ?? theirs.Wish.NameZh));
    }

    static Contribution? Price(WishReading ours, WishReading theirs)
    {
        if (ours.PriceYuan <= 0 || theirs.PriceYuan <= 0) return null;
        var points = LikenessRules.PricePoints(ours.PriceYuan, theirs.PriceYuan);
        return new Contribution("price", (int)MathF.Round(points), points >= 1.5f ? "same" : points > -1 ? "alike" : "different", "price.band", Wan(ours.PriceYuan), Wan(theirs.PriceYuan));
    }

    static Contribution? Purpose(WishReading ours, WishReading theirs)
    {
        if (ours.Purpose.Count < 6 || theirs.Purpose.Count < 6) return null;
        var likeness = ours.Purpose.Likeness(theirs.Purpose);
        return new Contribution("purpose", (int)MathF.Round(3 * likeness), likeness > 0.5f ? "same" : likeness > 0.15f ? "alike" : "different", "purpose.words", Short(ours.Wish.Purpose), Short(theirs.Wish.Purpose));
    }

    static string Wan(float yuan) => (yuan / 10_000).ToString("0.##", CultureInfo.InvariantCulture) + " 万元";

    static string? Short(string? text) => text is { Length: > 80 } ? text[..80] + "…" : text;

    static string CamelCase(string word) => char.ToLowerInvariant(word[0]) + word[1..];
}

/// <param name="Accessory">Read as a part or addition rather than the instrument.</param>
internal sealed record Understanding(string? KindZh, string? KindEn, string? ClassCode, string? Brand, IReadOnlyList<string> Models, bool Accessory);
