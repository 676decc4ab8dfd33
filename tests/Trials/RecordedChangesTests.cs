using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Trials;

/// <summary>R6, its first half: one line in the audit trail for each change, none missing and none extra, while several people work at once.</summary>
public sealed class RecordedChangesTests
{
    const int Walkers = 4;

    [Fact]
    public async Task Every_acknowledged_change_left_one_line_and_every_refused_one_none()
    {
        var trial = Trial.Of("r6-changes", 400);
        await using var app = new App();
        await app.InitializeAsync();
        var walkers = await Task.WhenAll(Enumerable.Range(0, Walkers).Select(_ => Walker.In(app)));
        var left = trial.Cases;

        await Task.WhenAll(walkers.Select((walker, number) => Task.Run(async () =>
        {
            for (var dice = trial.Dice(number); Interlocked.Decrement(ref left) >= 0;) await walker.Step(dice);
        })));

        var lines = await app.InDatabase<InstrumentsDb, ILookup<Guid, string>>(async db =>
            (await db.Audit.OrderBy(e => e.Sequence).Select(e => new { e.Subject, e.Action }).ToListAsync()).ToLookup(e => e.Subject, e => e.Action));
        var (changes, refused) = (walkers.Sum(walker => walker.Done.Values.Sum(done => done.Count)), walkers.Sum(walker => walker.Refused));
        trial.Report($"{changes} changes to {lines.Count} instruments, {refused} refused; {lines.Sum(line => line.Count())} lines");
        refused.ShouldBeGreaterThan(trial.Cases / 20, "a walk that is never refused proves half");
        foreach (var (instrument, done) in walkers.SelectMany(walker => walker.Done)) lines[instrument].ShouldBe(done);
        lines.Sum(line => line.Count()).ShouldBe(changes, "nothing was recorded that nobody did");
    }

    /// <summary>A unit with its people, who do right and wrong things to its instruments.</summary>
    sealed class Walker(Client liaison, Client reviewer, Client stranger)
    {
        int _count;

        /// <summary>What was acknowledged, in order.</summary>
        public ConcurrentDictionary<Guid, List<string>> Done { get; } = [];

        public int Refused { get; private set; }

        public static async Task<Walker> In(App app)
        {
            var bureau = await app.Supervisor();
            return new Walker(await app.SignedIn("liaison", await app.Unit(bureau)), await app.SignedIn("reviewer", bureau), await app.SignedIn("liaison"));
        }

        public async Task Step(Random dice)
        {
            if (Done.IsEmpty || dice.Next(12) == 0)
            {
                Done[(await liaison.Registered()).Id] = ["instrument.registered"];
                return;
            }

            var id = Done.Keys.ElementAt(dice.Next(Done.Count));
            if (await Seen(id) is not { } seen)
            {
                await Try(id, "instrument.deleted", () => liaison.Send(HttpMethod.Delete, $"/api/instruments/{id}?version=1"));
                return;
            }

            var items = Registry.Items(new SavedInstrument(id, dice.Next(8) == 0 ? seen.Version - 1 : seen.Version));
            var version = items[0].Version;
            await (dice.Next(9) switch
            {
                0 => Edit(liaison, id, seen, version),
                1 => Edit(stranger, id, seen, version),
                2 => Try(id, "instrument.submitted", () => liaison.Send(HttpMethod.Post, "/api/instruments/submit", new SubmitInstruments(items))),
                3 => Try(id, "instrument.withdrawn", () => liaison.Send(HttpMethod.Post, "/api/instruments/withdraw", new WithdrawInstruments(items))),
                4 => Try(id, "instrument.approved", () => reviewer.Send(HttpMethod.Post, "/api/instruments/approve", new ApproveInstruments(items))),
                5 => Try(id, "instrument.returned", () => reviewer.Send(HttpMethod.Post, $"/api/instruments/{id}/return", new ReturnInstrument(version, "wrong", "reason", []))),
                6 => Try(id, "instrument.operated", () => liaison.Send(HttpMethod.Post, $"/api/instruments/{id}/operating-status", new SetOperatingStatus((OperatingStatus)dice.Next(3), $"note {_count++}", version))),
                7 => Try(id, "instrument.retired", () => liaison.Send(HttpMethod.Post, $"/api/instruments/{id}/retire", new RetireInstrument(version, dice.Next(3) == 0 ? "worn out" : ""))),
                _ => Try(id, "instrument.deleted", () => (dice.Next(2) == 0 ? liaison : stranger).Send(HttpMethod.Delete, $"/api/instruments/{id}?version={version}")),
            });
        }

        Task Edit(Client by, Guid id, InstrumentDetails seen, int version)
        {
            seen.Record.UserNotes = $"note {_count++}";
            return Try(id, "instrument.edited", () => by.Send(HttpMethod.Put, $"/api/instruments/{id}", new EditInstrument(seen.Record, version)));
        }

        async Task<InstrumentDetails?> Seen(Guid id)
        {
            try
            {
                return await liaison.Get<InstrumentDetails>($"/api/instruments/{id}");
            }
            catch (Refusal gone) when (gone.Status == 404)
            {
                return null;
            }
        }

        async Task Try(Guid id, string action, Func<Task<HttpResponseMessage>> change)
        {
            using var answer = await change();
            var done = answer.IsSuccessStatusCode && !(await answer.Content.ReadAsStringAsync()).Contains("\"done\":0", StringComparison.Ordinal);
            if (done) Done[id].Add(action);
            else Refused++;
        }
    }
}
