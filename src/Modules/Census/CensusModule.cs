using Microsoft.Extensions.DependencyInjection;
using Modular.Shared;

namespace Modular.Census;

/// <summary>Census 资源调查: yearly reporting from unit to nation.</summary>
public static class CensusModule
{
    public const string Name = "census";

    public static IServiceCollection AddCensus(this IServiceCollection services, DatabaseSettings database) => services
        .AddModule<CensusDb, CensusPostgreSqlDb, CensusSqlServerDb>(Name, database);
}
