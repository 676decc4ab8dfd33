namespace Modular.Tests;

/// <summary>The platform's time. A test moves it for itself and for the requests it makes, not for the tests beside it.</summary>
public sealed class TestClock : TimeProvider
{
    readonly AsyncLocal<TimeSpan> _ahead = new();
    int _apart;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead.Value;

    public void Advance(TimeSpan by) => _ahead.Value += by;

    /// <summary>Hours ahead, to a time where no other test stands: what the platform counted a moment ago for another test is old news there.</summary>
    public void AdvanceApart() => Advance(TimeSpan.FromHours(Interlocked.Increment(ref _apart)));
}
