using Microsoft.EntityFrameworkCore;
using Modular.Contracts.Units;

namespace Modular.Units;

/// <summary>Answers other modules' questions about accounts.</summary>
internal sealed class AccountDirectory(UnitsDb db) : IAccountDirectory
{
    public async Task<IReadOnlyDictionary<Guid, AccountSummary>> FindMany(IReadOnlyCollection<Guid> accountIds, CancellationToken ct) =>
        accountIds.Count == 0 ? new Dictionary<Guid, AccountSummary>() : await Summaries(db.Accounts.Where(a => accountIds.Contains(a.Id))).ToDictionaryAsync(a => a.Id, ct);

    public async Task<IReadOnlyList<AccountSummary>> Of(Guid organisationId, CancellationToken ct) =>
        await Summaries(db.Accounts.Where(a => a.OrganisationId == organisationId).OrderBy(a => a.DisplayName).ThenBy(a => a.Id)).ToListAsync(ct);

    static IQueryable<AccountSummary> Summaries(IQueryable<Account> accounts) => accounts.AsNoTracking().Where(a => !a.Disabled)
        .Select(a => new AccountSummary(a.Id, a.OrganisationId, a.UserName!, a.DisplayName, a.Roles));
}
