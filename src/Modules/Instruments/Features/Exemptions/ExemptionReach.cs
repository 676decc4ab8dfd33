using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Instruments;

internal static class ExemptionReach
{
    /// <summary>The statements of the caller's subtree (U-11).</summary>
    public static IQueryable<Exemption> Within(this IQueryable<Exemption> exemptions, CurrentUser user)
    {
        var scope = user.ScopePath;
        return exemptions.Where(e => e.UnitPath.StartsWith(scope));
    }

    /// <summary>One statement of the caller's subtree with its instruments, to be changed.</summary>
    /// <exception cref="Problem">404 when there is none, or it is not the caller's to see.</exception>
    public static async Task<Exemption> ExemptionInReach(this InstrumentsDb db, Guid id, CurrentUser user, CancellationToken ct) =>
        await db.Exemptions.Include(e => e.Items).Within(user).SingleOrDefaultAsync(e => e.Id == id, ct) ?? throw InstrumentProblems.ExemptionNotFound(id);

    /// <summary>The caller's own instruments that are stated about; each must owe its opening.</summary>
    public static async Task<IReadOnlyList<Instrument>> InstrumentsToExempt(this InstrumentsDb db, ExemptionFacts facts, CurrentUser user, CancellationToken ct)
    {
        if (facts.InstrumentIds.Count == 0) return [];
        var found = await db.Instruments.AsNoTracking().Within(user).Where(i => i.UnitId == user.OrganisationId && facts.InstrumentIds.Contains(i.Id)).ToDictionaryAsync(i => i.Id, ct);
        var instruments = facts.InstrumentIds.Select(id => found.GetValueOrDefault(id) ?? throw InstrumentProblems.NotFound(id)).ToList();
        if (instruments.Find(i => i.OpennessNow() != Openness.Owed) is { } open) throw InstrumentProblems.ExemptionNotNeeded(open.NameZh);
        return instruments;
    }

    /// <summary>Keeps the step, leaves its line in the audit trail, and saves; of two statements about one instrument the later is refused.</summary>
    public static async Task<SavedExemption> KeepStep(this InstrumentsDb db, Exemption exemption, string action, string? reason, CurrentUser user, TimeProvider clock, CancellationToken ct)
    {
        db.Remember(exemption, action, reason, user, clock);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException raced) when (raced is not DbUpdateConcurrencyException && Databases.IsUniqueViolation(raced))
        {
            throw InstrumentProblems.AlreadyExplained();
        }

        return new SavedExemption(exemption.Id, exemption.Version);
    }

    public static void Remember(this InstrumentsDb db, Exemption exemption, string action, string? reason, CurrentUser user, TimeProvider clock)
    {
        db.ExemptionSteps.Add(new ExemptionStep
        {
            ExemptionId = exemption.Id, Version = exemption.Version, At = clock.GetUtcNow(), AccountId = user.AccountId, AccountName = user.DisplayName, OrganisationName = user.OrganisationName,
            Action = action, Reason = reason,
        });
        db.Record(user, clock, $"exemption.{action}", exemption.Id, exemption.UnitPath, after: new { exemption.State, exemption.Reason, exemption.Count, exemption.Until, exemption.FilingNumber }, why: reason);
    }
}

internal sealed record SavedExemption(Guid Id, int Version);
