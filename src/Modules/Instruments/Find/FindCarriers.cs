using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Facilities, centres and service units, by name, number or unit.</summary>
internal sealed class FindCarriers(InstrumentsDb db, CurrentUser user) : IFind
{
    public string Group => "carriers";

    public string Permission => Permissions.InstrumentsRead;

    public async Task<IReadOnlyList<Found>> Find(string text, int most, CancellationToken ct)
    {
        var carriers = await db.Carriers.AsNoTracking().Within(user).Containing(text).OrderBy(c => c.NameZh).ThenBy(c => c.Id).Take(most)
            .Select(c => new { c.Id, c.NameZh, c.Number, c.UnitName }).ToListAsync(ct);
        return [.. carriers.Select(c => new Found(Group, c.Id, c.NameZh ?? "", $"{c.Number} · {c.UnitName}", $"/instruments/carriers/{c.Id}"))];
    }
}
