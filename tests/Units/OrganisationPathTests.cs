using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class OrganisationPathTests
{
    [Fact]
    public void Children_get_paths_that_begin_with_their_parents_and_sort_in_order()
    {
        var paths = Enumerable.Range(1, 5000).Select(number => Organisation.ChildPath("0001", number)).ToList();

        paths.ShouldAllBe(path => path.StartsWith("0001", StringComparison.Ordinal) && path.Length == 8);
        paths.Order(StringComparer.Ordinal).ShouldBe(paths);
        paths.Distinct().Count().ShouldBe(paths.Count);
    }

    [Fact]
    public void The_number_can_be_read_back() =>
        Enumerable.Range(1, 5000).ShouldAllBe(number => Organisation.NumberOf(Organisation.ChildPath("0001", number)) == number);
}
