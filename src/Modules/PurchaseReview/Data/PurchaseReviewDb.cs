using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.PurchaseReview;

// A new migration for each provider: npm run db:add -- PurchaseReview <Name>
internal abstract partial class PurchaseReviewDb(DbContextOptions options) : ModuleDbContext(options, PurchaseReviewModule.Name)
{
    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        ConfigureCases(model);
        ConfigurePanels(model);
    }
}

internal sealed class PurchaseReviewPostgreSqlDb(DbContextOptions<PurchaseReviewPostgreSqlDb> options) : PurchaseReviewDb(options);

internal sealed class PurchaseReviewSqlServerDb(DbContextOptions<PurchaseReviewSqlServerDb> options) : PurchaseReviewDb(options);
