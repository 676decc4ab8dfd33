using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Modular.Contracts;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Instruments;

internal enum ReminderKind
{
    DueSoon,
    Overdue,
}

/// <summary>That a unit has been reminded of an instrument; once for each kind, and anew when the day of acceptance was corrected.</summary>
internal sealed class DutyReminder
{
    public required Guid InstrumentId { get; init; }

    public required ReminderKind Kind { get; init; }

    public required DateOnly AcceptedOn { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>
/// Reminds units of what is due soon and of what is overdue (I-5): one notice a unit and kind for all that is new of it. The notice and
/// what it was about are written together, under a key: of two instances that remind at the same time one is turned away.
/// </summary>
internal sealed partial class DutyReminders(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DutyReminders> log) : BackgroundService
{
    // A day's reminders go out early that day; what was accepted or corrected later follows within the hour.
    static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <param name="path">Only units below this one.</param>
    /// <returns>How many notices were raised.</returns>
    public async Task<int> Remind(string path, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InstrumentsDb>();
        var policies = scope.ServiceProvider.GetRequiredService<IPolicies>();
        var regions = await db.Instruments.AsNoTracking().Where(i => i.UnitPath.StartsWith(path)).Select(i => i.UnitPath.Substring(0, OrganisationPath.OfRegion)).Distinct().ToListAsync(ct);
        var periods = await policies.Periods(regions, ct);
        var raised = 0;
        foreach (var region in regions)
        {
            var duty = new DutyClock(periods[region], clock.Today());
            foreach (var kind in Enum.GetValues<ReminderKind>()) raised += await Remind(db, region, kind, duty, ct);
        }

        return raised;
    }

    async Task<int> Remind(InstrumentsDb db, string region, ReminderKind kind, DutyClock duty, CancellationToken ct)
    {
        var owed = DutyReading.Owed(db, DutyReading.Under(db.Instruments.AsNoTracking().Where(i => i.UnitPath.StartsWith(region)), duty), duty);
        var state = kind == ReminderKind.Overdue ? DutyState.Overdue : DutyState.DueSoon;
        var fresh = await DutyReading.InState(owed, state, duty)
            .Where(i => !db.DutyReminders.Any(r => r.InstrumentId == i.Id && r.Kind == kind && r.AcceptedOn == i.AcceptedOn))
            .Select(i => new { i.Id, i.UnitId, i.UnitName, i.NameZh, i.OriginalValueFen, i.AcceptedOn }).ToListAsync(ct);
        var now = clock.GetUtcNow();
        foreach (var unit in fresh.GroupBy(i => i.UnitId))
        {
            var first = unit.OrderBy(i => duty.DueOn(i.OriginalValueFen, i.AcceptedOn)).First();
            var due = duty.DueOn(first.OriginalValueFen, first.AcceptedOn);
            var code = kind == ReminderKind.Overdue ? "overdue" : "dueSoon";
            db.DutyReminders.AddRange(unit.Select(i => new DutyReminder { InstrumentId = i.Id, Kind = kind, AcceptedOn = i.AcceptedOn!.Value, At = now }));
            db.Announce(unit.Key, new NoticeRaised($"duty.{code}", unit.Key, Permissions.InstrumentsEdit, $"/duties?state={code}", new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["unit"] = first.UnitName, ["count"] = unit.Count().ToString(CultureInfo.InvariantCulture), ["name"] = first.NameZh ?? "", ["day"] = due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
            }, DueOn: due), now);
        }

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException raced) when (Databases.IsUniqueViolation(raced))
        {
            // Another instance has just done it.
            db.ChangeTracker.Clear();
            return 0;
        }

        return fresh.Select(i => i.UnitId).Distinct().Count();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Remind("", stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // The database may be away for a moment; the next round says the same.
                LogFailure(log, failure);
            }

            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Error, "Reminding of deadlines failed; it goes on")]
    static partial void LogFailure(ILogger log, Exception failure);
}
