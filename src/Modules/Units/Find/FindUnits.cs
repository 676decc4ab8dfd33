using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Managing units by part of their name or the beginning of their credit code.</summary>
internal sealed class FindUnits(UnitsDb db, CurrentUser user) : IFind
{
    public string Group => "units";

    public string Permission => Permissions.UnitsRead;

    public async Task<IReadOnlyList<Found>> Find(string text, int most, CancellationToken ct)
    {
        var code = text.ToUpperInvariant();
        var units = await db.ManagingUnits.AsNoTracking()
            .Where(u => u.Organisation.Path.StartsWith(user.ScopePath) && (u.Organisation.Name.Contains(text) || u.CreditCode.StartsWith(code)))
            .OrderBy(u => u.ClosedOn != null).ThenBy(u => u.Organisation.Name.Length).ThenBy(u => u.Organisation.Name).Take(most)
            .Select(u => new { u.Id, u.Organisation.Name, u.CreditCode }).ToListAsync(ct);
        return [.. units.Select(u => new Found(Group, u.Id, u.Name, u.CreditCode, $"/units/{u.Id}"))];
    }
}
