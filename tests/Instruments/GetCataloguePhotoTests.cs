using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class GetCataloguePhotoTests(App app)
{
    [Fact]
    public async Task The_public_sees_the_photos_of_a_listed_instrument_and_not_its_documents()
    {
        var bureau = await app.Supervisor(await app.NewRegion());
        var unit = await app.Unit(bureau);
        var liaison = await app.SignedIn("liaison", unit);
        var instrument = await app.Listed(unit, bureau);
        var photo = await liaison.Attached(instrument.Id, Files.Jpeg, caption: "front");
        var manual = await liaison.Attached(instrument.Id, Files.Pdf, "manual.pdf");

        var page = await app.Anonymous().Get<CatalogueInstrument>($"/api/instruments/catalogue/{instrument.Id}");
        using var answer = await app.Anonymous().Send(HttpMethod.Get, $"/api/instruments/catalogue/{instrument.Id}/photos/{photo.Id}");

        page.Photos.ShouldBe([new CataloguePhoto(photo.Id, "front")]);
        (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(Files.Jpeg);
        await app.Anonymous().Get<object>($"/api/instruments/catalogue/{instrument.Id}/photos/{manual.Id}").ShouldBeRefused(404, "attachment.not-found");
    }

    [Fact]
    public async Task A_draft_shows_the_public_nothing()
    {
        var liaison = await app.SignedIn("liaison");
        var instrument = await liaison.Registered();
        var photo = await liaison.Attached(instrument.Id, Files.Jpeg);

        await app.Anonymous().Get<object>($"/api/instruments/catalogue/{instrument.Id}/photos/{photo.Id}").ShouldBeRefused(404, "attachment.not-found");
    }
}
