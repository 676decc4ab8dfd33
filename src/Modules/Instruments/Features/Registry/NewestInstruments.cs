using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>
/// The registry as it opens, the latest change first and nothing filtered: asked for far more often than any other list, so its queries are
/// compiled once and keep their plans.
/// </summary>
internal sealed class NewestInstruments(KeptPlans<InstrumentsDb> plans, CurrentUser user)
{
    // From so many rows on, walking the instruments by their last change meets a page of the scope's own sooner than sorting them would.
    const int Many = 5_000;

    static readonly ConcurrentDictionary<Type, (Query OfUnit, Query OfSubtree)> Compiled = new();

    delegate IAsyncEnumerable<InstrumentRow> Query(InstrumentsDb db, string scope, int skip, int take);

    /// <returns>Null where no kept plan is right: for some of the instruments, it depends on the scope.</returns>
    public async Task<Page<InstrumentRow>?> Page(int? page, int? size, Func<CancellationToken, Task<int>> count, CancellationToken ct)
    {
        int? total = null;
        if (!user.OfOneUnit && (total = await count(ct)) < Many) return null;

        var (number, length) = Paging.Bounds(page, size);
        await using var db = plans.Open();
        var (ofUnit, ofSubtree) = Compiled.GetOrAdd(db.GetType(), _ => Compile());
        var rows = new List<InstrumentRow>(length);
        await foreach (var row in (user.OfOneUnit ? ofUnit : ofSubtree)(db, user.ScopePath, (number - 1) * length, length).WithCancellation(ct)) rows.Add(row);
        return new Page<InstrumentRow>(rows, total ?? (number == 1 && rows.Count < length ? rows.Count : await count(ct)), number, length);
    }

    static (Query OfUnit, Query OfSubtree) Compile()
    {
        var ofUnit = EF.CompileAsyncQuery((InstrumentsDb db, string scope, int skip, int take) => db.Instruments.AsNoTracking()
            .Where(i => i.UnitPath == scope)
            .OrderByDescending(i => i.UpdatedAt).ThenByDescending(i => i.Id)
            .Skip(skip).Take(take).Select(ListInstrumentsHandler.Row));
        var ofSubtree = EF.CompileAsyncQuery((InstrumentsDb db, string scope, int skip, int take) => db.Instruments.AsNoTracking()
            .Where(i => i.UnitPath.StartsWith(scope))
            .OrderByDescending(i => i.UpdatedAt).ThenByDescending(i => i.Id)
            .Skip(skip).Take(take).Select(ListInstrumentsHandler.Row));
        return (new Query(ofUnit), new Query(ofSubtree));
    }
}
