using Microsoft.EntityFrameworkCore.Design;
using Modular.Shared;

namespace Modular.Census;

internal sealed class CensusPostgreSqlDesign : IDesignTimeDbContextFactory<CensusPostgreSqlDb>
{
    public CensusPostgreSqlDb CreateDbContext(string[] args) => new(DesignTime.Options<CensusPostgreSqlDb>(DatabaseProvider.PostgreSql, CensusModule.Name));
}

internal sealed class CensusSqlServerDesign : IDesignTimeDbContextFactory<CensusSqlServerDb>
{
    public CensusSqlServerDb CreateDbContext(string[] args) => new(DesignTime.Options<CensusSqlServerDb>(DatabaseProvider.SqlServer, CensusModule.Name));
}
