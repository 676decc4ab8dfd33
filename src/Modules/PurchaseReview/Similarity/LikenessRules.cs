namespace Modular.PurchaseReview;

/// <summary>
/// What each piece of evidence is worth, and which evidence makes which band. The bands are decided by kinds and models; brand, class,
/// figures, price and purpose only order what stands inside a band.
/// </summary>
internal static class LikenessRules
{
    /// <summary>Printed with every check; a change of points, bands or vocabulary is a new version.</summary>
    public const string Version = "2026.11";

    public const int SameModelFloor = 85, SameKindFloor = 55, NearFloor = 30;

    /// <summary>Brand, class and figures can move a score by this much inside its band.</summary>
    public const int DetailRange = 20;

    /// <summary>The same words, not only the same meaning: it orders a thousand microscopes of one kind.</summary>
    public const float WordingPoints = 8;

    const float StemSame = 0.8f, StemNear = 0.55f;

    public static int NamePoints(KindRelation relation) => relation switch
    {
        KindRelation.Same => 60,
        KindRelation.Variant => 57,
        KindRelation.Loose => 52,
        KindRelation.Heading => 40,
        KindRelation.Related => 34,
        KindRelation.SameField => 18,
        _ => 0,
    };

    /// <summary>Where a kind is unknown the stems of the names speak.</summary>
    public static int StemPoints(float likeness) => likeness >= StemSame ? 52 + (int)((likeness - StemSame) / (1 - StemSame) * 8)
        : likeness >= StemNear ? 30 + (int)((likeness - StemNear) / (StemSame - StemNear) * 14)
        : (int)(likeness * 40);

    public static int ModelPoints(ModelRelation relation) => relation switch
    {
        ModelRelation.Exact => 30,
        ModelRelation.Same => 27,
        ModelRelation.Series => 10,
        _ => 0,
    };

    /// <param name="namePoints">By kind where both are known, else by stem.</param>
    /// <param name="named">Whether both sides have a name to compare.</param>
    public static LikenessBand Band(int namePoints, bool named, ModelRelation model, bool distinctive, bool brandsDiffer, bool brandsAgree)
    {
        var sameModel = model switch
        {
            ModelRelation.Exact => (namePoints >= 34 && !(brandsDiffer && !distinctive)) || !named || (distinctive && !brandsDiffer && namePoints >= 18) || (distinctive && brandsAgree),
            ModelRelation.Same => (namePoints >= 40 || !named) && !(brandsDiffer && !distinctive),
            _ => false,
        };
        if (sameModel) return LikenessBand.SameModel;
        if (namePoints >= 52) return LikenessBand.SameKind;
        if (!named && model == ModelRelation.Series) return LikenessBand.Near;
        return namePoints >= NearFloor || (model >= ModelRelation.Same && distinctive) ? LikenessBand.Near : LikenessBand.None;
    }

    /// <summary>The score a reader sees: the sum, held inside its band.</summary>
    public static int Score(LikenessBand band, int points) => band switch
    {
        LikenessBand.SameModel => Math.Clamp(points, SameModelFloor, 100),
        LikenessBand.SameKind => Math.Clamp(points, SameKindFloor, SameModelFloor - 1),
        LikenessBand.Near => Math.Clamp(points, NearFloor, SameKindFloor - 1),
        _ => Math.Clamp(points, 0, NearFloor - 1),
    };

    /// <summary>Prices of one instrument differ by year and outfit; beyond five times it is another class of machine.</summary>
    public static float PricePoints(float ours, float theirs)
    {
        if (ours <= 0 || theirs <= 0) return 0;
        var ratio = ours > theirs ? ours / theirs : theirs / ours;
        return ratio switch { <= 1.15f => 2.5f, <= 1.5f => 1.5f, <= 2.5f => 0.5f, <= 5 => -0.5f, _ => -3 };
    }
}
