namespace Modular.Shared;

public static class FileNames
{
    /// <summary>The name by itself, without a path and without what no name should hold.</summary>
    public static string Plain(string sent, int longest)
    {
        var name = new string([.. sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c))]).Trim();
        return name.Length == 0 ? "file" : name.Length > longest ? name[^longest..] : name;
    }
}
