using Microsoft.Extensions.DependencyInjection;
using Modular.Contracts.Sharing;
using Modular.Shared;

namespace Modular.Sharing;

/// <summary>Sharing: what instruments do for others. For now the yearly hours that units declare; bookings, contracts and the operation log stand on it.</summary>
public static class SharingModule
{
    public const string Name = "sharing";

    public static IServiceCollection AddSharing(this IServiceCollection services, DatabaseSettings database) => services
        .AddModule<SharingDb, SharingPostgreSqlDb, SharingSqlServerDb>(Name, database)
        .AddScoped<IUsageLedger, UsageLedger>()
        .AddScoped<IAnnualUsage, AnnualUsages>()
        .AddScoped<RatedHours>()
        .AddScoped<IDemoSeed, DemoHours>();
}
