using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class GetNoticeChoicesTests(App app)
{
    [Fact]
    public async Task I_choose_among_the_kinds_that_my_roles_can_bring_me()
    {
        var reviewer = await (await app.SignedIn("reviewer")).Get<NoticeChoices>("/api/units/account/notice-choices");
        reviewer.Kinds.Select(kind => kind.Kind).ShouldContain("instruments.submitted");
        reviewer.Kinds.Select(kind => kind.Kind).ShouldNotContain("instruments.returned");
        reviewer.Kinds.ShouldAllBe(kind => kind.ByMail);
        (reviewer.Email, reviewer.WantsMail).ShouldBe((null, true));

        var expert = await (await app.SignedIn("expert")).Get<NoticeChoices>("/api/units/account/notice-choices");
        expert.Kinds.Select(kind => kind.Kind).ShouldBe(["password.reset", "panel.convened", "panel.discussion"]);
    }
}
