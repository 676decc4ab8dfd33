using System.Text.RegularExpressions;
using Modular.Contracts;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Units;

public partial class NoticeTextsTests
{
    [Fact]
    public void Every_kind_that_a_module_announces_has_its_words_for_mails()
    {
        var announced = Directory.GetFiles(Path.Combine(Root, "src", "Modules"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Announced().Matches(File.ReadAllText(file))).Select(match => match.Groups["kind"].Value).ToHashSet(StringComparer.Ordinal);

        announced.Count.ShouldBeGreaterThan(3);
        announced.Where(kind => !NoticeTexts.Knows(kind)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_kind_has_words_in_the_page_in_both_languages_with_the_same_places()
    {
        foreach (var language in new[] { "zh-CN", "en" })
        {
            var words = System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(Root, "client", "src", "locales", language, "notices.json")))!;
            NoticeTexts.All.Where(text => !words.ContainsKey($"kind.{text.Kind}") || !words.ContainsKey($"name.{text.Kind}")).Select(text => text.Kind).ShouldBeEmpty();
            words.Keys.Where(key => key.StartsWith("kind.", StringComparison.Ordinal) && !NoticeTexts.Knows(key["kind.".Length..])).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Both_languages_say_the_same_and_recipients_hold_a_permission_that_exists()
    {
        var permissions = typeof(Permissions).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToHashSet(StringComparer.Ordinal);
        foreach (var text in NoticeTexts.All)
        {
            text.ShouldSatisfyAllConditions(
                t => t.SubjectZh.ShouldNotBeEmpty(), t => t.SubjectEn.ShouldNotBeEmpty(),
                t => Places(t.TextEn).ShouldBe(Places(t.TextZh), ignoreOrder: true, t.Kind),
                t => (t.Permission.Length == 0 || permissions.Contains(t.Permission)).ShouldBeTrue(t.Kind));
        }
    }

    [Fact]
    public void What_no_word_is_given_for_stays_empty() =>
        NoticeTexts.Fill("{{unit}}: {{count}}.", new Dictionary<string, string>(StringComparer.Ordinal) { ["unit"] = "{{count}}" }).ShouldBe("{{count}}: .");

    static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal);

    static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Modular.sln"))) folder = folder.Parent!;
            return folder.FullName;
        }
    }

    [GeneratedRegex(@"new NoticeRaised\(\s*""(?<kind>[^""]+)""|\.Tell\(import, ""(?<kind>[^""]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Announced();

    [GeneratedRegex(@"\{\{\w+\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
