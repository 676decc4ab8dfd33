using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Lists that were sent in, by part of the file's name; the newest first.</summary>
internal sealed class FindImports(InstrumentsDb db, CurrentUser user) : IFind
{
    public string Group => "imports";

    public string Permission => Permissions.InstrumentsImport;

    public async Task<IReadOnlyList<Found>> Find(string text, int most, CancellationToken ct)
    {
        var imports = await db.Imports.AsNoTracking().Within(user).Where(i => i.FileName.Contains(text))
            .OrderByDescending(i => i.CreatedAt).ThenByDescending(i => i.Id).Take(most)
            .Select(i => new { i.Id, i.FileName, i.AccountName, i.CreatedAt }).ToListAsync(ct);
        return [.. imports.Select(i => new Found(Group, i.Id, i.FileName, $"{i.AccountName} · {DateOnly.FromDateTime(i.CreatedAt.InRegion().DateTime):yyyy-MM-dd}", $"/instruments/imports/{i.Id}"))];
    }
}
