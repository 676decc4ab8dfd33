using Modular.Contracts.Vocabulary;

namespace Modular.PurchaseReview;

/// <summary>Makers that were bought or renamed sell one instrument under several names: FEI is Thermo, Varian is Agilent, GE's life sciences are Cytiva.</summary>
internal static class BrandHouses
{
    static readonly string[][] Houses =
    [
        ["赛默飞世尔科技", "FEI", "尼高力", "戴安", "应用生物系统", "飞纳"],
        ["安捷伦", "瓦里安", "惠普", "伯腾", "是德科技"],
        ["沃特世", "TA仪器", "怀雅特"],
        ["贝克曼库尔特", "爱博才思", "美谷分子", "徕卡", "思拓凡"],
        ["安东帕", "康塔"],
        ["耶拿", "利曼"],
        ["牛津仪器", "威泰克"],
    ];

    static readonly int[] HouseOf = Map();

    public static int Of(Brand brand) => HouseOf[brand.Id];

    static int[] Map()
    {
        var map = Enumerable.Range(0, Brands.All.Count).ToArray();
        foreach (var house in Houses)
        {
            var ids = house.Select(name => Brands.All.First(b => b.NameZh == name).Id).ToArray();
            foreach (var id in ids) map[id] = ids[0];
        }
        return map;
    }
}
