using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.PurchaseReview;

// A new migration for each provider: npm run db:add -- PurchaseReview <Name>
internal abstract class PurchaseReviewDb(DbContextOptions options) : ModuleDbContext(options, PurchaseReviewModule.Name);

internal sealed class PurchaseReviewPostgreSqlDb(DbContextOptions<PurchaseReviewPostgreSqlDb> options) : PurchaseReviewDb(options);

internal sealed class PurchaseReviewSqlServerDb(DbContextOptions<PurchaseReviewSqlServerDb> options) : PurchaseReviewDb(options);
