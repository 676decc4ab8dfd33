namespace Modular.Shared;

/// <summary>
/// One line of the audit trail 审计记录: who, for whom, when, what, before, after, why. Written in the transaction of the change
/// it tells of, never changed afterwards, and chained: each line's seal covers the line before it.
/// </summary>
public sealed class AuditEntry
{
    public long Sequence { get; init; }

    public DateTimeOffset At { get; init; }

    public Guid AccountId { get; init; }

    public required string AccountName { get; init; }

    public Guid OrganisationId { get; init; }

    /// <summary>What was done, e.g. <c>instrument.approved</c>.</summary>
    public required string Action { get; init; }

    public Guid Subject { get; init; }

    /// <summary>Path of the organisation the subject belongs to: decides who may read this line.</summary>
    public required string OwnerPath { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }

    public string? Why { get; init; }

    /// <summary>Place in the chain, 1-based; null until sealed (within seconds).</summary>
    public long? SealedAs { get; set; }

    /// <summary>HMAC-SHA-256 over the previous line's seal and this line's content, hexadecimal.</summary>
    public string? Seal { get; set; }

    /// <summary>What only the platform can put on a line, as it is written: a number of its own, and an HMAC over the content.</summary>
    public string? Mark { get; internal set; }

    public static AuditEntry Of(CurrentUser user, DateTimeOffset now, string action, Guid subject, string owner, string? before, string? after, string? why) => new()
    {
        // Databases keep microseconds; the seal must be the same after reading back.
        At = new DateTimeOffset(now.Ticks / 10 * 10, TimeSpan.Zero),
        AccountId = user.AccountId,
        AccountName = user.DisplayName,
        OrganisationId = user.OrganisationId,
        Action = action,
        Subject = subject,
        OwnerPath = owner,
        Before = before,
        After = after,
        Why = why is { Length: > 2000 } ? why[..2000] : why,
    };
}
