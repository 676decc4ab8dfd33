using System.Text.Json;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Modular.Tests.Shared;

public partial class AuditWordsTests
{
    // Who reads the trail reads words, not codes.
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Every_action_that_leaves_a_line_has_its_words(string language)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Modular.sln"))) root = root.Parent!;
        var words = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(root.FullName, "client", "src", "locales", language, "audit.json")))!;
        var actions = Directory.GetFiles(Path.Combine(root.FullName, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Recorded().Matches(File.ReadAllText(file))).Select(match => match.Groups["action"].Value).ToHashSet(StringComparer.Ordinal);

        actions.Count.ShouldBeGreaterThan(30);
        actions.Where(action => !words.ContainsKey($"action.{action}")).ShouldBeEmpty();
    }

    [GeneratedRegex(@"(\.Record\([\w.()]+, clock, |Note\(db, user, clock, |AuditEntry\.Of\([^""\n]*)""(?<action>[a-z-]+\.[a-z-]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Recorded();
}
