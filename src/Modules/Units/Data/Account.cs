using Microsoft.AspNetCore.Identity;

namespace Modular.Units;

/// <summary>A person's way in: belongs to one organisation and tier, holds roles of that tier (U-11).</summary>
internal sealed class Account : IdentityUser<Guid>
{
    public Account() => Id = Guid.CreateVersion7();

    public required string DisplayName { get; set; }

    public required Guid OrganisationId { get; init; }

    public Organisation Organisation { get; init; } = null!;

    public List<string> Roles { get; set; } = [];

    public bool Disabled { get; set; }

    /// <summary>Set when somebody else chose the password; nothing else can be done before it is changed.</summary>
    public bool MustChangePassword { get; set; }

    public DateTimeOffset PasswordChangedAt { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The authenticator app's secret, protected; counts once <see cref="TotpSince"/> is set.</summary>
    public string? TotpSecret { get; set; }

    /// <summary>Since when signing in asks for a code.</summary>
    public DateTimeOffset? TotpSince { get; set; }

    /// <summary>The thirty seconds whose code was taken last: each code opens once.</summary>
    public long TotpLastStep { get; set; }

    /// <summary>Wants notices in the page only; otherwise they come by e-mail too, where an address is known.</summary>
    public bool MailOff { get; set; }

    /// <summary>Kinds of notices that are wanted in the page only.</summary>
    public List<string> NoMailOf { get; set; } = [];

    public int Version { get; set; } = 1;

    public bool IsMailed(string kind) => !MailOff && Email is { Length: > 0 } && !NoMailOf.Contains(kind, StringComparer.Ordinal);

    public void ForgetTotp() => (TotpSecret, TotpSince, Version) = (null, null, Version + 1);
}

/// <summary>A code that opens once where the authenticator app is lost; its hash.</summary>
internal sealed class RecoveryCode
{
    public required Guid AccountId { get; init; }

    public required string Hash { get; init; }
}

/// <summary>A signed-in browser or script. Ended sessions stay, to be seen.</summary>
internal sealed class Session
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public required Guid AccountId { get; init; }

    public Account Account { get; init; } = null!;

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset LastSeenAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public string Address { get; init; } = "";

    public string Device { get; init; } = "";
}

/// <summary>A key that protects cookies; shared by all instances.</summary>
internal sealed class ProtectionKey
{
    public required string Name { get; init; }

    public required string Xml { get; init; }
}
