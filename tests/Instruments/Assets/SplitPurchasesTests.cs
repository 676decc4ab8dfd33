using Modular.Instruments;
using Shouldly;
using Xunit;

namespace Modular.Tests.Instruments;

// P-10: no splitting around a threshold. A hint needs one day, one seller and one thing.
public class SplitPurchasesTests
{
    const long Line = 30_000_000;

    static ReadCard Part(string number, string name, long yuan, string? model = "AC3", string date = "2025-04-08", string? seller = "科仪公司", string? voucher = null) => new(
        number, new InstrumentRecord { NameZh = name, Model = model, OriginalValueFen = yuan * 100, BookedOn = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture) }, seller, voucher, null, null, null, "", "", 0);

    static IEnumerable<string> Found(params ReadCard[] cards) => SplitPurchases.Among(cards, Line).Select(group => string.Join('+', group.Select(card => card.CardNumber)));

    [Fact]
    public void The_same_thing_twice_on_a_day_from_one_seller_above_the_line_together() =>
        Found(Part("1", "化学吸附仪", 180_000), Part("2", "化学吸附仪（二）", 190_000)).ShouldBe(["2+1"]);

    [Fact]
    public void Parts_of_one_thing_under_one_voucher() =>
        Found(Part("1", "吸附仪主机", 200_000, "A", voucher: "0412"), Part("2", "气体检测器", 150_000, "B", voucher: "0412")).ShouldBe(["1+2"]);

    [Fact]
    public void Different_things_under_one_voucher_are_one_order_not_one_thing() =>
        Found(Part("1", "离心机", 200_000, "A", voucher: "0412"), Part("2", "冰箱", 150_000, "B", voucher: "0412")).ShouldBeEmpty();

    [Fact]
    public void Another_day_another_seller_too_little_together_or_too_small_each_is_no_hint()
    {
        Found(Part("1", "吸附仪", 180_000), Part("2", "吸附仪", 190_000, date: "2025-04-09")).ShouldBeEmpty();
        Found(Part("1", "吸附仪", 180_000), Part("2", "吸附仪", 190_000, seller: "别家")).ShouldBeEmpty();
        Found(Part("1", "吸附仪", 140_000), Part("2", "吸附仪", 159_999)).ShouldBeEmpty();
        Found([.. Enumerable.Range(0, 19).Select(i => Part($"{i}", "计算机", 29_000))]).ShouldBeEmpty();
        Found(Part("1", "吸附仪", 180_000, seller: null), Part("2", "吸附仪", 190_000, seller: null)).ShouldBeEmpty();
    }
}
