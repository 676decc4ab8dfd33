using System.Reflection;
using System.Xml.Linq;

namespace Modular.ArchitectureTests;

/// <summary>The source tree and what was built from it. Modules are found, not listed: a new one is held to the rules from its first commit.</summary>
static class Repository
{
    static readonly string[] Produced = ["bin", "obj", "node_modules", "dist", ".git", ".data", ".test-results", ".vs", ".idea"];

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<string> ModuleProjects { get; } = Directory.GetFiles(Path.Combine(Root, "src", "Modules"), "*.csproj", SearchOption.AllDirectories);

    public static IReadOnlyList<string> Modules { get; } = [.. ModuleProjects.Select(project => Path.GetFileNameWithoutExtension(project)!).Order(StringComparer.Ordinal)];

    public static string FolderOf(string module) => Path.Combine(Root, "src", "Modules", module);

    public static Assembly AssemblyOf(string project) => Assembly.Load($"Modular.{project}");

    public static string AssemblyFile(string project) => Path.Combine(AppContext.BaseDirectory, $"Modular.{project}.dll");

    public static IEnumerable<Type> TypesOf(string module) => AssemblyOf(module).GetTypes().Where(type => type.Namespace?.StartsWith("Modular", StringComparison.Ordinal) == true);

    public static IEnumerable<string> ProjectReferences(string project) => XDocument.Load(project).Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    /// <summary>Files that people write, below a folder of the repository; what builds produce is left out.</summary>
    public static IEnumerable<string> Files(string folder, params string[] extensions) => Walk(Path.Combine(Root, folder))
        .Where(file => extensions.Contains(Path.GetExtension(file), StringComparer.Ordinal));

    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    /// <summary>What lies at the top of the repository, builds' leavings apart.</summary>
    public static IEnumerable<string> TopLevel() => Directory.GetFileSystemEntries(Root).Select(entry => Path.GetFileName(entry)!).Except(Produced, StringComparer.Ordinal);

    static IEnumerable<string> Walk(string folder) => Directory.GetFiles(folder).Concat(Directory.GetDirectories(folder)
        .Where(inner => !Produced.Contains(Path.GetFileName(inner), StringComparer.Ordinal))
        .SelectMany(Walk));

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Modular.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("No Modular.sln above the tests.");
        return folder.FullName;
    }
}
