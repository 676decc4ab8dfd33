using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>One instrument of a bulk command, in the version its list showed.</summary>
internal sealed record InstrumentVersion(Guid Id, int Version);

/// <summary>How bulk commands go: every row by itself, all in one save.</summary>
internal static class Bulk
{
    public const int MaximumRows = 500;

    public static void RulesForItems<T>(this AbstractValidator<T> validator, System.Linq.Expressions.Expression<Func<T, IReadOnlyList<InstrumentVersion>>> items)
    {
        validator.RuleFor(items).NotEmpty().Must(list => list is null || list.Count <= MaximumRows)
            .WithErrorCode("bulk.too-many").WithMessage($"At most {MaximumRows} at once.");
        validator.RuleFor(items).Must(list => list is null || list.All(item => item is not null) && list.DistinctBy(item => item.Id).Count() == list.Count)
            .WithErrorCode("bulk.repeated").WithMessage("The same instrument stands in the list twice.");
    }

    /// <param name="act">Changes the instrument or throws a <see cref="Problem"/>; nothing is saved for a row that was refused.</param>
    /// <param name="tell">Announces what was done, once for all of them, in the same save; not called when nothing was.</param>
    public static async Task<BulkReport> Run(
        InstrumentsDb db, CurrentUser user, IReadOnlyList<InstrumentVersion> items, Action<Instrument, int> act, CancellationToken ct, Action<IReadOnlyList<Instrument>>? tell = null)
    {
        var ids = items.Select(item => item.Id).ToList();
        var found = await db.Instruments.Within(user).Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, ct);
        var rows = new List<BulkRow>(items.Count);
        foreach (var item in items)
        {
            var instrument = found.GetValueOrDefault(item.Id);
            try
            {
                act(instrument ?? throw InstrumentProblems.NotFound(item.Id), item.Version);
                rows.Add(new BulkRow(item.Id, instrument.NameZh, true, null, null));
            }
            catch (Problem refused)
            {
                rows.Add(new BulkRow(item.Id, instrument?.NameZh, false, refused.Code, refused.Message));
            }
        }

        var done = rows.Where(row => row.Done).Select(row => found[row.Id]).ToList();
        if (done.Count > 0) tell?.Invoke(done);
        await db.SaveChangesAsync(ct);
        return BulkReport.Of(rows);
    }
}
