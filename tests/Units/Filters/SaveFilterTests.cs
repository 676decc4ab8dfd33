using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class SaveFilterTests(App app)
{
    [Fact]
    public async Task The_same_name_again_takes_the_place_of_the_one_before()
    {
        var liaison = await app.SignedIn("liaison");

        var first = await liaison.Save("Idle ones", "operatingStatus=idle");
        var second = await liaison.Save("Idle ones", "operatingStatus=idle&classCode=01");

        second.Id.ShouldBe(first.Id);
        (await liaison.Filters()).ShouldHaveSingleItem().Query.ShouldBe("operatingStatus=idle&classCode=01");
    }

    [Fact]
    public async Task A_list_opens_with_one_filter_at_most()
    {
        var liaison = await app.SignedIn("liaison");

        await liaison.Save("one", "a=1", isDefault: true);
        await liaison.Save("two", "a=2", isDefault: true);
        await liaison.Save("of another list", "a=3", isDefault: true, list: "units");

        (await liaison.Filters()).Where(filter => filter.IsDefault).ShouldHaveSingleItem().Name.ShouldBe("two");
        (await liaison.Filters("units")).ShouldHaveSingleItem().IsDefault.ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_too_long_nameless_or_too_much_is_refused()
    {
        var liaison = await app.SignedIn("liaison");
        var refusal = await liaison.Post(SavedFilters.Address, new SaveFilter("", "", new string('x', 2001), false, false)).ShouldBeRefused(400, "request.invalid");
        refusal.Errors.Keys.ShouldBe(["list", "name", "query"], ignoreOrder: true);

        for (var i = 0; i < SavedFilter.MostOfAList; i++) await liaison.Save($"filter {i}", "");
        await liaison.Save("one more", "").ShouldBeRefused(422, "filter.too-many");
        await liaison.Save("filter 3", "a=1");
    }
}

internal static class SavedFilters
{
    public const string Address = "/api/units/account/filters";

    public static Task<SavedFilterRow> Save(this Client person, string name, string query, bool shared = false, bool isDefault = false, string list = "instruments") =>
        person.Post<SavedFilterRow>(Address, new SaveFilter(list, name, query, shared, isDefault));

    public static Task<IReadOnlyList<SavedFilterRow>> Filters(this Client person, string list = "instruments") => person.Get<IReadOnlyList<SavedFilterRow>>($"{Address}?list={list}");
}
