using Microsoft.EntityFrameworkCore.Design;
using Modular.Shared;

namespace Modular.PurchaseReview;

internal sealed class PurchaseReviewPostgreSqlDesign : IDesignTimeDbContextFactory<PurchaseReviewPostgreSqlDb>
{
    public PurchaseReviewPostgreSqlDb CreateDbContext(string[] args) => new(DesignTime.Options<PurchaseReviewPostgreSqlDb>(DatabaseProvider.PostgreSql, PurchaseReviewModule.Name));
}

internal sealed class PurchaseReviewSqlServerDesign : IDesignTimeDbContextFactory<PurchaseReviewSqlServerDb>
{
    public PurchaseReviewSqlServerDb CreateDbContext(string[] args) => new(DesignTime.Options<PurchaseReviewSqlServerDb>(DatabaseProvider.SqlServer, PurchaseReviewModule.Name));
}
