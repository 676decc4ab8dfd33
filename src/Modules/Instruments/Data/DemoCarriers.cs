using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>The demo region's facilities, centres and service units (I-1), one or more in every state, with instruments that belong to them.</summary>
internal sealed class DemoCarriers(InstrumentsDb db, IUnitDirectory units, TimeProvider clock) : IDemoSeed
{
    const int Owners = 7;
    const int MostInstruments = 12;

    static readonly (string Name, string English, string Short, string Functions)[] Facilities =
    [
        ("北方草地生态系统长期观测实验装置", "Northern Grassland Ecosystem Observatory", "NGEO", "草地碳水通量连续观测、控制降水与增温实验，涡度相关系统 6 套，观测塔 40 m。"),
        ("稀土新材料中试与表征装置", "Rare Earth Materials Pilot and Characterisation Facility", "REMPC", "稀土分离、冶金、功能材料中试线 3 条，年试验能力 200 批次，配套在线成分分析。"),
        ("高寒环境风电叶片全尺寸试验装置", "Cold-Climate Full-Scale Blade Test Facility", "CBTF", "80 m 级叶片静力与疲劳试验，环境温度 -40 ℃ 至 60 ℃，加载点 12 个。"),
    ];

    // 地球科学 and 生物学, 化学 and 材料科学, 机械工程 and 能源科学技术.
    static readonly string[][] Fields = [["170", "180"], ["150", "430"], ["460", "480"]];

    static readonly string[] Centres = ["分析测试中心", "大型仪器共享中心", "生命科学仪器中心", "材料表征中心"];

    static readonly string[] ServiceUnits = ["电子显微镜服务单元", "质谱与色谱服务单元", "核磁共振服务单元"];

    // How far each goes.
    static readonly LifeCycle[] Fates =
        [LifeCycle.Listed, LifeCycle.Listed, LifeCycle.Returned, LifeCycle.Submitted, LifeCycle.Listed, LifeCycle.Submitted, LifeCycle.Listed, LifeCycle.Draft, LifeCycle.Listed, LifeCycle.Listed];

    public int Order => 11;

    public async Task Seed(int instruments, CancellationToken ct)
    {
        if (await db.Carriers.AnyAsync(ct)) return;
        var now = clock.GetUtcNow().AddDays(-60);
        var owning = await db.Instruments.GroupBy(i => i.UnitId).Select(unit => new { unit.Key, Count = unit.Count() }).ToDictionaryAsync(unit => unit.Key, unit => unit.Count, ct);
        // The universities first, as it is; then whoever has most.
        var owners = (await units.Within("", ct)).Where(unit => owning.ContainsKey(unit.Id))
            .OrderByDescending(unit => unit.Name.EndsWith("大学", StringComparison.Ordinal)).ThenBy(unit => unit.Name.EndsWith("大学", StringComparison.Ordinal) ? unit.Path : "", StringComparer.Ordinal)
            .ThenByDescending(unit => owning[unit.Id]).Take(Owners);
        var made = 0;
        foreach (var (at, owner) in owners.Index())
        {
            var taken = 0;
            foreach (var (kind, record) in RecordsOf(owner, at))
            {
                var carrier = Grow(Carrier.Draft(owner, kind, record, now), Fates[made % Fates.Length], now);
                db.Carriers.Add(carrier);
                made++;
                taken += await Tie(carrier, taken, now, ct);
            }
        }

        await db.SaveChangesAsync(ct);
    }

    static IEnumerable<(CarrierType, CarrierRecord)> RecordsOf(UnitSummary owner, int at)
    {
        yield return (CarrierType.InstrumentCentre, Centre(owner, at));
        if (at < Facilities.Length) yield return (CarrierType.Facility, Facility(owner, at));
        if (at < ServiceUnits.Length) yield return (CarrierType.ServiceUnit, ServiceUnit(owner, at));
    }

    async Task<int> Tie(Carrier carrier, int skip, DateTimeOffset at, CancellationToken ct)
    {
        var theirs = await db.Instruments.Where(i => i.UnitId == carrier.UnitId && i.LifeCycle == LifeCycle.Listed).OrderBy(i => i.AssetNumber)
            .Skip(skip).Take(carrier.Kind == CarrierType.InstrumentCentre ? MostInstruments : MostInstruments / 2).ToListAsync(ct);
        foreach (var instrument in theirs)
        {
            var record = instrument.Copy();
            (record.CarrierType, record.CarrierNumber) = (carrier.Kind, carrier.Number);
            var changes = instrument.Edit(record, instrument.Version, at);
            db.Revisions.Add(new InstrumentRevision
            {
                InstrumentId = instrument.Id, Version = instrument.Version, At = at, AccountId = Guid.Empty, AccountName = "联络员", OrganisationName = carrier.UnitName, Action = "edited", Changes = changes,
            });
        }

        return theirs.Count;
    }

