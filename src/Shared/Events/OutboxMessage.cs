using System.Text.Json;
using Modular.Contracts;

namespace Modular.Shared;

/// <summary>An event on its way to other modules, written in the transaction of the change it tells of.</summary>
public sealed class OutboxMessage
{
    public long Sequence { get; init; }

    public Guid Aggregate { get; init; }

    /// <summary>Full name of the event's record in Contracts. Never renamed while one may lie here.</summary>
    public required string Type { get; init; }

    public required string Payload { get; init; }

    public DateTimeOffset OccurredAt { get; init; }

    public int Attempts { get; set; }

    public DateTimeOffset? NextAttemptAt { get; set; }

    public DateTimeOffset? DeliveredAt { get; set; }

    /// <summary>Set when delivery was given up; the operations page lists these and can send them again.</summary>
    public DateTimeOffset? DeadAt { get; set; }

    public string? Error { get; set; }

    public static OutboxMessage For(Guid aggregate, IEvent happened, DateTimeOffset now) => new()
    {
        Aggregate = aggregate,
        Type = happened.GetType().FullName!,
        Payload = JsonSerializer.Serialize(happened, happened.GetType(), JsonShape.Options),
        OccurredAt = now,
    };

    public IEvent Open()
    {
        var type = typeof(IEvent).Assembly.GetType(Type) ?? throw new InvalidOperationException($"No event {Type} in Contracts.");
        return (IEvent)JsonSerializer.Deserialize(Payload, type, JsonShape.Options)!;
    }
}
