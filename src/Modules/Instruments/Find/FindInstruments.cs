using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>
/// Instruments in every state. What is on the platform is looked up in the catalogue's index, which knows common names and misspellings; what is
/// not, and inventory numbers, in the registry.
/// </summary>
internal sealed class FindInstruments(InstrumentsDb db, Catalogue catalogue, CurrentUser user) : IFind
{
    /// <summary>So many hits of the whole catalogue are looked at for those within the caller's subtree.</summary>
    const int Hits = 100;

    public string Group => "instruments";

    public string Permission => Permissions.InstrumentsRead;

    public async Task<IReadOnlyList<Found>> Find(string text, int most, CancellationToken ct)
    {
        var answer = catalogue.Index.Search(new CatalogueSearch(text, null, null, user.OfOneUnit ? user.OrganisationId : null, 1, Hits, CatalogueSort.Relevance));
        // What was only guessed at is for visitors who browse; here somebody looks for one thing.
        var ids = answer.Exact ? answer.Hits.Select(hit => hit.Id).ToList() : [];
        var indexed = ids.Count == 0 ? [] : await Rows(db.Instruments.Within(user).Where(i => ids.Contains(i.Id)), Hits, ct);
        var found = ids.SelectMany(id => indexed.Where(i => i.Id == id)).Take(most).ToList();
        if (found.Count < most)
        {
            var known = found.Select(i => i.Id).ToList();
            var registry = db.Instruments.Within(user).Where(i => !known.Contains(i.Id));
            // Where the index has shown all it has, only what it does not know is left to be read through.
            var seen = ids.Count is > 0 and < Hits && !user.OfOneUnit;
            var rest = seen ? registry.Where(i => i.LifeCycle != LifeCycle.Listed).Containing(text) : registry.Containing(text);
            found.AddRange(await Rows(rest.OrderByDescending(i => i.UpdatedAt).ThenByDescending(i => i.Id), most - found.Count, ct));
        }

        return [.. found.Select(i => new Found(Group, i.Id, i.Name, string.Join(" · ", new[] { i.Model, i.AssetNumber, user.OfOneUnit ? null : i.UnitName }.Where(part => !string.IsNullOrEmpty(part))), $"/instruments/{i.Id}"))];
    }

    static async Task<IReadOnlyList<Row>> Rows(IQueryable<Instrument> instruments, int most, CancellationToken ct) =>
        await instruments.AsNoTracking().Take(most).Select(i => new Row(i.Id, i.NameZh ?? i.NameEn ?? "", i.Model, i.AssetNumber, i.UnitName)).ToListAsync(ct);

    sealed record Row(Guid Id, string Name, string? Model, string? AssetNumber, string UnitName);
}
