namespace Modular.Contracts.Units;

/// <summary>What other modules may ask about managing units 管理单位.</summary>
public interface IUnitDirectory
{
    /// <summary>Unknown ids are left out of the answer.</summary>
    Task<IReadOnlyDictionary<Guid, UnitSummary>> FindMany(IReadOnlyCollection<Guid> unitIds, CancellationToken ct);

    /// <summary>All open units in the subtree under a path, by name.</summary>
    Task<IReadOnlyList<UnitSummary>> Within(string scopePath, CancellationToken ct);
}

/// <param name="Path">Materialised path in the tree of organisations: what starts with a person's scope path is theirs to see.</param>
/// <param name="CreditCode">Unified social credit code (GB 32100-2015), 18 characters.</param>
/// <param name="LeagueCode">League or city (GB/T 2260), six digits.</param>
/// <param name="Closed">Merged or closed: nothing new is registered for it.</param>
public sealed record UnitSummary(Guid Id, string Path, string Name, string CreditCode, string LeagueCode, bool CentralLevel, bool Closed = false);

/// <summary>Where units stood before they moved, for what was written down under the path of the day and is never changed.</summary>
public interface IFormerPlaces
{
    /// <summary>Paths outside a scope that belonged to units now inside it. Nobody else ever has them.</summary>
    Task<IReadOnlyList<string>> OfUnitsWithin(string scopePath, CancellationToken ct);
}

/// <summary>What other modules may ask about the organisations above the units, for lists that are grouped by them.</summary>
public interface IOrganisationDirectory
{
    /// <summary>Paths that nobody has are left out of the answer.</summary>
    Task<IReadOnlyDictionary<string, OrganisationSummary>> AtPaths(IReadOnlyCollection<string> paths, CancellationToken ct);

    Task<OrganisationSummary?> Find(Guid organisationId, CancellationToken ct);
}

public sealed record OrganisationSummary(Guid Id, string Path, string Name);

/// <summary>How a materialised path is made: the parent's path and a segment of one's own; nation, region, supervising department, unit.</summary>
public static class OrganisationPath
{
    public const int Segment = 4;

    /// <summary>So long is the path of a region.</summary>
    public const int OfRegion = 2 * Segment;
}

/// <summary>A unit was registered, or what other modules copy of it has changed.</summary>
public sealed record UnitChanged(Guid UnitId, string Path, string Name, string LeagueCode) : IEvent;

/// <summary>A unit stands under another supervising department now; its path has changed.</summary>
public sealed record UnitMoved(Guid UnitId, string FormerPath, string FromSupervisor, string ToSupervisor, Guid AccountId, string By, string Reason) : IEvent;

/// <summary>A unit has merged into another, which goes on for it. The names are those of the day.</summary>
public sealed record UnitsMerged(Guid UnitId, string UnitName, Guid IntoUnitId, string IntoUnitName, DateOnly On, Guid AccountId, string By, string Reason) : IEvent;

/// <summary>
/// A part of a unit has gone over to another: the instruments of the departments, and single ones, as they were entered until the moment. The
/// names are those of the day.
/// </summary>
public sealed record UnitSplit(
    Guid UnitId, string UnitName, Guid IntoUnitId, string IntoUnitName, DateOnly On, IReadOnlyList<string> Departments, IReadOnlyList<Guid> InstrumentIds, DateTimeOffset At,
    Guid AccountId, string By, string Reason) : IEvent;

/// <summary>The numbers that differ between regions and years 政策参数 (P-1 … P-10), as they hold on a day. A number is data with a validity, never a constant.</summary>
public interface IPolicies
{
    /// <param name="day">The day that the question is about: a purchase's, an evaluation's, not always today.</param>
    /// <param name="path">Of the organisation that is asked about; its region's numbers are answered.</param>
    Task<PolicySet> On(DateOnly day, string path, CancellationToken ct);

    /// <summary>All there was, is and is known to come, for each of these organisations' regions: the first period has no beginning, each ends where the next begins.</summary>
    Task<IReadOnlyDictionary<string, IReadOnlyList<PolicyPeriod>>> Periods(IReadOnlyCollection<string> paths, CancellationToken ct);
}

/// <param name="From">The first day on which these numbers hold; <see cref="DateOnly.MinValue"/> for the first period.</param>
public sealed record PolicyPeriod(DateOnly From, PolicySet Numbers);

