using Modular.Shared;

namespace Modular.Host;

/// <summary>What can be set from outside, read in one place.</summary>
internal static class Configuration
{
    /// <summary>Where files and, in the embedded case, the database lie: <c>DATA_DIR</c>, by default <c>.data</c>.</summary>
    public static string DataFolder(IConfiguration configuration) => Path.GetFullPath(configuration["DATA_DIR"] is { Length: > 0 } folder ? folder : ".data");

    /// <exception cref="InvalidOperationException">The provider is neither of the two.</exception>
    public static DatabaseSettings Database(IConfiguration configuration)
    {
        var name = configuration["Database:Provider"] ?? nameof(DatabaseProvider.PostgreSql);
        if (!Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out var provider))
            throw new InvalidOperationException($"Database:Provider is '{name}'; it can be PostgreSql or SqlServer.");
        return new DatabaseSettings(provider, configuration.GetConnectionString("Modular") ?? "");
    }
}
