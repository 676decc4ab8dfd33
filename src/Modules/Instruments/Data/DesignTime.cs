using Microsoft.EntityFrameworkCore.Design;
using Modular.Shared;

namespace Modular.Instruments;

internal sealed class InstrumentsPostgreSqlDesign : IDesignTimeDbContextFactory<InstrumentsPostgreSqlDb>
{
    public InstrumentsPostgreSqlDb CreateDbContext(string[] args) => new(DesignTime.Options<InstrumentsPostgreSqlDb>(DatabaseProvider.PostgreSql, InstrumentsModule.Name));
}

internal sealed class InstrumentsSqlServerDesign : IDesignTimeDbContextFactory<InstrumentsSqlServerDb>
{
    public InstrumentsSqlServerDb CreateDbContext(string[] args) => new(DesignTime.Options<InstrumentsSqlServerDb>(DatabaseProvider.SqlServer, InstrumentsModule.Name));
}
