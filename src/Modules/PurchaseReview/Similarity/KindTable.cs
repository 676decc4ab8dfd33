using Modular.Contracts.Vocabulary;

namespace Modular.PurchaseReview;

/// <summary>What one kind is to another when the question is whether the one spares buying the other.</summary>
internal enum KindRelation : byte { Unknown, Different, SameField, Related, Heading, Loose, Variant, Same }

/// <summary>
/// All pairs of kinds judged once. Sharper than "is a special case of": a quantitative PCR is no plain thermal cycler, a GC-MS no GC,
/// while a field emission SEM and an environmental one do each other's work.
/// </summary>
internal static class KindTable
{
    static readonly IReadOnlyList<InstrumentKind> Kinds = InstrumentVocabulary.Current.Kinds;
    static readonly KindRelation[] Relations = JudgeAll();

    public static int Count => Kinds.Count;

    public static InstrumentKind Of(int id) => Kinds[id];

    public static KindRelation Between(int one, int other) => one < 0 || other < 0 ? KindRelation.Unknown : Relations[(one * Kinds.Count) + other];

    /// <summary>One row of the table: what every kind is to this one.</summary>
    public static ReadOnlySpan<KindRelation> RowOf(int kind) => Relations.AsSpan(kind * Kinds.Count, Kinds.Count);

    public static bool IsHeading(InstrumentKind kind) => kind.Standing == KindStanding.Heading;

    static KindRelation[] JudgeAll()
    {
        var all = new KindRelation[Kinds.Count * Kinds.Count];
        for (var i = 0; i < Kinds.Count; i++)
        {
            for (var j = i; j < Kinds.Count; j++)
                all[(i * Kinds.Count) + j] = all[(j * Kinds.Count) + i] = Judge(Kinds[i], Kinds[j]);
        }
        return all;
    }

    static KindRelation Judge(InstrumentKind one, InstrumentKind other)
    {
        if (one.Id == other.Id) return KindRelation.Same;
        var (a, b) = (Work(one), Work(other));
        if (a.Id == b.Id) return KindRelation.Variant;
        if (Refines(a, b) || Refines(b, a)) return KindRelation.Loose;
        if (one.Is(other) || other.Is(one)) return IsHeading(one) || IsHeading(other) ? KindRelation.Heading : KindRelation.Related;
        for (var up = a.Broader; up is not null; up = up.Broader)
        {
            if (!IsHeading(up) && b.Is(up)) return KindRelation.Related;
        }
        if (!IsCatchAll(one.ClassCode) && one.ClassCode == other.ClassCode) return KindRelation.Related;
        return one.ClassCode.AsSpan(0, 4).SequenceEqual(other.ClassCode.AsSpan(0, 4)) && !IsCatchAll(one.ClassCode) ? KindRelation.SameField : KindRelation.Different;
    }

    // The broadest kind whose work it does.
    static InstrumentKind Work(InstrumentKind kind)
    {
        while (kind is { Standing: KindStanding.Variant, Broader: { } broader }) kind = broader;
        return kind;
    }

    static bool Refines(InstrumentKind special, InstrumentKind general)
    {
        for (var kind = special; kind is { Standing: KindStanding.Refinement or KindStanding.Variant, Broader: { } broader }; kind = broader)
        {
            if (Work(broader).Id == general.Id) return true;
        }
        return false;
    }

    /// <summary>其他 of a class or a field holds everything and says nothing.</summary>
    public static bool IsCatchAll(string code) => code.Length < 6 || code.EndsWith("99", StringComparison.Ordinal) || code.EndsWith("00", StringComparison.Ordinal);
}
