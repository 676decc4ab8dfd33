using System.Xml.Linq;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class GetLabelCodeTests(App app)
{
    [Fact]
    public async Task The_label_of_a_listed_instrument_has_a_code_to_its_public_page()
    {
        var bureau = await app.Supervisor(await app.NewRegion());
        var (one, other) = (await app.Listed(await app.Unit(bureau), bureau), await app.Listed(await app.Unit(bureau), bureau));

        async Task<string> Code(Guid id)
        {
            using var answer = await app.Anonymous().Send(HttpMethod.Get, $"/api/instruments/catalogue/{id}/label-code");
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
            return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }

        var drawn = XDocument.Parse(await Code(one.Id));
        drawn.Root!.Name.LocalName.ShouldBe("svg");
        drawn.ToString().ShouldNotBe(XDocument.Parse(await Code(other.Id)).ToString());
    }

    [Fact]
    public async Task What_is_not_listed_has_no_public_page_and_so_no_label()
    {
        var draft = await (await app.SignedIn("liaison")).Registered();
        await app.Anonymous().Get<object>($"/api/instruments/catalogue/{draft.Id}/label-code").ShouldBeRefused(404, "instrument.not-found");
    }
}
