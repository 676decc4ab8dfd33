using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class EnterStaffMemberTests(App app)
{
    [Fact]
    public async Task Nobody_stands_in_the_register_twice()
    {
        var keeper = await app.SignedIn("liaison");
        await keeper.Enter(Some.StaffFacts("王丽") with { StaffNumber = "1" });

        (await keeper.Enter(Some.StaffFacts(" 王丽 ")).ShouldBeRefused(409, "staff.exists")).Errors.Keys.ShouldBe(["facts.name"]);
        (await keeper.Enter(Some.StaffFacts("李敏") with { StaffNumber = "1" }).ShouldBeRefused(409, "staff.exists")).Errors.Keys.ShouldBe(["facts.staffNumber"]);
        // Namesakes are told apart by their numbers.
        await keeper.Enter(Some.StaffFacts("王丽") with { StaffNumber = "2" });
        await keeper.Enter(Some.StaffFacts("王丽") with { BornIn = "1990-01" });
        (await (await app.SignedIn("liaison")).Enter(Some.StaffFacts("王丽"))).Version.ShouldBe(1);
    }

    [Fact]
    public async Task What_cannot_be_is_told_by_field()
    {
        var keeper = await app.SignedIn("unitAdministrator");

        var refusal = await keeper.Enter(Some.StaffFacts() with { Name = "", BornIn = "1985-13", AnalystSince = 2090, Phone = "=cmd()", LeftOn = new DateOnly(2000, 1, 1) }).ShouldBeRefused(400, "request.invalid");
        refusal.Errors.Keys.ShouldBe(["facts.name", "facts.bornIn", "facts.analystSince", "facts.phone", "facts.leftOn"], ignoreOrder: true);
        await (await app.SignedIn("reviewer")).Enter(Some.StaffFacts()).ShouldBeRefused(403, "permission.missing");
    }

    [Theory]
    [InlineData("正高级实验师", TitleLevel.Full)]
    [InlineData("研究员", TitleLevel.Full)]
    [InlineData("副教授", TitleLevel.Associate)]
    [InlineData("高级工程师", TitleLevel.Associate)]
    [InlineData("助理研究员", TitleLevel.Intermediate)]
    [InlineData("实验师", TitleLevel.Intermediate)]
    [InlineData("主管技师", TitleLevel.Intermediate)]
    [InlineData("助理实验师", TitleLevel.Junior)]
    [InlineData("实验员", TitleLevel.Junior)]
    [InlineData(null, TitleLevel.None)]
    internal void A_title_tells_its_level(string? title, TitleLevel level) => TitleLevels.Of(title).ShouldBe(level);

    // more people read the trail than the register.
    [Fact]
    public async Task The_audit_trail_names_nobody()
    {
        var bureau = await app.Supervisor();
        var keeper = await app.SignedIn("liaison", await app.Unit(bureau));
        await keeper.Enter(Some.StaffFacts("其其格") with { StaffNumber = "N99" });
        using var answer = await (await app.SignedIn("reviewer", bureau)).Send(HttpMethod.Get, "/api/units/audit?action=staff.entered");
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        text.ShouldContain("staff.entered");
        text.ShouldSatisfyAllConditions(() => text.ShouldNotContain("其其格"), () => text.ShouldNotContain("N99"), () => text.ShouldNotContain("1985-06"), () => text.ShouldNotContain("13800001234"));
    }
}
