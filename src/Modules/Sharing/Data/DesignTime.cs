using Microsoft.EntityFrameworkCore.Design;
using Modular.Shared;

namespace Modular.Sharing;

internal sealed class SharingPostgreSqlDesign : IDesignTimeDbContextFactory<SharingPostgreSqlDb>
{
    public SharingPostgreSqlDb CreateDbContext(string[] args) => new(DesignTime.Options<SharingPostgreSqlDb>(DatabaseProvider.PostgreSql, SharingModule.Name));
}

internal sealed class SharingSqlServerDesign : IDesignTimeDbContextFactory<SharingSqlServerDb>
{
    public SharingSqlServerDb CreateDbContext(string[] args) => new(DesignTime.Options<SharingSqlServerDb>(DatabaseProvider.SqlServer, SharingModule.Name));
}
