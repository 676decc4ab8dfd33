using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class SetNoticeChoicesTests(App app)
{
    const string Address = "/api/units/account/notice-choices";

    [Fact]
    public async Task What_I_choose_is_kept()
    {
        var liaison = await app.SignedIn("liaison");
        var version = (await liaison.Get<NoticeChoices>(Address)).Version;

        var saved = await liaison.Put<NoticeChoices>(Address, new SetNoticeChoices("zhao.qiang@university.example", true, ["unit.moved"], version));

        var choices = await liaison.Get<NoticeChoices>(Address);
        (choices.Email, choices.WantsMail, choices.Version).ShouldBe(("zhao.qiang@university.example", true, saved.Version));
        choices.Kinds.Where(kind => !kind.ByMail).Select(kind => kind.Kind).ShouldBe(["unit.moved"]);

        await liaison.Put(Address, new SetNoticeChoices("", false, [], saved.Version));
        (await liaison.Get<NoticeChoices>(Address)).ShouldSatisfyAllConditions(none => none.Email.ShouldBeNull(), none => none.WantsMail.ShouldBeFalse());
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("a@b")]
    [InlineData("a@b.example, c@d.example")]
    [InlineData("a@b.example\r\nBcc: c@d.example")]
    [InlineData("Name <a@b.example>")]
    [InlineData("张@b.example")]
    [InlineData("\"a\"@b.example")]
    public async Task What_is_no_plain_address_is_refused(string email)
    {
        var refusal = await (await app.SignedIn("liaison")).Put(Address, new SetNoticeChoices(email, true, [], 1)).ShouldBeRefused(400, "request.invalid");

        refusal.Errors["email"][0].Code.ShouldBe("email.malformed");
    }

    [Fact]
    public async Task Unknown_kinds_and_stale_versions_are_refused()
    {
        var liaison = await app.SignedIn("liaison");
        (await liaison.Put(Address, new SetNoticeChoices(null, true, ["gossip"], 1)).ShouldBeRefused(400, "request.invalid")).Errors["noMailOf"][0].Code.ShouldBe("notice.unknown-kind");
        await liaison.Put(Address, new SetNoticeChoices(null, true, [], 99)).ShouldBeRefused(409, "account.changed-meanwhile");
    }
}
