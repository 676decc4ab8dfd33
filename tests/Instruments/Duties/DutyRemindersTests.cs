using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class DutyRemindersTests(App app)
{
    // I-5: before the last day and after it, once each.
    [Fact]
    public async Task A_unit_is_reminded_once_of_what_is_due_soon_and_once_of_what_is_overdue()
    {
        var us = await Statements.In(app);
        await us.Liaison.Registered("soon", record => record.AcceptedOn = WorkingDays.Official.Before(WorkingDays.Official.After(app.Clock.Today(), 4), 30));
        await us.Liaison.Registered("later", record => record.AcceptedOn = app.Clock.Today());

        await Remind(us);
        var first = await Told(us.Liaison);
        await Remind(us);

        first.Select(notice => notice.Kind).Order(StringComparer.Ordinal).ShouldBe(["duty.dueSoon", "duty.overdue"]);
        (await Told(us.Liaison)).Count.ShouldBe(2);
        (await Told(us.Reviewer)).ShouldBeEmpty();

        // Two weeks on the one is overdue too, and only that is new.
        app.Clock.Advance(TimeSpan.FromDays(14));
        await Remind(us);
        var liaison = await app.SignedIn("liaison", us.Unit);
        (await app.InDatabase<InstrumentsDb, int>(db => db.DutyReminders.CountAsync(r => db.Instruments.Any(i => i.Id == r.InstrumentId && i.UnitId == us.Unit.Id)))).ShouldBe(3);
        (await Told(liaison)).ShouldHaveSingleItem().Kind.ShouldBe("duty.overdue");
    }

    [Fact]
    public async Task Nobody_is_reminded_of_what_need_not_join()
    {
        var us = await Statements.In(app);
        await us.OnRecord();

        await Remind(us);

        (await Told(us.Liaison)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_corrected_day_of_acceptance_is_reminded_of_anew()
    {
        var us = await Statements.In(app);
        await Remind(us);
        var record = Some.Record();
        record.AcceptedOn = new DateOnly(2020, 6, 1);
        await us.Liaison.Put($"/api/instruments/{us.Instrument.Id}", new EditInstrument(record, us.Instrument.Version));

        await Remind(us);

        (await Told(us.Liaison)).Count.ShouldBe(2);
    }

    Task<int> Remind(Statements us) => app.Services.GetRequiredService<DutyReminders>().Remind(us.Region.Path, CancellationToken.None);

    async Task<IReadOnlyList<Modular.Units.NoticeRow>> Told(Client person)
    {
        await app.DeliverEvents();
        return [.. (await person.Get<Page<Modular.Units.NoticeRow>>("/api/units/account/notices")).Items.Where(notice => notice.Kind.StartsWith("duty.", StringComparison.Ordinal))];
    }
}
