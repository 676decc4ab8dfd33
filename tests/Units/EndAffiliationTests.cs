using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class EndAffiliationTests(App app)
{
    const string Address = "/api/units/affiliations";

    [Fact]
    public async Task Who_declared_it_ends_it_the_other_side_sees_it()
    {
        var (unit, other) = (await app.Unit(), await app.Unit());
        var (liaison, otherLiaison) = (await app.SignedIn("liaison", unit), await app.SignedIn("liaison", other));
        var from = new DateOnly(2025, 6, 1);
        var declared = await liaison.Post<OpenedRecord>(Address, Some.Affiliation(null, (await app.Stored<ManagingUnit>(other.Id))!.CreditCode) with { From = from, Until = null });

        (await otherLiaison.Get<Page<AffiliationRow>>(Address)).Items.Single().Mine.ShouldBeFalse();
        await otherLiaison.Post($"{Address}/{declared.Id}/end", new EndAffiliation(from.AddDays(9), declared.Version)).ShouldBeRefused(404, "affiliation.not-found");
        await liaison.Post($"{Address}/{declared.Id}/end", new EndAffiliation(from.AddDays(-1), declared.Version)).ShouldBeRefused(422, "date.end-before-beginning");
        await liaison.Post($"{Address}/{declared.Id}/end", new EndAffiliation(from.AddDays(9), declared.Version));
        await liaison.Post($"{Address}/{declared.Id}/end", new EndAffiliation(from.AddDays(9), declared.Version)).ShouldBeRefused(409, "affiliation.changed-meanwhile");

        (await otherLiaison.Get<Page<AffiliationRow>>(Address)).Items.Single().Until.ShouldBe(from.AddDays(9));
    }
}
