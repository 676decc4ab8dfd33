namespace Modular.Units;

/// <summary>Something one person is told of 通知: read in the page, wherever it came from.</summary>
internal sealed class Notice
{
    public const int LongestLink = 300;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The news it was made of: nobody is told twice.</summary>
    public required Guid EventId { get; init; }

    public required Guid AccountId { get; init; }

    public required string Kind { get; init; }

    /// <summary>What the text's places are filled with, as JSON.</summary>
    public required string Words { get; init; }

    public required string Link { get; init; }

    public DateOnly? DueOn { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }

    public DateTimeOffset? ReadAt { get; set; }
}

internal enum MailState
{
    Waiting,
    Sent,

    /// <summary>Given up: the mail server refused it for good, or did not take it after many tries.</summary>
    Dead,
}

/// <summary>An e-mail on its way, or gone: written with its notice, sent later by whichever instance takes it.</summary>
internal sealed class Mail
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid AccountId { get; init; }

    /// <summary>The recipient's: decides who sees the mail in the outbox.</summary>
    public required Guid OrganisationId { get; init; }

    public Organisation Organisation { get; init; } = null!;

    public required string Kind { get; init; }

    public required string Address { get; init; }

    public required string Name { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public MailState State { get; set; }

    public int Attempts { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset NextAttemptAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public string? Error { get; set; }

    /// <summary>The instance that is sending it, until <see cref="LeaseUntil"/>.</summary>
    public Guid? Sender { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }
}
