using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Contracts.Instruments;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>The demo region's instruments, the same every time: most listed, some waiting for review, some returned, some drafts.</summary>
internal sealed class DemoInstruments(InstrumentsDb db, IUnitDirectory units, TimeProvider clock) : IDemoSeed
{
    const int Seed2026 = 2026;

    static readonly Guid Nobody = Guid.Empty;

    public int Order => 10;

    public async Task Seed(int instruments, CancellationToken ct)
    {
        if (await db.Instruments.AnyAsync(ct)) return;

        var owners = await units.Within("", ct);
        var random = new Random(Seed2026);
        var today = clock.Today();
        var steps = new List<InstrumentRevision>(instruments * 3);
        var usage = new List<(Guid Id, IEvent Event)>(instruments);
        var made = new List<Instrument>(instruments);
        var numbers = new Dictionary<Guid, int>();
        foreach (var specimen in InstrumentSpecimens.Make(Seed2026, instruments))
        {
            // The lower of two throws: the big units own most, as they do.
            var owner = owners[Math.Min(random.Next(owners.Count), random.Next(owners.Count))];
            numbers[owner.Id] = numbers.GetValueOrDefault(owner.Id) + 1;
            var instrument = Place(specimen, owner, numbers[owner.Id], random, today, steps);
            made.Add(instrument);
            if (instrument.DeclaredUsage() is { } declared) usage.Add((instrument.Id, declared));
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.BulkInsertAsync(made, ct);
        await db.BulkInsertAsync(steps, ct);
        // A demo needs the ledger's figures at once for what people look at; benchmarks at the nation's size do not wait for 180 000 of them.
        await db.BulkInsertAsync(usage.Take(2000).Select(news => OutboxMessage.For(news.Id, news.Event, clock.GetUtcNow())), ct);
        await db.BulkInsertAsync(News(made).Select(news => OutboxMessage.For(news.OrganisationId, news, clock.GetUtcNow())), ct);
        await transaction.CommitAsync(ct);
    }

    // What the people of the demo would have been told of: the newest, so that nobody begins with hundreds of notices.
    static IEnumerable<NoticeRaised> News(IReadOnlyList<Instrument> instruments) =>
    [
        .. instruments.Where(i => i.LifeCycle == LifeCycle.Submitted).GroupBy(i => i.UnitId).Take(200).Select(unit => InstrumentNotices.Submitted([.. unit.OrderByDescending(i => i.SubmittedAt).Take(12)])),
        .. instruments.Where(i => i.LifeCycle == LifeCycle.Returned).OrderByDescending(i => i.UpdatedAt).Take(60).Select(instrument => InstrumentNotices.Returned(instrument, "主管部门 审核员")),
    ];

    static Instrument Place(Specimen specimen, UnitSummary owner, int number, Random random, DateOnly today, List<InstrumentRevision> steps)
    {
        var entered = At(specimen.BookedOn.AddDays(random.Next(1, 40)), today);
        var record = RecordOf(specimen, owner, number, random);
        var fate = random.Next(100);
        // Half of what is not listed yet was accepted lately, so that some of it is due, some soon, some just overdue (I-5).
        if (fate >= 85 && number % 2 == 0)
        {
            var accepted = today.AddDays(-(number * 7 % 75));
            (record.AcceptedOn, record.BookedOn, record.InUseSince, entered) = (accepted, accepted, accepted, At(accepted, today));
        }

        // Drafts are what people have begun: something is still missing.
        if (fate >= 93) (record.Manufacturer, record.ClassCode) = (null, random.Next(2) == 0 ? null : record.ClassCode);
        var instrument = Instrument.Draft(owner, record, entered);
        Step(instrument, "registered", entered, "联络员", owner.Name, steps, FieldChange.Initial(instrument));
        if (fate >= 93) return instrument;

        var submitted = At(DateOnly.FromDateTime(entered.Date).AddDays(random.Next(1, 15)), today);
        instrument.Submit(instrument.Version, submitted);
        Step(instrument, "submitted", submitted, "联络员", owner.Name, steps);
        if (fate >= 88) return instrument;

        var reviewed = At(DateOnly.FromDateTime(submitted.Date).AddDays(random.Next(1, 20)), today);
        if (fate >= 85)
        {
            var remarks = new[] { new ReviewRemark("technicalSpecifications", "请补充主要技术指标的数值和单位。"), new ReviewRemark("feeStandard", "收费标准应与本单位公布的价格目录一致。") };
            instrument.Return(instrument.Version, "incomplete", "技术指标不完整，收费标准需核对。", remarks, reviewed);
            Step(instrument, "returned", reviewed, "审核员", "主管部门", steps, reason: "技术指标不完整，收费标准需核对。", remarks: remarks);
            return instrument;
        }

        instrument.Approve(instrument.Version, reviewed, DateOnly.FromDateTime(reviewed.Date));
        Step(instrument, "approved", reviewed, "审核员", "主管部门", steps);
        return instrument;
    }

    internal static InstrumentRecord RecordOf(Specimen s, UnitSummary owner, int number, Random random)
    {
        var counties = Regions.ChildrenOf(owner.LeagueCode).Where(r => !r.Zone).ToList();
        return RecordRules.Tidy(new InstrumentRecord
        {
            AssetNumber = $"{s.BookedOn.Year}{number:D5}",
            NameZh = s.NameZh,
            NameEn = s.NameEn,
            Model = s.Model,
            ClassCode = s.ClassCode,
            Generality = Enum.Parse<Generality>(s.Generality, ignoreCase: true),
            Department = "分析测试中心",
            Manufacturer = s.Manufacturer,
            OriginCountry = s.OriginCountry,
            Acquisition = Enum.Parse<Acquisition>(s.Acquisition, ignoreCase: true),
            OriginalValueFen = s.OriginalValueFen,
            FundingSources = [.. s.FundingSources.Select(source => Enum.Parse<FundingSource>(source, ignoreCase: true))],
            BookedOn = s.BookedOn,
            AcceptedOn = s.AcceptedOn,
            InUseSince = s.InUseSince,
            TechnicalSpecifications = s.TechnicalSpecifications,
            Functions = s.Functions,
            Disciplines = [.. s.Disciplines],
            OperatingStatus = Enum.TryParse<OperatingStatus>(s.OperatingStatus, ignoreCase: true, out var status) ? status : OperatingStatus.InService,
            SharingMode = Enum.Parse<SharingMode>(s.SharingMode, ignoreCase: true),
            ServicesOffered = s.ServicesOffered,
            Achievements = s.Achievements,
            UserNotes = s.UserNotes,
            FeeStandard = s.FeeStandard,
            HoursYear = 2025,
            AnnualHours = s.AnnualHours,
            ExternalHours = s.ExternalHours,
            RegionCode = counties.Count == 0 ? owner.LeagueCode : counties[random.Next(counties.Count)].Code,
            Street = $"科技路{random.Next(1, 200)}号",
            CarrierType = CarrierType.None,
            ContactName = "机组负责人",
            ContactPhone = $"0471-66{random.Next(100000):D5}",
            ContactEmail = "shiyanshi@example.org",
            ContactAddress = $"科技路{random.Next(1, 200)}号",
            Postcode = "010010",
            CustomsSupervised = IsDutyFree(s, number),
            CustomsDeclarationNumber = IsDutyFree(s, number) ? $"0701{s.BookedOn.Year}1{number:D9}" : null,
            CustomsItemNumber = IsDutyFree(s, number) ? "01" : null,
            CustomsReleasedOn = IsDutyFree(s, number) ? s.BookedOn.AddDays(-60) : null,
            CustomsName = IsDutyFree(s, number) ? s.NameZh[..Math.Min(s.NameZh.Length, 30)] : null,
        });
    }

    // Half of the foreign makes of the last years came in free of duty.
    static bool IsDutyFree(Specimen s, int number) => number % 2 == 0 && s.OriginCountry != "中国" && s.BookedOn >= new DateOnly(2022, 10, 1);

    static void Step(
        Instrument instrument, string action, DateTimeOffset at, string by, string organisation, List<InstrumentRevision> steps,
        IReadOnlyList<FieldChange>? changes = null, string? reason = null, IReadOnlyList<ReviewRemark>? remarks = null) => steps.Add(new InstrumentRevision
        {
            InstrumentId = instrument.Id,
            Version = instrument.Version,
            At = at,
            AccountId = Nobody,
            AccountName = by,
            OrganisationName = organisation,
            Action = action,
            Reason = reason,
            Changes = changes ?? [],
            Remarks = remarks ?? [],
        });

    static DateTimeOffset At(DateOnly day, DateOnly today) =>
        new DateTimeOffset((day > today ? today : day).ToDateTime(new TimeOnly(1, 30)), TimeSpan.Zero);
}
