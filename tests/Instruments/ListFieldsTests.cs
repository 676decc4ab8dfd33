using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class ListFieldsTests(App app)
{
    // I-2: the national data standard's fields, each once, with the lengths of its interface.
    [Fact]
    public async Task Every_field_of_the_record_is_told_once()
    {
        var list = await app.Anonymous().Get<FieldList>("/api/instruments/fields");

        list.Fields.Select(field => field.Key).ShouldBeUnique();
        list.Fields.Count.ShouldBe(typeof(InstrumentRecord).GetProperties().Length);
        list.Fields.Single(field => field.Key == "technicalSpecifications").MaxLength.ShouldBe(500);
        list.Fields.Single(field => field.Key == "acquisition").Codes.ShouldBe(["purchased", "developed", "donated", "other"]);
        (list.Disciplines.Count, list.Countries.Count).ShouldBe((62, 240));
    }
}
