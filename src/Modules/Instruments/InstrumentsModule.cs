using Microsoft.Extensions.DependencyInjection;
using Modular.Contracts.Instruments;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Instruments: the registry, its life cycle, imports, and the public catalogue.</summary>
public static class InstrumentsModule
{
    public const string Name = "instruments";

    public static IServiceCollection AddInstruments(this IServiceCollection services, DatabaseSettings database) => services
        .AddModule<InstrumentsDb, InstrumentsPostgreSqlDb, InstrumentsSqlServerDb>(Name, database)
        .AddScoped<IInstrumentDirectory, InstrumentDirectory>()
        .AddScoped<IInstrumentStock, InstrumentStock>()
        .AddScoped<IInstrumentRoll, InstrumentRoll>()
        .AddScoped<NewestInstruments>()
        .AddScoped<AttachmentShelf>()
        .AddScoped<CustomsSupervision>()
        .AddScoped<DutyReading>()
        .AddSingleton<OpenRates>()
        .AddScoped<ImportCheck>()
        .AddScoped<ImportRecheck>()
        .AddScoped<PackageComparer>()
        .AddScoped<HandOver>()
        .AddSingleton<Catalogue>()
        .AddHostedService(provider => provider.GetRequiredService<Catalogue>())
        .AddSingleton<DutyReminders>()
        .AddHostedService(provider => provider.GetRequiredService<DutyReminders>())
        .AddScoped<IDemoSeed, DemoInstruments>()
        .AddScoped<IDemoSeed, DemoCarriers>()
        .AddScoped<IDemoSeed, DemoExemptions>()
        .AddScoped<IDemoSeed, DemoUpkeep>()
        .AddScoped<IDemoSeed, DemoAssetPackages>();
}
