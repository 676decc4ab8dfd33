using Microsoft.EntityFrameworkCore;
using Modular.Instruments;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Shared;

public class IdempotencyTests(App app)
{
    const string Address = "/api/instruments";

    [Fact]
    public async Task A_command_repeated_under_its_key_is_carried_out_once_and_answered_alike()
    {
        var liaison = await app.SignedIn("liaison");
        var (command, key) = (Some.Instrument(), Key());

        var first = await liaison.Send(HttpMethod.Post, Address, command, key);
        var second = await liaison.Send(HttpMethod.Post, Address, command, key);

        (second.StatusCode, second.Headers.Location).ShouldBe((first.StatusCode, first.Headers.Location));
        (await second.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
        second.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        (await Count(command)).ShouldBe(1);
    }

    [Fact]
    public async Task Twenty_at_once_are_one()
    {
        var liaison = await app.SignedIn("liaison");
        var (command, key) = (Some.Instrument(), Key());

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ => await (await liaison.Send(HttpMethod.Post, Address, command, key)).Content.ReadAsStringAsync()));

        answers.Distinct().ShouldHaveSingleItem();
        (await Count(command)).ShouldBe(1);
    }

    [Fact]
    public async Task Another_command_under_the_same_key_is_refused()
    {
        var liaison = await app.SignedIn("liaison");
        var key = Key();
        await liaison.Send(HttpMethod.Post, Address, Some.Instrument(), key);

        var answer = await liaison.Send(HttpMethod.Post, Address, Some.Instrument(), key);

        (await Refusal.Read(answer)).Code.ShouldBe("idempotency.key-reused");
    }

    [Fact]
    public async Task A_refused_command_may_be_mended_and_sent_again_under_its_key()
    {
        var liaison = await app.SignedIn("liaison");
        var (command, key) = (Some.Instrument(), Key());
        var wrong = Some.Instrument();
        wrong.Record.NameZh = "";

        ((int)(await liaison.Send(HttpMethod.Post, Address, wrong, key)).StatusCode).ShouldBe(400);
        ((int)(await liaison.Send(HttpMethod.Post, Address, command, key)).StatusCode).ShouldBe(201);
    }

    [Fact]
    public async Task One_persons_key_is_not_anothers()
    {
        var key = Key();
        var (first, second) = (await app.SignedIn("liaison"), await app.SignedIn("liaison"));

        ((int)(await first.Send(HttpMethod.Post, Address, Some.Instrument(), key)).StatusCode).ShouldBe(201);
        ((int)(await second.Send(HttpMethod.Post, Address, Some.Instrument(), key)).StatusCode).ShouldBe(201);
    }

    [Fact]
    public async Task A_key_without_end_is_refused()
    {
        var liaison = await app.SignedIn("liaison");

        var answer = await liaison.Send(HttpMethod.Post, Address, Some.Instrument(), (Idempotency.Header, new string('k', 101)));

        (await Refusal.Read(answer)).Code.ShouldBe("idempotency.key-too-long");
    }

    Task<int> Count(RegisterInstrument command) =>
        app.InDatabase<InstrumentsDb, int>(db => db.Instruments.CountAsync(i => i.AssetNumber == command.Record.AssetNumber));

    static (string, string) Key() => (Idempotency.Header, Guid.NewGuid().ToString());
}
