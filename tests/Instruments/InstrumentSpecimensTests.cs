using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

// The generated instruments stand under the demo region, the tests and the benchmarks: they must fit the national standard's fields (I-2).
public class InstrumentSpecimensTests
{
    private static readonly IReadOnlyList<Specimen> Specimens = [.. InstrumentSpecimens.Make(7, 5_000)];

    [Fact]
    public void The_same_seed_makes_the_same_instruments()
    {
        static IEnumerable<string> Written(int seed) => InstrumentSpecimens.Make(seed, 300)
            .Select(s => $"{s.NameZh}|{s.Model}|{s.Manufacturer}|{s.OriginalValueFen}|{s.BookedOn}|{s.Functions}|{s.TechnicalSpecifications}");

        Written(11).ShouldBe(Written(11));
        Written(11).ShouldNotBe(Written(12));
    }

    [Fact]
    public void Many_kinds_makers_and_models_occur()
    {
        Specimens.Select(s => s.Kind).Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThan(100);
        Specimens.Select(s => s.OriginCountry).Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThan(10);
        Specimens.Select(s => s.Model).Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThan(900);
    }

    [Fact]
    public void Every_specimen_fits_the_fields_of_the_record()
    {
        Specimens.ShouldAllBe(s => s.NameZh.Length > 0 && s.NameZh.Length <= 100 && s.NameEn.Length <= 100 && s.Model.Length <= 100
            && s.Manufacturer.Length <= 100 && s.TechnicalSpecifications.Length <= 500 && s.Functions.Length <= 300
            && s.ServicesOffered.Length <= 200 && s.Achievements.Length <= 500 && s.UserNotes.Length <= 500 && s.FeeStandard.Length <= 500);
        Specimens.ShouldAllBe(s => Classification.Find(s.ClassCode)!.IsLeaf);
        Specimens.ShouldAllBe(s => Countries.Find(s.OriginCountry) != null);
        Specimens.ShouldAllBe(s => s.Disciplines.Count >= 1 && s.Disciplines.Count <= 4 && s.Disciplines.All(code => Disciplines.Find(code) != null));
        Specimens.ShouldAllBe(s => s.FundingSources.Count >= 1 && s.FundingSources.Count <= 4);
    }

    [Fact]
    public void Dates_hours_and_values_are_believable()
    {
        Specimens.ShouldAllBe(s => s.AcceptedOn <= s.BookedOn && s.BookedOn <= s.InUseSince);
        Specimens.ShouldAllBe(s => s.OriginalValueFen > 1_000_000 && s.OriginalValueFen <= 4_800_000_000);
        Specimens.ShouldAllBe(s => s.ExternalHours <= s.AnnualHours && s.AnnualHours <= 8_760);
        Specimens.ShouldAllBe(s => s.SharingMode == "external" || s.ExternalHours == 0);
        Specimens.Average(s => s.AnnualHours).ShouldBeInRange(500, 1_000);
    }

    [Fact]
    public void No_slot_of_a_template_is_left_open() =>
        Specimens.ShouldAllBe(s => !s.TechnicalSpecifications.Contains('{') && !s.TechnicalSpecifications.Contains('}'));
}
