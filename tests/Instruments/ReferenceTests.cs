using Modular.Contracts;
using Modular.Contracts.Vocabulary;
using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class ReferenceTests
{
    [Fact]
    public void The_classification_is_complete_and_every_parent_exists()
    {
        Classification.All.Count.ShouldBe(739);
        Classification.All.Count(c => c.Level == 1).ShouldBe(15);
        Classification.All.Count(c => c.Level == 2).ShouldBe(93);
        Classification.All.ShouldAllBe(c => c.ParentCode == null || Classification.Find(c.ParentCode) != null);
        Classification.PathOf("010409").Select(c => c.NameZh).ShouldBe(["分析仪器", "光谱仪器", "红外光谱仪"]);
    }

    [Theory]
    [InlineData("010101", true)]
    [InlineData("010100", false)]
    [InlineData("010000", false)]
    [InlineData("019900", true)]
    [InlineData("059900", true)]
    [InlineData("990000", true)]
    public void Minor_classes_and_the_others_are_leaves(string code, bool leaf) =>
        Classification.Find(code)!.IsLeaf.ShouldBe(leaf);

    [Fact]
    public void Regions_know_their_leagues_and_what_is_no_legal_division()
    {
        Regions.All.Count.ShouldBe(121);
        Regions.ChildrenOf("150000").Count().ShouldBe(12);
        Regions.Find("152921")!.ParentCode.ShouldBe("152900");
        Regions.Find("150172")!.Zone.ShouldBeTrue();
        Regions.Find("150781")!.ReportsApart.ShouldBeTrue();
    }

    [Theory]
    [InlineData("USA", "美国")]
    [InlineData("germany", "德国")]
    [InlineData("国产", "中国")]
    [InlineData("俄罗斯", "俄罗斯联邦")]
    public void Countries_are_found_by_their_usual_names(string written, string nameZh) =>
        Countries.Find(written)!.NameZh.ShouldBe(nameZh);

    [Fact]
    public void Disciplines_and_brands_are_there()
    {
        Disciplines.All.Count.ShouldBe(62);
        Disciplines.FindByName("化学")!.Code.ShouldBe("150");
        Brands.All.Single(b => b.NameZh == "安捷伦").Spellings.ShouldContain(s => s.Text == "Aglient" && s.Misspelt);
    }
}