/// <param name="Version">Changes whenever one of the numbers does; kept with what is decided by them.</param>
/// <param name="NationalThresholdFen">From this value on an instrument takes part in the national census and evaluation (P-1).</param>
/// <param name="DutyThresholdFen">From this value on an instrument must be opened (P-1, IM 2).</param>
/// <param name="OnboardingWorkingDays">Working days from acceptance to being on the platform (P-2, IM 13).</param>
/// <param name="DueSoonWorkingDays">Working days before that day from which the unit is reminded.</param>
/// <param name="ExcellentSubsidyPercent">Of the fees of non-affiliated users, for the grade excellent (P-4).</param>
/// <param name="SubsidyCapFen">Most that one unit receives a year (P-4).</param>
/// <param name="YearsWithoutFunds">After false reporting (P-5).</param>
/// <param name="RectificationYears">P-6.</param>
/// <param name="GeneralRatedHours">额定机时 of general-purpose instruments, hours a year (P-8).</param>
/// <param name="SaturatedHours">Alike instruments that work so many hours a year are used to the full (P-10).</param>
/// <param name="SaturatedUsagePercent">The same as a share of rated hours (P-10).</param>
/// <param name="UnqualifiedBlocksPurchase">Whether the grade unqualified stops a unit's purchases (IM 24).</param>
/// <param name="CustomsYears">How long customs supervises a duty-free import, from its release (I-3).</param>
/// <param name="PanelQuorum">So many members of a panel at least give an opinion and vote on a purchase .</param>
/// <param name="PanelFieldExperts">So many of a panel's members at least are experts of the field .</param>
/// <param name="PanelMajorityPercent">An outcome needs more than this share of the votes given .</param>
/// <param name="PanelNeedsOffices">Whether finance, science and education must sit on a panel (AX 二).</param>
public sealed record PolicySet(
    string Version, long NationalThresholdFen, long DutyThresholdFen, int OnboardingWorkingDays, int DueSoonWorkingDays,
    int ExcellentSubsidyPercent, int GoodSubsidyPercent, long SubsidyCapFen, int YearsWithoutFunds, int RectificationYears,
    int GeneralRatedHours, int SpecialRatedHours, int SaturatedHours, int SaturatedUsagePercent, bool UnqualifiedBlocksPurchase,
    int CustomsYears, int PanelQuorum, int PanelFieldExperts, int PanelMajorityPercent, bool PanelNeedsOffices)
{
    /// <summary>So many years after the decision a purchased instrument is on the platform at the latest .</summary>
    public int PurchaseYears { get; init; } = 1;
}

/// <summary>What other modules may ask about units' integrity 诚信记录 (U-8), wherever money or purchases are decided.</summary>
public interface IUnitStandings
{
    /// <summary>The records that count on a day. Units about which there is none are left out of the answer.</summary>
    Task<IReadOnlyDictionary<Guid, IReadOnlyList<IntegritySummary>>> On(DateOnly day, IReadOnlyCollection<Guid> unitIds, CancellationToken ct);
}

/// <param name="Matter">falseReporting, notReporting, notOpening, notRectified or other.</param>
/// <param name="Until">The last day on which it counts; none: until it is ended.</param>
public sealed record IntegritySummary(Guid Id, string Matter, string What, string DecidedBy, string Document, DateOnly From, DateOnly? Until);

/// <summary>An integrity record was entered about a unit (IM 25).</summary>
public sealed record IntegrityRecordOpened(Guid RecordId, Guid UnitId, string Matter, DateOnly From, DateOnly? Until) : IEvent;

/// <summary>An integrity record does not count from this day on.</summary>
public sealed record IntegrityRecordEnded(Guid RecordId, Guid UnitId, DateOnly EndedOn) : IEvent;

/// <summary>What other modules may ask about affiliations between units 关联单位 (U-6), to tell external service from affiliated.</summary>
public interface IUnitAffiliations
{
    /// <summary>With which units each is affiliated on a day, both ways. Units without any are left out of the answer.</summary>
    Task<IReadOnlyDictionary<Guid, IReadOnlySet<Guid>>> On(DateOnly day, IReadOnlyCollection<Guid> unitIds, CancellationToken ct);
}

/// <summary>What other modules may ask about units' yearly overviews 单位概况 (U-2): a census starts from them (C-2, C-3).</summary>
public interface IUnitOverviews
{
    /// <summary>Units that have not filled the year are left out of the answer.</summary>
    Task<IReadOnlyDictionary<Guid, YearlyOverview>> Of(int year, IReadOnlyCollection<Guid> unitIds, CancellationToken ct);
}

/// <param name="RoomArea">Floor area of research rooms 科研用房面积, square metres.</param>
/// <param name="Technicians">Number of experimental technicians 实验技术人员数量.</param>
/// <param name="Version">Grows with each correction; kept with what is copied.</param>
public sealed record YearlyOverview(Guid UnitId, int Year, decimal RoomArea, int Technicians, int Version);

/// <summary>What other modules may ask about people's accounts, to name those who run something.</summary>
public interface IAccountDirectory
{
    /// <summary>Those that are open. Unknown ids and accounts that are shut are left out of the answer.</summary>
    Task<IReadOnlyDictionary<Guid, AccountSummary>> FindMany(IReadOnlyCollection<Guid> accountIds, CancellationToken ct);

    /// <summary>The open accounts of one organisation, by name.</summary>
    Task<IReadOnlyList<AccountSummary>> Of(Guid organisationId, CancellationToken ct);
}

public sealed record AccountSummary(Guid Id, Guid OrganisationId, string UserName, string DisplayName, IReadOnlyList<string> Roles);
