namespace Modular.Instruments;

/// <summary>How far two spellings are apart.</summary>
internal static class EditDistance
{
    /// <summary>Letters to insert, delete, replace or swap with their neighbour to get from one to the other.</summary>
    public static int Between(string one, string other)
    {
        var width = other.Length + 1;
        Span<int> cells = width <= 128 ? stackalloc int[width * 3] : new int[width * 3];
        var before = cells[..width];
        var previous = cells.Slice(width, width);
        var current = cells.Slice(width * 2, width);
        for (var j = 0; j < width; j++)
            previous[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j < width; j++)
            {
                var same = one[i - 1] == other[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + same);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
            }

            var free = before;
            before = previous;
            previous = current;
            current = free;
        }

        return previous[width - 1];
    }
}
