using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Modular.Tests.Trials;

/// <summary>
/// How far one run of a trial goes. Inside <c>npm test</c> it is short; <c>npm run trial -- name</c> sets <c>TRIAL_CASES</c> and runs it at its floor
/// or beyond. The seed is printed and can be given again with <c>TRIAL_SEED</c>.
/// </summary>
sealed class Trial
{
    readonly Stopwatch _watch = Stopwatch.StartNew();
    readonly string _name;

    Trial(string name, int cases, bool isLong)
    {
        (_name, Cases, IsLong) = (name, cases, isLong);
        Seed = Number("TRIAL_SEED") ?? Random.Shared.Next();
    }

    public int Seed { get; }

    public int Cases { get; }

    public bool IsLong { get; }

    public TimeSpan Took => _watch.Elapsed;

    public static Trial Of(string name, int inShort) => new(name, Number("TRIAL_CASES") ?? inShort, Number("TRIAL_CASES") is not null);

    /// <summary>Its own numbers for each case, so that one case can be looked at alone.</summary>
    public Random Dice(int number) => new(unchecked((Seed * 397) ^ number));

    public void Report(string line) => Tests.Report.Write($"trial-{_name}", $"{_name}: seed {Seed}, {Cases} cases, {Took.TotalSeconds:F1} s. {line}");

    static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
