using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Modular.Shared;

/// <summary>What the search over everything answers with.</summary>
/// <param name="Group">What kind of thing it is.</param>
/// <param name="Note">A few words more, to tell apart what has the same title.</param>
/// <param name="Link">Path of its page.</param>
public sealed record Found(string Group, Guid Id, string Title, string? Note, string Link);

/// <param name="Items">Group after group, the best of each first.</param>
/// <param name="More">Groups of which there is more than is listed.</param>
public sealed record FoundList(IReadOnlyList<Found> Items, IReadOnlyList<string> More);

/// <summary>One kind of things in the search over everything. Found by scanning; answers within the caller's subtree, in one or two quick statements.</summary>
public interface IFind
{
    string Group { get; }

    /// <summary>Without it, this kind is not searched for the caller.</summary>
    string Permission { get; }

    /// <param name="text">Trimmed, not empty.</param>
    /// <returns>At most so many, the best first.</returns>
    Task<IReadOnlyList<Found>> Find(string text, int most, CancellationToken ct);
}

/// <summary>Search over everything that one may see, over all modules .</summary>
public static class Finder
{
    public const int MostOfAGroup = 6;

    const int LongestText = 100;

    public static void Map(IEndpointRouteBuilder routes, string permission) => routes
        .MapGet("/api/find", async (string? q, HttpContext http, CurrentUser user, CancellationToken ct) =>
        {
            var text = (q ?? "").Trim();
            if (text.Length > LongestText) text = text[..LongestText];
            var (items, more) = (new List<Found>(), new List<string>());
            if (text.Length == 0) return TypedResults.Ok(new FoundList(items, more));
            foreach (var find in http.RequestServices.GetServices<IFind>().Where(find => user.Can(find.Permission)))
            {
                var found = await find.Find(text, MostOfAGroup + 1, ct);
                items.AddRange(found.Take(MostOfAGroup));
                if (found.Count > MostOfAGroup) more.Add(find.Group);
            }

            return TypedResults.Ok(new FoundList(items, more));
        })
        .WithTags("platform")
        .RequirePermission(permission, DataScope.Organisation);
}
