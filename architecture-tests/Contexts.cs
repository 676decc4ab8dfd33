using Microsoft.EntityFrameworkCore.Design;
using Modular.Shared;

namespace Modular.ArchitectureTests;

static class Contexts
{
    /// <summary>A module's context for each provider, by way of its design-time factories: nothing is connected to.</summary>
    public static IReadOnlyList<ModuleDbContext> Of(string module) =>
    [
        .. Repository.TypesOf(module)
            .Where(type => type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IDesignTimeDbContextFactory<>)))
            .Select(factory => (ModuleDbContext)factory.GetMethod("CreateDbContext")!.Invoke(Activator.CreateInstance(factory, nonPublic: true), [Array.Empty<string>()])!),
    ];
}
