using System.Security.Cryptography;
using System.Text;
using Modular.Shared;

namespace Modular.Units;

/// <summary>
/// A machine's way in: the key by which a unit's own system calls on the unit's behalf (U-7, U-11). Only a hash of it is kept; a key is 256
/// random bits, so a plain hash tells nothing about it.
/// </summary>
internal sealed class MachineKey
{
    /// <summary>How every key begins, so that one that was left in a file is recognised as what it is.</summary>
    public const string Mark = "mdk_";

    public const int MaximumDays = 730;

    public const int MaximumPerMinute = 6000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid OrganisationId { get; init; }

    public Organisation Organisation { get; init; } = null!;

    /// <summary>Which system holds it: the name under which its doings are recorded.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the key, hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The first characters, by which its holder tells one key from another.</summary>
    public required string Beginning { get; init; }

    public required List<string> Permissions { get; init; }

    /// <summary>Requests it may make in one minute.</summary>
    public required int PerMinute { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    public string? WithdrawnBy { get; set; }

    public DateTimeOffset? LastUsedAt { get; set; }

    public string LastUsedFrom { get; set; } = "";

    public long Uses { get; set; }

    /// <summary>Requests turned away because there were too many in one minute.</summary>
    public long TurnedAway { get; set; }

    /// <summary>The minute that <see cref="MinuteUses"/> counts.</summary>
    public DateTimeOffset Minute { get; set; }

    public int MinuteUses { get; set; }

    public int Version { get; set; } = 1;

    public static string NewSecret() => Mark + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public void Withdraw(CurrentUser by, DateTimeOffset now)
    {
        if (WithdrawnAt is not null) throw UnitProblems.KeyWithdrawnAlready();
        (WithdrawnAt, WithdrawnBy, Version) = (now, by.DisplayName, Version + 1);
    }
}
