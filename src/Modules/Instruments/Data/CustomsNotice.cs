namespace Modular.Instruments;

/// <summary>What customs have allowed by a notice.</summary>
internal enum CustomsMatter
{
    /// <summary>移作他处: the instrument may stand in another place than the one approved.</summary>
    Moved,

    /// <summary>单位外使用: it may serve others outside the approved place.</summary>
    UsedElsewhere,

    /// <summary>解除监管: duty was paid afterwards, or supervision was lifted before its time.</summary>
    Released,
}

/// <summary>A notice 通知书 of the customs about an instrument they supervise (I-3). Never changed: a wrong one is struck out.</summary>
internal sealed class CustomsNotice
{
    public const int LongestNumber = 50;
    public const int LongestText = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid InstrumentId { get; init; }

    public required CustomsMatter Matter { get; init; }

    /// <summary>通知书编号.</summary>
    public required string Number { get; init; }

    public required DateOnly IssuedOn { get; init; }

    /// <summary>The last day on which it allows anything; none: until supervision ends.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The place it allows.</summary>
    public string? Place { get; init; }

    public string? Note { get; init; }

    public required string EnteredBy { get; init; }

    public DateTimeOffset EnteredAt { get; init; }

    public DateTimeOffset? StruckAt { get; private set; }

    public string? StruckBecause { get; private set; }

    public bool Allows(CustomsMatter matter, DateOnly day) => StruckAt is null && Matter == matter && IssuedOn <= day && (Until is null || Until >= day);

    /// <exception cref="Shared.Problem">409 when it was struck out already.</exception>
    public void Strike(string because, DateTimeOffset now)
    {
        if (StruckAt is not null) throw InstrumentProblems.NoticeStruck();
        (StruckAt, StruckBecause) = (now, because);
    }
}
