using Modular.Shared;

namespace Modular.Units;

/// <summary>
/// How much of a person the reader of the register sees. The unit's own people who keep it see all. The supervising department
/// reviews the annex (CN 一(二)2), so it sees what the annex holds; staff number and telephone are no part of that and stay covered. The region
/// and the nation plan by numbers: there the rows show no name, no month of birth, no certificate. The identity number is asked of nobody.
/// </summary>
internal sealed class StaffSight
{
    const string Covered = "****";

    StaffSight(bool rows, bool all) => (ShowsRows, ShowsAll) = (rows, all);

    public static StaffSight Clear { get; } = new(rows: true, all: true);

    public static StaffSight Supervising { get; } = new(rows: true, all: false);

    public static StaffSight Masked { get; } = new(rows: false, all: false);

    /// <summary>Names, months of birth and certificates as they are. Where not, they cannot be searched either.</summary>
    public bool ShowsRows { get; }

    public bool ShowsAll { get; }

    public static StaffSight Of(CurrentUser user) => user.OfOneUnit ? Clear : string.Equals(user.Tier, nameof(Tier.Supervisor), StringComparison.Ordinal) ? Supervising : Masked;

    /// <summary>The family name stays; how long the name is does not.</summary>
    public string Name(string name) => ShowsRows || name.Length == 0 ? name : $"{System.Text.Rune.GetRuneAt(name, 0)}**";

    public string BornIn(string month) => ShowsRows ? month : month[..Math.Min(4, month.Length)];

    public string? Certificates(string? text) => ShowsRows ? text : null;

    public string? StaffNumber(string? number) => ShowsAll ? number : null;

    public string? Phone(string? phone) => (phone, this) switch
    {
        (null, _) => null,
        (_, { ShowsAll: true }) => phone,
        (_, { ShowsRows: true }) => phone.Length >= 9 ? $"{phone[..3]}{Covered}{phone[^4..]}" : Covered,
        _ => null,
    };
}
