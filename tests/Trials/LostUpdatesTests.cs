using System.Collections.Concurrent;
using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Trials;

/// <summary>
/// R8: many people edit the same few forms at once. Whatever is acknowledged must stand on what was there before it: no save wipes out another that its
/// author has not seen.
/// </summary>
public sealed class LostUpdatesTests(App app)
{
    const int Editors = 8;
    const int Forms = 3;

    [Fact]
    public async Task No_acknowledged_save_is_wiped_out_by_another()
    {
        var trial = Trial.Of("r8-lost-updates", 300);
        var forms = await Plant();

        var (saves, refused) = await Edit(trial, forms, carefully: true);

        trial.Report($"{Editors} editors on {Forms} forms: {saves.Count} saves acknowledged, {refused} refused and tried again, {Lost(saves).Count()} lost");
        saves.Count.ShouldBe(trial.Cases);
        refused.ShouldBeGreaterThan(0, "editors that never meet prove nothing");
        Lost(saves).ShouldBeEmpty();
        foreach (var form in forms)
        {
            var last = saves.Where(save => save.Form == form.Id).MaxBy(save => save.Version)!;
            var now = await form.Liaison.Get<InstrumentDetails>($"/api/instruments/{form.Id}");
            (now.Record.UserNotes, now.Version).ShouldBe((last.Wrote, last.Version));
        }
    }

    // The control: who sends in their old text under the newest version, as a form without a version would, is caught by the same count.
    [Fact]
    public async Task Editors_who_pass_the_check_by_are_found()
    {
        var trial = Trial.Of("r8-control", 60);

        var (saves, _) = await Edit(trial, await Plant(), carefully: false);

        Lost(saves).ShouldNotBeEmpty();
    }

    static async Task<(IReadOnlyCollection<Save> Saves, int Refused)> Edit(Trial trial, IReadOnlyList<Form> forms, bool carefully)
    {
        var (saves, refused, left) = (new ConcurrentBag<Save>(), 0, trial.Cases);
        await Task.WhenAll(Enumerable.Range(0, Editors).Select(editor => Task.Run(async () =>
        {
            var dice = trial.Dice(editor);
            for (var number = 0; Interlocked.Decrement(ref left) >= 0; number++)
            {
                var form = forms[dice.Next(forms.Count)];
                while (true)
                {
                    var seen = await form.Liaison.Get<InstrumentDetails>($"/api/instruments/{form.Id}");
                    var (before, version) = (seen.Record.UserNotes ?? "", seen.Version);
                    if (!carefully)
                    {
                        await Task.Yield();
                        version = (await form.Liaison.Get<InstrumentDetails>($"/api/instruments/{form.Id}")).Version;
                    }

                    seen.Record.UserNotes = $"{editor}:{number}";
                    try
                    {
                        var saved = await form.Liaison.Put<SavedInstrument>($"/api/instruments/{form.Id}", new EditInstrument(seen.Record, version));
                        saves.Add(new Save(form.Id, saved.Version, before, seen.Record.UserNotes));
                        break;
                    }
                    catch (Refusal refusal) when (refusal.Status == 409)
                    {
                        Interlocked.Increment(ref refused);
                    }
                }
            }
        })));
        return (saves, refused);
    }

    /// <summary>Saves that were made on another text than the one that stood there: what came between is lost.</summary>
    static IEnumerable<Save> Lost(IEnumerable<Save> saves)
    {
        foreach (var form in saves.GroupBy(save => save.Form))
        {
            var (text, version) = ("", 1);
            foreach (var save in form.OrderBy(save => save.Version))
            {
                if (save.Saw != text || save.Version != version + 1) yield return save;
                (text, version) = (save.Wrote, save.Version);
            }
        }
    }

    async Task<IReadOnlyList<Form>> Plant()
    {
        var unit = await app.Unit();
        var forms = new List<Form>();
        for (var number = 0; number < Forms; number++)
        {
            var liaison = await app.SignedIn("liaison", unit);
            forms.Add(new Form((await liaison.Registered(with: record => record.UserNotes = null)).Id, liaison));
        }

        return forms;
    }

    sealed record Form(Guid Id, Client Liaison);

    sealed record Save(Guid Form, int Version, string Saw, string Wrote);
}
