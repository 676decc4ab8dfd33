using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Modular.ArchitectureTests;

public class RepositoryTests
{
    const int LongestFile = 350;

    static readonly string[] TopLevel =
    [
        "src", "client", "tests", "architecture-tests", "Modular.sln", "package.json", "package-lock.json", "README.md", "Dockerfile", "global.json",
        "Directory.Build.props", "Directory.Packages.props",
    ];

    static readonly string[] Code = [".cs", ".csproj", ".props", ".ts", ".tsx", ".mjs", ".js"];

    [Fact]
    public void The_top_level_holds_nothing_else() => Repository.TopLevel().Where(name => name[0] != '.').Except(TopLevel).ShouldBeEmpty();

    [Fact]
    public void Nothing_is_left_to_be_done_later()
    {
        // Put together, so that this file does not find itself.
        var marks = new Regex(@"\b(" + string.Join('|', "TO" + "DO", "FIX" + "ME", "HA" + "CK") + @")\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        Written().Where(file => marks.IsMatch(File.ReadAllText(file))).Select(Repository.Relative).ShouldBeEmpty();
    }

    [Fact]
    public void No_test_is_skipped()
    {
        var skips = new Regex(@"\bSkip\s*=\s*""|\b(it|test|describe)\.(skip|only)\(", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        Written().Where(file => skips.IsMatch(File.ReadAllText(file))).Select(Repository.Relative).ShouldBeEmpty();
    }

    [Fact]
    public void No_file_is_longer_than_a_reader_bears() => Written().Where(file => !IsGenerated(file))
        .Select(file => (File: Repository.Relative(file), Lines: File.ReadLines(file).Count()))
        .Where(file => file.Lines > LongestFile).ShouldBeEmpty();

    [Fact]
    public void No_type_is_named_for_nothing()
    {
        var vague = new Regex(@"\b(class|record|interface|struct) \w*(Manager|Helper|Utils|Service|Base|Common|Dto|Info)\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        var found = from file in Written()
                    where file.EndsWith(".cs", StringComparison.Ordinal)
                    from Match match in vague.Matches(File.ReadAllText(file))
                    select $"{Repository.Relative(file)}: {match.Value}";
        found.ShouldBeEmpty();
    }

    static IEnumerable<string> Written() => new[] { "src", "client", "tests", "architecture-tests" }.SelectMany(folder => Repository.Files(folder, Code));

    // By dotnet ef and by openapi-typescript.
    static bool IsGenerated(string file) => file.Contains($"{Path.DirectorySeparatorChar}Migrations{Path.DirectorySeparatorChar}", StringComparison.Ordinal) || file.EndsWith("schema.d.ts", StringComparison.Ordinal);
}
