using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;

namespace Modular.Shared;

/// <summary>One page of a list, with the honest count of the whole.</summary>
/// <param name="Items">The rows of this page.</param>
/// <param name="Total">How many rows the whole list has under the same filters.</param>
/// <param name="Number">1-based; <c>page</c> in JSON.</param>
/// <param name="Size">1 to 200 rows a page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total, [property: JsonPropertyName("page")] int Number, int Size);

/// <summary>The orders a list offers, by the name used in <c>sort=name</c> or, descending, <c>sort=-name</c>.</summary>
public sealed class Sorts<T>(string standard, Dictionary<string, Expression<Func<T, object?>>> keys, Expression<Func<T, Guid>> tieBreak)
{
    /// <exception cref="Problem">400 when the list has no such order.</exception>
    public IQueryable<T> Apply(IQueryable<T> rows, string? sort)
    {
        var wanted = string.IsNullOrWhiteSpace(sort) ? standard : sort;
        var descending = wanted[0] == '-';
        if (!keys.TryGetValue(descending ? wanted[1..] : wanted, out var key))
            throw new Problem(400, "list.unknown-sort", $"This list cannot be sorted by that. It can by: {string.Join(", ", keys.Keys)}.");
        // The tie-break makes pages complete: without it, equal keys may stand on two pages or on none.
        return descending
            ? rows.OrderByDescending(key).ThenByDescending(tieBreak)
            : rows.OrderBy(key).ThenBy(tieBreak);
    }
}

public static class Paging
{
    public const int MaximumSize = 200;

    const int MaximumPage = 1_000_000;

    /// <summary>Reads one page and the count. Wrong page numbers are brought into range: page 0 is page 1.</summary>
    public static async Task<Page<T>> ToPage<T>(this IQueryable<T> rows, int? page, int? size, CancellationToken ct, Func<CancellationToken, Task<int>>? count = null)
    {
        var (number, length) = Bounds(page, size);
        var items = await rows.Skip((number - 1) * length).Take(length).ToListAsync(ct);
        // A first page that is not full has told the count already.
        var total = number == 1 && items.Count < length ? items.Count : count is null ? await rows.CountAsync(ct) : await count(ct);
        return new Page<T>(items, total, number, length);
    }

    public static (int Page, int Size) Bounds(int? page, int? size) =>
        (Math.Clamp(page ?? 1, 1, MaximumPage), Math.Clamp(size ?? 20, 1, MaximumSize));
}
