using Modular.PurchaseReview;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class EnterExpertTests(App app)
{
    [Fact]
    public async Task What_is_known_of_somebody_is_entered_and_kept_apart_from_an_older_reading()
    {
        var centre = await app.SignedIn("centreOfficer");
        var expert = (await app.Account(app.ExpertPool, ["expert"])).Id;
        Task<SavedExpert> Enter(Guid account, int version, params string[] fields) => centre.Put<SavedExpert>($"/api/purchase-review/experts/{account}", new EnterExpert(Seat.Field, fields, null, ["P-1", "p-1"], version));

        (await Enter(expert, 0, "0102", "0102")).Version.ShouldBe(1);
        await Enter(expert, 0).ShouldBeRefused(409, "expert.changed-meanwhile");
        await Enter(expert, 1, "1").ShouldBeRefused(400, "request.invalid");
        await Enter(Guid.CreateVersion7(), 0).ShouldBeRefused(404, "expert.not-found");
        var row = (await centre.Get<IReadOnlyList<ExpertRow>>("/api/purchase-review/experts")).Single(row => row.AccountId == expert);
        (row.Fields.Single(), row.Projects.Single()).ShouldBe(("0102", "P-1"));
    }
}
