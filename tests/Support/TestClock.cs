namespace Modular.Tests;

/// <summary>The platform's time. A test moves it for itself and for the requests it makes, not for the tests beside it.</summary>
public sealed class TestClock : TimeProvider
{
    readonly AsyncLocal<TimeSpan> _ahead = new();

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead.Value;

    public void Advance(TimeSpan by) => _ahead.Value += by;
}
