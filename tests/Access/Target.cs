using Modular.Units;

namespace Modular.Tests.Access;

/// <summary>What an id can stand for.</summary>
enum Kind
{
    Nothing,
    Instrument,
    Unit,
    Supervisor,
    Region,
    Account,
    Session,
    AuditLine,
    DeadLetter,
    Import,
    Exemption,
    Carrier,
    MachineKey,
    Integrity,
    Affiliation,
    Grade,
    Policy,
    PurchaseCase,
    Round,
    Expectation,

    /// <summary>A line of the audit trail about a purchase case.</summary>
    CaseLine,
    AssetPackage,
    AssetFinding,
    AssetCard,
    Staff,

    /// <summary>A person's name in the register: the unit's and its supervisor's to read.</summary>
    StaffName,

    /// <summary>Staff number or telephone: the unit's own to read.</summary>
    StaffNumber,
    Notice,
    Mail,
    Job,
    Filter,
    LentFilter,
}

/// <summary>Where an object stands, seen from the branch that most principals of the matrix belong to.</summary>
enum Spot
{
    Own,
    SiblingUnit,
    OtherDepartment,
    OtherRegion,
    Deleted,
    Missing,
}

/// <summary>An object that requests of the matrix are about. Its marker is a text that nothing else contains: where it shows, the object shows.</summary>
/// <param name="Key">The id as it stands in addresses.</param>
/// <param name="Path">Path of the organisation it belongs to; decides who reaches it.</param>
/// <param name="Owner">The organisation, for sessions the account, it belongs to.</param>
sealed record Target(Kind Kind, Spot Spot, string State, string Key, string Path, string Marker, int Version, Guid Owner)
{
    public Guid Id => Guid.Parse(Key);

    /// <summary>Stands in the own unit, but runs under somebody else's name.</summary>
    public bool OfOthers { get; init; }

    public bool Exists => Spot is not (Spot.Deleted or Spot.Missing);
}

/// <summary>What part a principal has in the cases that are before a panel.</summary>
enum SeatKind
{
    None,
    Sitting,
    Recused,
}

/// <summary>Somebody who tries a door.</summary>
/// <param name="Cookie">What the browser sends; null for nobody in particular.</param>
/// <param name="SignedIn">Whether the session should still count.</param>
/// <param name="Key">The key a machine sends instead of a cookie.</param>
/// <param name="Permissions">What should be allowed, by the roles held now.</param>
sealed record Principal(
    string Name, string? Cookie, bool SignedIn, Guid AccountId, string Path, string ScopePath, IReadOnlySet<string> Permissions, IReadOnlyList<string> Roles, bool MustChangePassword, string? Key = null)
{
    public bool Reaches(Target target) => target.Exists && SignedIn && target.Kind switch
    {
        Kind.Session or Kind.Notice or Kind.Filter => target.Owner == AccountId,
        Kind.LentFilter => target.Path == Path,
        Kind.DeadLetter => true,
        Kind.Job => target.Owner == AccountId || Permissions.Contains(Contracts.Permissions.OperationsRead) && target.Path.StartsWith(ScopePath, StringComparison.Ordinal),
        // A region's numbers are everybody's in the region to read.
        Kind.Policy => target.Path == PolicyBook.RegionOf(ScopePath),
        // Whoever sits on its panel reaches a case wherever it comes from; who is recused reaches it no more, by office or not.
        Kind.PurchaseCase when World.WithPanel(target) && Seat != SeatKind.None => Seat == SeatKind.Sitting,
        // Whoever sits on the panel reads the trail as far as their office goes; who is recused finds nothing of the case in it.
        Kind.CaseLine => Seat != SeatKind.Recused && Below(target),
        Kind.Expectation => Seat == SeatKind.None ? Below(target) : Seat == SeatKind.Sitting,
        Kind.Round => target.Path.StartsWith(PolicyBook.RegionOf(ScopePath), StringComparison.Ordinal) || Seat != SeatKind.None && target.State != "Open",
        // A draft is its unit's own business.
        Kind.PurchaseCase => Below(target) && (target.State != "Draft" || Permissions.Contains(Contracts.Permissions.PurchasesApply)),
        Kind.StaffName => Below(target) && OfTier(Tier.Unit, Tier.Supervisor),
        Kind.StaffNumber => Below(target) && OfTier(Tier.Unit),
        _ => Below(target),
    };

    /// <summary>Whether they sit on the panel of every case that is before one.</summary>
    public SeatKind Seat { get; init; }

    bool Below(Target target) => target.Path.StartsWith(ScopePath, StringComparison.Ordinal);

    bool OfTier(params Tier[] tiers) => Roles.Any(role => Modular.Units.Roles.Find(role) is { } known && tiers.Contains(known.Tier));


    /// <summary>Whether an answer may name it: what is in reach, and the organisations above one's own.</summary>
    public bool MayRead(Target target) => Reaches(target)
        // A panel knows whose case it judges, and how the applicant stands.
        || Seat == SeatKind.Sitting && target.Kind is Kind.Unit or Kind.Integrity or Kind.Grade
        || SignedIn && target.Kind is Kind.Supervisor or Kind.Region && Path.StartsWith(target.Path, StringComparison.Ordinal);

    public override string ToString() => Name;
}
