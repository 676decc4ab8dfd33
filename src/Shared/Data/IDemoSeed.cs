namespace Modular.Shared;

/// <summary>Fills a module with its part of the demo region, once. Never in production: only resolved when <c>Demo:Enabled</c> is set.</summary>
public interface IDemoSeed
{
    /// <summary>Lower goes first: units before instruments.</summary>
    int Order { get; }

    /// <param name="instruments">About how many instruments the whole region gets.</param>
    Task Seed(int instruments, CancellationToken ct);
}
