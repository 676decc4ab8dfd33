namespace Modular.Units;

/// <summary>A list's filters under a name 常用筛选: somebody's own, or lent to the colleagues of their organisation.</summary>
internal sealed class SavedFilter
{
    public const int MostOfAList = 50;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid AccountId { get; init; }

    public Account Account { get; init; } = null!;

    /// <summary>The list it belongs to, by the client's name for it.</summary>
    public required string List { get; init; }

    public required string Name { get; set; }

    /// <summary>As in the address bar, without the question mark.</summary>
    public required string Query { get; set; }

    public bool Shared { get; set; }

    /// <summary>What its owner's list opens with.</summary>
    public bool IsDefault { get; set; }
}
