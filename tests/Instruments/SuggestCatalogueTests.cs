using Microsoft.Extensions.DependencyInjection;
using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class SuggestCatalogueTests(App app)
{
    [Fact]
    public async Task While_somebody_types_the_kind_they_may_mean_is_offered()
    {
        var bureau = await app.Supervisor();
        await app.Listed(await app.Unit(bureau), bureau, "扫描电子显微镜");
        await app.Services.GetRequiredService<Modular.Instruments.Catalogue>().Follow(CancellationToken.None);

        var suggestions = await app.Anonymous().Get<IReadOnlyList<CatalogueSuggestion>>("/api/instruments/catalogue/suggest?q=扫描电");

        suggestions.ShouldContain(suggestion => suggestion.Text == "扫描电子显微镜" && suggestion.Count > 0);
    }

    [Fact]
    public async Task Nothing_typed_is_nothing_offered() =>
        (await app.Anonymous().Get<IReadOnlyList<CatalogueSuggestion>>("/api/instruments/catalogue/suggest")).ShouldBeEmpty();
}