    Carrier Grow(Carrier carrier, LifeCycle fate, DateTimeOffset at)
    {
        Keep(carrier, "registered", "联络员", carrier.UnitName, at, FieldChange.Initial(carrier.Fields, carrier));
        if (fate == LifeCycle.Draft) return carrier;
        carrier.Submit(carrier.Version, at = at.AddDays(5));
        Keep(carrier, "submitted", "联络员", carrier.UnitName, at);
        if (fate == LifeCycle.Submitted) db.Announce(carrier.Id, CarrierNotices.Of(carrier, "submitted", ""), at);
        at = at.AddDays(6);
        if (fate == LifeCycle.Returned)
        {
            const string Reason = "简介过于笼统，请写明服务对象和主要检测项目。";
            var remarks = new[] { new ReviewRemark("introduction", "请补充主要检测项目和年服务量。") };
            carrier.Return(carrier.Version, "incomplete", Reason, remarks, at);
            Keep(carrier, "returned", "审核员", "主管部门", at, reason: Reason, remarks: remarks);
            db.Announce(carrier.Id, CarrierNotices.Of(carrier, "returned", "主管部门 审核员"), at);
        }

        if (fate == LifeCycle.Listed)
        {
            carrier.Approve(carrier.Version, at, DateOnly.FromDateTime(at.InRegion().Date));
            Keep(carrier, "approved", "审核员", "主管部门", at);
        }

        return carrier;
    }

    void Keep(Carrier carrier, string action, string by, string organisation, DateTimeOffset at, IReadOnlyList<FieldChange>? changes = null, string? reason = null, IReadOnlyList<ReviewRemark>? remarks = null) =>
        db.CarrierRevisions.Add(new CarrierRevision
        {
            CarrierId = carrier.Id, Version = carrier.Version, At = at, AccountId = Guid.Empty, AccountName = by, OrganisationName = organisation, Action = action,
            Reason = reason, Changes = changes ?? [], Remarks = remarks ?? [],
        });

    static CarrierRecord Centre(UnitSummary owner, int at) => new()
    {
        Number = $"ZX-{at + 1:D2}",
        NameZh = Named(owner, Centres[at % Centres.Length]),
        Level = at % 2 == 0 ? CentreLevel.Provincial : CentreLevel.Unit,
        EstablishedOn = new DateOnly(2009 + at, 6, 1),
        Disciplines = ["150", "430"],
        Accredited = at % 3 != 2,
        RoomArea = 1200 + (at * 260),
        Introduction = "面向校内外和企业开放的公共分析测试平台，提供样品检测、方法开发、联合实验和人员培训服务。",
        Website = "https://centre.example.org",
        RegionCode = County(owner),
        Street = $"科技路{20 + at}号",
        ContactName = "中心联系人",
        ContactPhone = $"0471-6612{at:D3}",
        ContactEmail = "zhongxin@example.org",
        ContactAddress = $"科技路{20 + at}号",
        Postcode = "010010",
    };

    static CarrierRecord Facility(UnitSummary owner, int at) => new()
    {
        Number = $"ZZ-{at + 1:D2}",
        NameZh = Facilities[at].Name,
        NameEn = Facilities[at].English,
        ShortName = Facilities[at].Short,
        Category = (FacilityCategory)at,
        Disciplines = [.. Fields[at]],
        Construction = at == 2 ? ConstructionState.UnderConstruction : ConstructionState.Built,
        ConstructionCostFen = (8_600L + (at * 3_150)) * 1_000_000,
        AcceptedOn = at == 2 ? null : new DateOnly(2016 + (at * 3), 9, 20),
        CompetentDepartment = "内蒙古自治区科学技术厅",
        SupportingUnit = owner.Name,
        ApprovingDepartment = "内蒙古自治区发展和改革委员会",
        ScientificFocus = "围绕自治区重大需求，面向国内外开放的大型综合实验研究平台。",
        Functions = Facilities[at].Functions,
        DomesticUsers = "区内外高校、科研院所和骨干企业二十余家。",
        ForeignUsers = "蒙古国科学院等。",
        Achievements = "支撑国家和自治区重点研发项目 12 项，形成行业标准 3 项。",
        Website = "https://facility.example.org",
        RegionCode = County(owner),
        Street = "科学城一路8号",
        ContactName = "装置办公室",
        ContactPhone = $"0471-6680{at:D3}",
        ContactEmail = "zhuangzhi@example.org",
        ContactPosition = "主任",
        ContactOrganisation = owner.Name,
        ScientistName = "首席科学家",
        ScientistOrganisation = owner.Name,
        OperatorName = "运行负责人",
        OperatorOrganisation = owner.Name,
        OpeningRules = "https://facility.example.org/rules",
    };

    static CarrierRecord ServiceUnit(UnitSummary owner, int at) => new()
    {
        Number = $"FW-{at + 1:D2}",
        NameZh = Named(owner, ServiceUnits[at]),
        EstablishedOn = new DateOnly(2015 + at, 3, 10),
        Disciplines = ["150"],
        RoomArea = 180 + (at * 40),
        Introduction = "以同类仪器为单元，统一预约、统一收费、统一质量控制，对外提供委托检测服务。",
        ServicesOffered = "样品制备；委托检测；方法开发；数据分析；上机培训。",
        UserNotes = "须提前三个工作日预约；首次自主上机须通过培训。",
        FeeStandard = "按本单位公布的价格目录执行，长期合作另议。",
        RegionCode = County(owner),
        Street = $"科技路{60 + at}号",
        ContactName = "单元联系人",
        ContactPhone = $"0471-6615{at:D3}",
        Postcode = "010010",
    };

    static string Named(UnitSummary owner, string name)
    {
        var whole = owner.Name + name;
        return whole.Length <= 50 ? whole : name;
    }

    static string County(UnitSummary owner) => Regions.ChildrenOf(owner.LeagueCode).FirstOrDefault(r => !r.Zone)?.Code ?? owner.LeagueCode;
}
