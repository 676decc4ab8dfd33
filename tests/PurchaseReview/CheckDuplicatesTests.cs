using Microsoft.Extensions.DependencyInjection;
using Modular.Contracts.Evaluation;
using Modular.PurchaseReview;
using Shouldly;
using Xunit;

namespace Modular.Tests.PurchaseReview;

public class CheckDuplicatesTests(App app)
{
    const string Address = "/api/purchase-review/duplicate-check";

    // whoever owns it, and in whatever state: a draft of another unit is stock too, and says that it is a draft.
    [Fact]
    public async Task An_instrument_of_another_unit_is_found_with_its_reasons()
    {
        var unit = await app.Unit();
        var model = $"QX{Random.Shared.Next(100_000, 999_999)}";
        var saved = await (await app.SignedIn("liaison", unit)).Registered("场发射扫描电镜", record => record.Model = model);
        var answer = await Check(new CheckDuplicates("SEM", null, model, null, null, null, null, null, null));

        answer.State.ShouldBe("found");
        var hit = answer.Hits[0];
        hit.InstrumentId.ShouldBe(saved.Id);
        hit.Band.ShouldBe("sameModel");
        hit.Standing.ShouldBe("draft");
        hit.ContactName.ShouldBeNull();
        hit.Contributions.ShouldContain(c => c.Feature == "model" && c.Agreement == "same");
        hit.Contributions.ShouldContain(c => c.Feature == "name" && c.Reason == "name.variant");
        answer.Hits.ShouldAllBe(each => each.Contributions.Sum(c => c.Points) == each.Score, "who adds up the reasons gets the score");
        answer.Understood.KindZh.ShouldBe("扫描电子显微镜");
        answer.Opinion.ShouldContain("同型号");
    }

    // E-10: how the unit that owns it was graded last stands beside the hit, with the year and the document.
    [Fact]
    public async Task A_hit_tells_how_its_unit_was_graded_last()
    {
        var graded = await Grading.In(app);
        await graded.Enter(Grade.Qualified, graded.LastYear - 1);
        await graded.Enter(Grade.Good, document: "Doc 9");
        var model = $"QG{Random.Shared.Next(100_000, 999_999)}";
        await graded.Liaison.Registered("场发射扫描电镜", record => record.Model = model);

        (await Check(new CheckDuplicates("SEM", null, model, null, null, null, null, null, null))).Hits[0].UnitGrade
            .ShouldBe(new UnitGradeNote(graded.LastYear, Grade.Good, "Science department", "Doc 9"));
    }

    [Fact]
    public async Task A_changed_model_is_found_under_its_new_one_and_a_deleted_draft_no_more()
    {
        var unit = await app.Unit();
        var liaison = await app.SignedIn("liaison", unit);
        var model = $"QZ{Random.Shared.Next(100_000, 999_999)}";
        var saved = await liaison.Registered("气相色谱仪", record => record.Model = model);
        (await Check(new CheckDuplicates(null, null, model, null, null, null, null, null, null))).Hits.ShouldContain(hit => hit.InstrumentId == saved.Id);

        await liaison.Delete($"/api/instruments/{saved.Id}?version={saved.Version}");

        (await Check(new CheckDuplicates(null, null, model, null, null, null, null, null, null))).Hits.ShouldNotContain(hit => hit.InstrumentId == saved.Id);
    }

    [Fact]
    public async Task Nothing_found_is_its_own_answer()
    {
        var answer = await Check(new CheckDuplicates("量子引力波共振占卜机", null, null, null, null, null, null, null, null));
        answer.State.ShouldBe("nothingFound");
        answer.Hits.ShouldBeEmpty();
        answer.Opinion.ShouldContain("未发现");
    }

    [Fact]
    public async Task A_wish_that_says_nothing_is_refused()
    {
        var officer = await app.SignedIn("centreOfficer", app.RegionOffice);
        await officer.Post(Address, new CheckDuplicates(null, null, null, null, null, null, null, 100, null)).ShouldBeRefused(400, "request.invalid");
    }

    async Task<DuplicateCheckAnswer> Check(CheckDuplicates wish)
    {
        await app.Services.GetRequiredService<StockFollower>().Follow(CancellationToken.None);
        return await (await app.SignedIn("centreOfficer", app.RegionOffice)).Post<DuplicateCheckAnswer>(Address, wish);
    }
}
