using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class ListClassificationTests(App app)
{
    const string Address = "/api/instruments/classification";

    [Fact]
    public async Task The_whole_tree_has_its_739_codes() =>
        (await app.Anonymous().Get<IReadOnlyList<ClassRow>>(Address)).Count.ShouldBe(739);

    [Theory]
    [InlineData("扫描电镜")]
    [InlineData("SEM")]
    [InlineData("扫描电子显微镜")]
    [InlineData("010102")]
    public async Task A_class_is_found_by_name_code_or_what_people_call_it(string text)
    {
        var rows = await app.Anonymous().Get<IReadOnlyList<ClassRow>>($"{Address}?search={text}");

        rows.ShouldContain(row => row.Code == "010102" && row.Match && row.Leaf);
        rows.ShouldContain(row => row.Code == "010000" && !row.Match, "with the classes above it");
    }

    [Fact]
    public async Task What_nobody_calls_anything_finds_nothing() =>
        (await app.Anonymous().Get<IReadOnlyList<ClassRow>>($"{Address}?search=zzzz")).ShouldBeEmpty();
}
