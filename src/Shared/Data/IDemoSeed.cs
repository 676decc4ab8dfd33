namespace Modular.Shared;

/// <summary>Fills a module with its part of the demo region, once. Never in production: only resolved when <c>Demo:Enabled</c> is set.</summary>
public interface IDemoSeed
{
    /// <summary>Lower goes first: what others stand on before what stands on it.</summary>
    int Order { get; }

    /// <param name="size">How large the demo gets: about the number of its main records.</param>
    Task Seed(int size, CancellationToken ct);
}
