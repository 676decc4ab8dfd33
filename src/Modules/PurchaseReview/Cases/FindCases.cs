using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>Purchase cases in the search over everything, through the same filter as every list .</summary>
internal sealed class FindCases(CaseReach reach) : IFind
{
    public string Group => "purchases";

    public string Permission => Permissions.PurchasesRead;

    public async Task<IReadOnlyList<Found>> Find(string text, int most, CancellationToken ct)
    {
        var rows = await ListCasesHandler.Rows((await reach.Dossiers(ct)).AsNoTracking().Containing(text).OrderByDescending(c => c.UpdatedAt).ThenByDescending(c => c.Id)).Take(most).ToListAsync(ct);
        return [.. rows.Select(row => new Found(Group, row.Id, row.FirstName ?? row.Number, $"{row.Number} · {row.UnitName}", $"/purchases/{row.Id}"))];
    }
}
