using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class ListPresetsTests(App app)
{
    // P-9
    [Fact]
    public async Task Four_notices_are_shipped_each_number_with_its_source()
    {
        var presets = await (await app.SignedIn("liaison")).Get<IReadOnlyList<PresetRow>>($"{PolicyPeople.Address}/presets");

        presets.Select(preset => preset.Name).ShouldBe(["inner-mongolia-2022", "guangdong-2022", "alxa-2016", "national-2021"]);
        presets.SelectMany(preset => preset.Values).ShouldAllBe(value => value.Source.Length > 0);
        presets.Single(preset => preset.Name == "national-2021").Values.Count.ShouldBe(PolicyKey.All.Count);
    }

    [Fact]
    public void What_is_shipped_lies_within_what_may_be_set() =>
        PolicyPreset.All.SelectMany(preset => preset.Values).ShouldAllBe(value => value.Value.Value >= value.Key.Least && value.Value.Value <= value.Key.Most);
}
