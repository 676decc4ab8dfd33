using Microsoft.EntityFrameworkCore.Design;
using Modular.Shared;

namespace Modular.Units;

internal sealed class UnitsPostgreSqlDesign : IDesignTimeDbContextFactory<UnitsPostgreSqlDb>
{
    public UnitsPostgreSqlDb CreateDbContext(string[] args) => new(DesignTime.Options<UnitsPostgreSqlDb>(DatabaseProvider.PostgreSql, UnitsModule.Name));
}

internal sealed class UnitsSqlServerDesign : IDesignTimeDbContextFactory<UnitsSqlServerDb>
{
    public UnitsSqlServerDb CreateDbContext(string[] args) => new(DesignTime.Options<UnitsSqlServerDb>(DatabaseProvider.SqlServer, UnitsModule.Name));
}
