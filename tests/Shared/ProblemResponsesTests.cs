using System.Net.Http.Headers;
using System.Text;
using Shouldly;
using Xunit;

namespace Modular.Tests.Shared;

public class ProblemResponsesTests(App app)
{
    [Theory]
    [InlineData("text/html")]
    [InlineData("image/png")]
    [InlineData("nonsense")]
    public async Task Who_asks_for_another_kind_of_answer_is_still_told_what_was_wrong(string accepted)
    {
        var liaison = await app.SignedIn("liaison");

        (await Refused(liaison, HttpMethod.Get, $"/api/instruments/{Guid.NewGuid()}", accepted)).ShouldBe((404, "instrument.not-found"));
        (await Refused(liaison, HttpMethod.Post, "/api/instruments/approve", accepted)).ShouldBe((403, "permission.missing"));
        (await Refused(app.Anonymous(), HttpMethod.Get, "/api/instruments", accepted)).ShouldBe((401, "session.required"));
    }

    [Theory]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=nonsense")]
    public async Task Json_in_another_encoding_than_its_own_is_refused(string mediaType)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes("{}"));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);

        var answer = await (await app.SignedIn("liaison")).Send(HttpMethod.Post, "/api/instruments", content);

        var refusal = await Refusal.Read(answer);
        (refusal.Status, refusal.Code).ShouldBe((415, "request.media-type"));
    }

    static async Task<(int, string)> Refused(Client client, HttpMethod method, string address, string accepted)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.TryAddWithoutValidation("Accept", accepted);
        if (method == HttpMethod.Post) request.Content = new StringContent("""{"items":[]}""", Encoding.UTF8, "application/json");
        var refusal = await Refusal.Read(await client.Send(request));
        return (refusal.Status, refusal.Code);
    }
}
