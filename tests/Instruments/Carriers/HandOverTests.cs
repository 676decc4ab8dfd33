using Microsoft.Extensions.DependencyInjection;
using Modular.Contracts.Units;
using Modular.Instruments;
using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

public class HandOverTests(App app)
{
    // Both units counted from one: the number gets a sign of its own, and the instruments still belong to it (I-1).
    [Fact]
    public async Task A_merger_takes_centres_along_and_their_instruments_still_belong_to_them()
    {
        var (unit, into) = (await app.Unit(), await app.Unit());
        var (mine, theirs) = (await app.SignedIn("liaison", unit), await app.SignedIn("liaison", into));
        var number = $"H{Some.Number()}";
        var moving = await mine.Centre("来的中心", record => record.Number = number);
        var instrument = await mine.Belonging(number);
        await theirs.Centre("原有中心", record => record.Number = number);

        await (await app.SignedIn("policyOfficer")).Post($"/api/units/managing-units/{unit.Id}/merge", new MergeUnit(into.Id, PeopleAfterMerger.Close, Some.Decision, 1));
        await app.DeliverEvents();

        var carrier = await theirs.Carrier(moving);
        (carrier.UnitName, carrier.Record.Number, carrier.Totals.Instruments).ShouldBe((into.Name, $"{number}#2", 1));
        (await theirs.Get<InstrumentDetails>($"/api/instruments/{instrument.Id}")).Carrier!.Id.ShouldBe(moving.Id);
        (await theirs.Get<Page<RevisionRow>>($"{Carriers.Address}/{moving.Id}/history")).Items[0].Action.ShouldBe("handedOver");
    }

    [Fact]
    public async Task A_split_takes_what_goes_whole_and_lets_go_of_what_stays()
    {
        var unit = await app.Unit();
        var mine = await app.SignedIn("liaison", unit);
        var (whole, parted) = ($"W{Some.Number()}", $"P{Some.Number()}");
        var (goes, stays) = (await mine.Centre("全走", record => record.Number = whole), await mine.Centre("留下", record => record.Number = parted));
        var (first, second) = (await mine.Belonging(whole), await mine.Belonging(parted));
        await mine.Belonging(parted);
        var into = await app.Unit();

        var news = new UnitSplit(unit.Id, unit.Name, into.Id, into.Name, app.Clock.Today(), [], [first.Id, second.Id], app.Clock.GetUtcNow(), default, "Somebody", "reform");
        await using (var scope = app.Services.CreateAsyncScope())
            foreach (var reaction in scope.ServiceProvider.GetServices<MediatR.INotificationHandler<UnitSplit>>()) await reaction.Handle(news, CancellationToken.None);

        var theirs = await app.SignedIn("liaison", into);
        (await theirs.Carrier(goes)).Totals.Instruments.ShouldBe(1);
        (await mine.Carrier(stays)).Totals.Instruments.ShouldBe(1);
        var left = await theirs.Get<InstrumentDetails>($"/api/instruments/{second.Id}");
        (left.Record.CarrierType, left.Record.CarrierNumber).ShouldBe((CarrierType.None, (string?)null));
        (await theirs.Get<Page<RevisionRow>>($"/api/instruments/{second.Id}/history")).Items[0].Changes.Select(change => change.Field).ShouldBe(["carrierType", "carrierNumber"]);
    }

    [Fact]
    public async Task Another_department_takes_centres_along_with_the_unit()
    {
        var (unit, bureau) = (await app.Unit(), await app.Supervisor());
        var saved = await (await app.SignedIn("liaison", unit)).Centre();

        await (await app.SignedIn("policyOfficer")).Post($"/api/units/managing-units/{unit.Id}/move", new MoveUnit(bureau.Id, Some.Decision, 1));
        await app.DeliverEvents();

        (await (await app.SignedIn("reviewer", bureau)).Carrier(saved)).UnitName.ShouldBe(unit.Name);
    }
}
