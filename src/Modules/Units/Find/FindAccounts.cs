using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>People by part of their name or user name, for those who administer accounts.</summary>
internal sealed class FindAccounts(UnitsDb db, CurrentUser user) : IFind
{
    public string Group => "accounts";

    public string Permission => Permissions.AccountsManage;

    public async Task<IReadOnlyList<Found>> Find(string text, int most, CancellationToken ct)
    {
        var accounts = await db.Accounts.AsNoTracking()
            .Where(a => a.Organisation.Path.StartsWith(user.ScopePath) && (a.UserName!.Contains(text) || a.DisplayName.Contains(text)))
            .OrderBy(a => a.Disabled).ThenBy(a => a.DisplayName).ThenBy(a => a.Id).Take(most)
            .Select(a => new { a.Id, a.UserName, a.DisplayName, Organisation = a.Organisation.Name }).ToListAsync(ct);
        return [.. accounts.Select(a => new Found(Group, a.Id, a.DisplayName, $"{a.UserName} · {a.Organisation}", $"/accounts?search={Uri.EscapeDataString(a.UserName!)}"))];
    }
}
