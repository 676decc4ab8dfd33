using Xunit;

namespace Modular.Tests;

/// <summary>Figures that a run leaves behind, for people to read: in the test's output and under <c>.test-results</c>.</summary>
static class Report
{
    public static void Write(string name, string line)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Modular.sln"))) folder = folder.Parent;
        if (folder is null) return;
        Directory.CreateDirectory(Path.Combine(folder.FullName, ".test-results"));
        File.WriteAllText(Path.Combine(folder.FullName, ".test-results", $"{name}.txt"), line + "\n");
    }
}
