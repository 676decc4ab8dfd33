using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class GetStaffMemberTests(App app)
{
    [Fact]
    public async Task The_unit_reads_all_the_region_neither_name_nor_certificates()
    {
        var region = await app.NewRegion();
        var keeper = await app.SignedIn("unitAdministrator", await app.Unit(await app.Supervisor(region)));
        var facts = Some.StaffFacts("王丽");
        var entered = await keeper.Enter(facts);
        await keeper.Post($"/api/units/staff/{entered.Id}/trainings", Some.Training with { Certificate = "No 17" });

        var own = await keeper.Get<StaffDetails>($"/api/units/staff/{entered.Id}");
        own.Facts.ShouldBe(facts);
        own.Trainings.Single().Certificate.ShouldBe("No 17");
        var masked = await (await app.SignedIn("policyOfficer", await app.NewOffice(region))).Get<StaffDetails>($"/api/units/staff/{entered.Id}");
        masked.Facts.ShouldBe(facts with { Name = "王**", BornIn = "1985", Certificates = null, Phone = null });
        masked.Trainings.Single().ShouldSatisfyAllConditions(t => t.Certificate.ShouldBeNull(), t => t.EnteredBy.ShouldBeEmpty(), t => t.Topic.ShouldBe("Mass spectrometry"));
    }

    [Fact]
    public async Task Somebody_of_another_unit_is_as_good_as_missing()
    {
        var entered = await (await app.SignedIn("liaison")).Enter(Some.StaffFacts());

        await (await app.SignedIn("liaison")).Get<StaffDetails>($"/api/units/staff/{entered.Id}").ShouldBeRefused(404, "staff.not-found");
    }
}
