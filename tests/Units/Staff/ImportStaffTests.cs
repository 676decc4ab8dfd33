using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public class ImportStaffTests(App app)
{
    [Fact]
    public async Task A_second_list_updates_and_the_same_list_again_changes_nothing()
    {
        var keeper = await app.SignedIn("liaison");
        var first = StaffLists.Of("1,王丽,女,1985-06,硕士,实验师,分析化学,测试中心,LC-MS,10,上岗证,", "2,李强,男,1990-03,博士,,,,,,,");

        (await keeper.Take(first)).ShouldBe(new ImportedStaff(2, 0, 0));
        (await keeper.Take(first)).ShouldBe(new ImportedStaff(0, 0, 2));
        // The number comes later; cells left empty erase nothing.
        (await keeper.Take(StaffLists.Of("1,王丽,女,1985-06,博士,高级实验师,,,,,,N1", "2,张敏,女,1992-01,本科,,,,,,,"))).ShouldBe(new ImportedStaff(1, 1, 0));

        var staff = await keeper.Staff("sort=name");
        staff.Count.ShouldBe(3);
        staff.Single(row => row.Name == "王丽").ShouldSatisfyAllConditions(
            row => row.Education.ShouldBe(Education.Doctor), row => row.Title.ShouldBe("高级实验师"), row => row.Department.ShouldBe("测试中心"), row => row.StaffNumber.ShouldBe("N1"), row => row.Years.ShouldBe(10));
    }

    [Fact]
    public async Task One_refused_row_keeps_all_of_them_out()
    {
        var keeper = await app.SignedIn("liaison");
        var file = StaffLists.Of("1,王丽,女,1985-06,硕士,,,,,,,", "2,李强,男,何时,博士,,,,,,,");

        await keeper.TakeOver(file, (await keeper.Preview(file)).Fingerprint).ShouldBeRefused(422, "staff-import.refused-rows");

        (await keeper.Staff()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_not_previewed_is_not_taken_over()
    {
        var keeper = await app.SignedIn("liaison");
        var file = StaffLists.Of("1,王丽,女,1985-06,硕士,,,,,,,");
        var seen = (await keeper.Preview(file)).Fingerprint;
        await keeper.Enter(Some.StaffFacts("王丽"));

        await keeper.TakeOver(file, seen).ShouldBeRefused(409, "staff-import.changed-meanwhile");
        await keeper.TakeOver(StaffLists.Of("1,李强,男,1985-06,硕士,,,,,,,"), seen).ShouldBeRefused(409, "staff-import.changed-meanwhile");
    }

    [Fact]
    public async Task Of_two_who_take_the_same_list_over_at_once_one_wins()
    {
        var unit = await app.Unit();
        var keepers = new[] { await app.SignedIn("liaison", unit), await app.SignedIn("unitAdministrator", unit) };
        var file = StaffLists.Of([.. Enumerable.Range(1, 50).Select(i => $"{i},人员{i},女,1985-06,硕士,,,,,,,")]);
        var seen = (await keepers[0].Preview(file)).Fingerprint;

        var taken = await Task.WhenAll(keepers.Select(async keeper =>
        {
            try
            {
                return (await keeper.TakeOver(file, seen)).Created;
            }
            catch (Refusal refusal) when (refusal.Status == 409)
            {
                return 0;
            }
        }));

        taken.Order().ShouldBe([0, 50]);
        (await keepers[0].Staff()).Count.ShouldBe(50);
    }

    [Fact]
    public async Task Two_thousand_people_come_in_by_one_list()
    {
        var keeper = await app.SignedIn("liaison");

        (await keeper.Take(StaffLists.Of([.. Enumerable.Range(1, 2000).Select(i => $"{i},人员{i},女,1985-06,硕士,实验师,,,,3,,{i}")]))).Created.ShouldBe(2000);
        (await keeper.Get<Page<StaffRow>>(StaffLists.Address)).Total.ShouldBe(2000);
    }
}
