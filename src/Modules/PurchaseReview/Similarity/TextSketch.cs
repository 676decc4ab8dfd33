using System.Numerics;
using Modular.Contracts.Vocabulary;

namespace Modular.PurchaseReview;

/// <summary>A text's pairs of characters in 256 bits, so that two purposes, or two whole wordings, compare in a few instructions.</summary>
internal readonly record struct TextSketch(ulong A, ulong B, ulong C, ulong D)
{
    public int Count => BitOperations.PopCount(A) + BitOperations.PopCount(B) + BitOperations.PopCount(C) + BitOperations.PopCount(D);

    public static TextSketch OfPurpose(string? text)
    {
        if (string.IsNullOrEmpty(text)) return default;
        Span<ulong> bits = stackalloc ulong[4];
        var last = '\0';
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, 160)))
        {
            if (!char.IsLetter(c)) { last = '\0'; continue; }
            var lower = char.ToLowerInvariant(c);
            if (last != '\0' && (FoldedText.IsHan(lower) || FoldedText.IsHan(last) || char.IsAsciiLetter(lower)))
                Set(bits, last, lower);
            last = lower;
        }
        return new TextSketch(bits[0], bits[1], bits[2], bits[3]);
    }

    /// <summary>Name, model and maker as they are written, digits and all.</summary>
    public static TextSketch OfWording(params ReadOnlySpan<string?> texts)
    {
        Span<ulong> bits = stackalloc ulong[4];
        foreach (var text in texts)
        {
            var last = ' ';
            foreach (var c in text ?? "")
            {
                if (!char.IsLetterOrDigit(c)) continue;
                var lower = char.ToLowerInvariant(c);
                Set(bits, last, lower);
                last = lower;
            }
        }
        return new TextSketch(bits[0], bits[1], bits[2], bits[3]);
    }

    static void Set(Span<ulong> bits, char first, char second)
    {
        var hash = (uint)((first * 31) + second) * 2654435761u;
        bits[(int)(hash >> 30)] |= 1UL << (int)((hash >> 24) & 63);
    }

    /// <summary>The share of pairs both have of all they have.</summary>
    public float Overlap(TextSketch other)
    {
        var common = Common(other);
        var all = Count + other.Count - common;
        return all == 0 ? 0 : (float)common / all;
    }

    int Common(TextSketch other) =>
        BitOperations.PopCount(A & other.A) + BitOperations.PopCount(B & other.B) + BitOperations.PopCount(C & other.C) + BitOperations.PopCount(D & other.D);

    /// <summary>0 for nothing in common beyond chance, 1 for the same words.</summary>
    public float Likeness(TextSketch other)
    {
        var (ours, theirs) = (Count, other.Count);
        if (ours < 6 || theirs < 6) return 0;
        var common = Common(other);
        var chance = ours * theirs / 256f;
        return Math.Clamp((common - chance) / (Math.Min(ours, theirs) - Math.Min(chance, Math.Min(ours, theirs) - 1)), 0, 1);
    }
}
