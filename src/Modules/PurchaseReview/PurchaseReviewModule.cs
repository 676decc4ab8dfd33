using Microsoft.Extensions.DependencyInjection;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>Purchase review 查重评议: duplication check, panel, decision.</summary>
public static class PurchaseReviewModule
{
    public const string Name = "purchase-review";

    public static IServiceCollection AddPurchaseReview(this IServiceCollection services, DatabaseSettings database) => services
        .AddModule<PurchaseReviewDb, PurchaseReviewPostgreSqlDb, PurchaseReviewSqlServerDb>(Name, database)
        .AddScoped<HitCards>()
        .AddScoped<DuplicateCheck>()
        .AddScoped<WishChecks>()
        .AddScoped<Standings>()
        .AddScoped<CaseReach>()
        .AddScoped<CaseDesk>()
        .AddScoped<RoundDesk>()
        .AddScoped<Conflicts>()
        .AddScoped<Recusals>()
        .AddScoped<IAuditWithholding, RecusedFromTrail>()
        .AddScoped<IDemoSeed, DemoCases>()
        .AddScoped<IDemoSeed, DemoPanels>()
        .AddSingleton<StockFollower>()
        .AddHostedService(provider => provider.GetRequiredService<StockFollower>());
}
