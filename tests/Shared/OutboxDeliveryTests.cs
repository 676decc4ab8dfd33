using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Modular.Contracts.Instruments;
using Modular.Instruments;
using Modular.Shared;
using Modular.Sharing;
using Shouldly;
using Xunit;

namespace Modular.Tests.Shared;

public class OutboxDeliveryTests(App app)
{
    // The join: hours typed into the registry arrive in the module that owns usage.
    [Fact]
    public async Task Hours_declared_in_the_registry_arrive_in_the_usage_ledger()
    {
        var liaison = await app.SignedIn("liaison");
        var saved = await liaison.Registered(with: record => (record.HoursYear, record.AnnualHours, record.ExternalHours) = (2025, 1200, 300));

        await app.DeliverEvents();

        var declared = await app.InDatabase<SharingDb, UsageDeclaration>(db => db.UsageDeclarations.SingleAsync(d => d.InstrumentId == saved.Id));
        (declared.Year, declared.EffectiveHours, declared.ExternalHours).ShouldBe((2025, 1200m, 300m));
    }

    [Fact]
    public async Task News_about_the_same_thing_arrives_in_order_and_the_last_word_stands()
    {
        var instrument = Guid.CreateVersion7();
        for (var hours = 1; hours <= 50; hours++) await Announce(instrument, new UsageDeclared(instrument, Guid.CreateVersion7(), 2024, hours, 0));

        await app.DeliverEvents();

        (await Declared(instrument)).EffectiveHours.ShouldBe(50);
    }

    [Fact]
    public async Task Of_two_instances_one_delivers_and_nothing_is_lost()
    {
        var instruments = Enumerable.Range(0, 20).Select(_ => Guid.CreateVersion7()).ToList();
        foreach (var instrument in instruments) await Announce(instrument, new UsageDeclared(instrument, Guid.CreateVersion7(), 2024, 1, 0));
        var scopes = app.Services.GetRequiredService<IServiceScopeFactory>();
        var instances = Enumerable.Range(0, 3).Select(_ => new OutboxDelivery<InstrumentsDb>(scopes, app.Clock, NullLogger<OutboxDelivery<InstrumentsDb>>.Instance));

        await app.Alone(async () =>
        {
            await Task.WhenAll(instances.Select(instance => instance.DeliverPending(CancellationToken.None)));
            // These instances are no more; the lease of one of them must not keep the platform itself from delivering.
            await app.InDatabase<InstrumentsDb, int>(db => db.Leases.Where(lease => lease.Name == "outbox").ExecuteDeleteAsync());
        });
        await app.DeliverEvents();
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.DeliverEvents();

        foreach (var instrument in instruments) (await Declared(instrument)).EffectiveHours.ShouldBe(1);
    }

    // A year that no column holds makes the reaction fail: its news is tried again, then set aside, and holds back nobody else.
    [Fact]
    public async Task News_that_cannot_be_delivered_is_set_aside_and_can_be_sent_again()
    {
        var (bad, good) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await Announce(bad, new UsageDeclared(bad, Guid.CreateVersion7(), 2024, 99_999_999, 0));
        await Announce(good, new UsageDeclared(good, Guid.CreateVersion7(), 2024, 1, 0));

        for (var attempt = 0; attempt < OutboxDelivery<InstrumentsDb>.MaximumAttempts; attempt++)
        {
            await app.DeliverEvents();
            app.Clock.Advance(TimeSpan.FromMinutes(11));
        }

        (await Declared(good)).EffectiveHours.ShouldBe(1);
        var officer = await app.SignedIn("centreOfficer");
        var letter = (await officer.Get<Page<DeadLetter>>("/api/instruments/dead-letters?size=200")).Items.Single(l => l.Aggregate == bad);
        letter.Attempts.ShouldBe(OutboxDelivery<InstrumentsDb>.MaximumAttempts);
        await officer.Post($"/api/instruments/dead-letters/{letter.Sequence}/redeliver");
        (await officer.Get<Page<DeadLetter>>("/api/instruments/dead-letters?size=200")).Items.ShouldNotContain(l => l.Aggregate == bad);
    }

    [Fact]
    public async Task Only_those_who_run_the_platform_see_what_could_not_be_delivered() =>
        await (await app.SignedIn("reviewer")).Get<object>("/api/instruments/dead-letters").ShouldBeRefused(403, "permission.missing");

    Task<int> Announce(Guid aggregate, UsageDeclared news) => app.InDatabase<InstrumentsDb, int>(db =>
    {
        db.Announce(aggregate, news, app.Clock.GetUtcNow());
        return db.SaveChangesAsync();
    });

    Task<UsageDeclaration> Declared(Guid instrument) =>
        app.InDatabase<SharingDb, UsageDeclaration>(db => db.UsageDeclarations.AsNoTracking().SingleAsync(d => d.InstrumentId == instrument));
}
