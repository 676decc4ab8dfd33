namespace Modular.Shared;

public enum JobState
{
    Waiting,
    Running,
    Finished,
    Failed,
    Cancelled,
}

/// <summary>Long work that goes on when the page is left: progress, cancel, and a result that stays.</summary>
public sealed class Job
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Kind { get; init; }

    public required string Input { get; init; }

    /// <summary>Whose work it is; what it changes is recorded under this account.</summary>
    public required Guid AccountId { get; init; }

    public required string AccountName { get; init; }

    public required string OwnerPath { get; init; }

    public JobState State { get; set; }

    /// <summary>Steps done, of <see cref="Total"/>; both 0 before the work knows its size.</summary>
    public int Done { get; set; }

    public int Total { get; set; }

    public string? Result { get; set; }

    public string? Error { get; set; }

    public bool CancelRequested { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; set; }

    public Guid? Runner { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }
}
