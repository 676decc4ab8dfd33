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
    const int AtOnce = 200;

    [Fact]
    public async Task Every_acknowledged_change_left_one_line_and_every_refused_one_none()
    {
        var trial = Trial.Of("r6-changes", 1_500);
        await using var app = new App();
        await app.InitializeAsync();
        var walkers = await Task.WhenAll(Enumerable.Range(0, Walkers).Select(_ => Walker.In(app)));

        await Task.WhenAll(walkers.Select((walker, number) => Task.Run(async () =>
        {
            for (var left = trial.Cases / 100; left > 0 && walker.Changes < AtOnce; left--) await walker.Register();
            for (var dice = trial.Dice(number); walkers.Sum(each => each.Changes) < trial.Cases;) await walker.Step(dice);
        })));

        var (changes, refused) = (walkers.Sum(walker => walker.Changes), walkers.Sum(walker => walker.Refused));
        var lines = await app.InDatabase<InstrumentsDb, ILookup<Guid, string>>(async db =>
            (await db.Audit.OrderBy(e => e.Sequence).Select(e => new { e.Subject, e.Action }).ToListAsync()).ToLookup(e => e.Subject, e => e.Action));
        trial.Report($"{changes} changes to {lines.Count} instruments, {refused} refused; {lines.Sum(line => line.Count())} lines");
        refused.ShouldBeGreaterThan(changes / 20, "a walk that is never refused proves half");
        foreach (var (instrument, done) in walkers.SelectMany(walker => walker.Done)) lines[instrument].ShouldBe(done);
        lines.Sum(line => line.Count()).ShouldBe(changes, "nothing was recorded that nobody did");
    }

    /// <summary>A unit with its people, who do right and wrong things to its instruments, one by one and many at once.</summary>
    sealed class Walker(Client liaison, Client reviewer, Client stranger)
    {
        readonly List<Guid> _instruments = [];
        readonly Dictionary<Guid, int> _versions = [];
        int _count;

        /// <summary>What was acknowledged, in order.</summary>
        public Dictionary<Guid, List<string>> Done { get; } = [];

        public int Changes { get; private set; }

        public int Refused { get; private set; }

        public static async Task<Walker> In(App app)
        {
            var bureau = await app.Supervisor();
            return new Walker(await app.SignedIn("liaison", await app.Unit(bureau)), await app.SignedIn("reviewer", bureau), await app.SignedIn("liaison"));
        }

        public Task Step(Random dice) => dice.Next(12) switch
        {
            0 => Register(),
            1 => Together(dice, "instrument.submitted", "registered", "returned", "withdrawn"),
            2 => Together(dice, "instrument.withdrawn", "submitted"),
            3 => Together(dice, "instrument.approved", "submitted"),
            _ => Alone(dice),
        };

        public async Task Register()
        {
            var saved = await liaison.Registered();
            _instruments.Add(saved.Id);
            Done[saved.Id] = [];
            Acknowledged(saved.Id, "instrument.registered", saved.Version);
        }

        async Task Alone(Random dice)
        {
            var id = _instruments[dice.Next(_instruments.Count)];
            if (await Seen(id) is not { } seen)
            {
                await Try(id, "instrument.deleted", () => liaison.Send(HttpMethod.Delete, $"/api/instruments/{id}?version=1"));
                return;
            }

            seen.Version.ShouldBe(_versions[id], "every change is one version, and nobody else made one");
            var version = dice.Next(8) == 0 ? seen.Version - 1 : seen.Version;
            await (dice.Next(6) switch
            {
                0 => Edit(liaison, id, seen, version),
                1 => Edit(stranger, id, seen, version),
                2 => Try(id, "instrument.returned", () => reviewer.Send(HttpMethod.Post, $"/api/instruments/{id}/return", new ReturnInstrument(version, "wrong", "reason", []))),
                3 => Try(id, "instrument.operated", () => liaison.Send(HttpMethod.Post, $"/api/instruments/{id}/operating-status", new SetOperatingStatus((OperatingStatus)dice.Next(3), $"note {_count++}", version))),
                4 => Try(id, "instrument.retired", () => liaison.Send(HttpMethod.Post, $"/api/instruments/{id}/retire", new RetireInstrument(version, dice.Next(3) == 0 ? "worn out" : ""))),
                _ => Try(id, "instrument.deleted", () => (dice.Next(4) == 0 ? liaison : stranger).Send(HttpMethod.Delete, $"/api/instruments/{id}?version={version}")),
            });
        }

        /// <summary>A bulk command over instruments that are ready for it, with some among them that are not or are out of date.</summary>
        async Task Together(Random dice, string action, params string[] after)
        {
            var ready = after.Select(done => $"instrument.{done}").ToHashSet(StringComparer.Ordinal);
            // Most go round between draft and submitted: what is approved comes back for single changes only.
            var most = action == "instrument.approved" ? AtOnce / 20 : AtOnce;
            var first = dice.Next(_instruments.Count);
            var items = Enumerable.Range(0, _instruments.Count).Select(step => _instruments[(first + step) % _instruments.Count])
                .Where(id => ready.Contains(Done[id][^1])).Take(most)
                .Concat(Enumerable.Range(0, 1 + (most / 40)).Select(_ => _instruments[dice.Next(_instruments.Count)])).Distinct()
                .Select(id => new InstrumentVersion(id, _versions[id] - (dice.Next(20) == 0 ? 1 : 0))).ToList();
            var report = await (action switch
            {
                "instrument.submitted" => liaison.Post<BulkReport>("/api/instruments/submit", new SubmitInstruments(items)),
                "instrument.withdrawn" => liaison.Post<BulkReport>("/api/instruments/withdraw", new WithdrawInstruments(items)),
                _ => reviewer.Post<BulkReport>("/api/instruments/approve", new ApproveInstruments(items)),
            });
            report.Rows.Count.ShouldBe(items.Count);
            foreach (var row in report.Rows)
            {
                if (row.Done) Acknowledged(row.Id, action);
                else Refused++;
            }
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
            if (answer.IsSuccessStatusCode) Acknowledged(id, action);
            else Refused++;
        }

        void Acknowledged(Guid id, string action, int? version = null)
        {
            Done[id].Add(action);
            _versions[id] = version ?? _versions[id] + 1;
            Changes++;
        }
    }
}
