using System.Reflection;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Modular.Shared;

/// <summary>A module as the host sees it: where it answers, where it writes, where its code is.</summary>
public sealed record ModuleEntry(ModuleMark Mark, Assembly Assembly);

public static class Modules
{
    /// <summary>Registers a module: its context for the configured provider, and all handlers, validators, reactions and jobs found in its assembly.</summary>
    public static IServiceCollection AddModule<TDb, TPostgreSql, TSqlServer>(this IServiceCollection services, string name, DatabaseSettings settings)
        where TDb : ModuleDbContext
        where TPostgreSql : TDb
        where TSqlServer : TDb
    {
        var assembly = typeof(TDb).Assembly;
        if (settings.Provider == DatabaseProvider.SqlServer)
            services.AddContexts<TDb, TSqlServer>(name, settings);
        else
            services.AddContexts<TDb, TPostgreSql>(name, settings);

        services.TryAddSingleton(settings);
        return services
            .AddSingleton(new ModuleEntry(new ModuleMark(name, typeof(TDb)), assembly))
            .AddSingleton<IOutboxDelivery, OutboxDelivery<TDb>>()
            .AddSingleton<IJobRunner, JobRunner<TDb>>()
            .AddSingleton<IAuditSealer, AuditSealer<TDb>>()
            .AddScoped<IJobWork, AuditVerification<TDb>>()
            .Scan(scan => scan.FromAssemblies(assembly)
                .AddClasses(classes => classes.AssignableTo(typeof(IRequestHandler<,>)), publicOnly: false).AsImplementedInterfaces().WithScopedLifetime()
                .AddClasses(classes => classes.AssignableTo(typeof(INotificationHandler<>)), publicOnly: false).AsImplementedInterfaces().WithScopedLifetime()
                .AddClasses(classes => classes.AssignableTo(typeof(IValidator<>)), publicOnly: false).AsImplementedInterfaces().WithSingletonLifetime()
                .AddClasses(classes => classes.AssignableTo<IFind>(), publicOnly: false).As<IFind>().WithScopedLifetime()
                .AddClasses(classes => classes.AssignableTo<IJobWork>(), publicOnly: false).As<IJobWork>().WithScopedLifetime());
    }

    static void AddContexts<TDb, TContext>(this IServiceCollection services, string name, DatabaseSettings settings)
        where TDb : ModuleDbContext
        where TContext : TDb
    {
        services.AddDbContextPool<TDb, TContext>(options => options.Use(settings, name));
        services.AddSingleton(provider =>
        {
            var options = new DbContextOptionsBuilder<TContext>().UseApplicationServiceProvider(provider);
            options.Use(settings, name, keptPlans: true);
            return new KeptPlans<TDb>(new PooledDbContextFactory<TContext>(options.Options).CreateDbContext);
        });
    }

    public static IServiceCollection AddSharedMechanisms(this IServiceCollection services) => services
        .AddPermissionChecks()
        .AddSingleton(TimeProvider.System)
        .AddSingleton<RecentCounts>()
        .AddScoped<IMediator, Mediator>()
        .AddScoped<ServiceFactory>(provider => provider.GetService!)
        .AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidateRequests<,>))
        .AddExceptionHandler<ProblemResponses>()
        .AddSingleton<IProblemDetailsWriter, ProblemWriter>()
        .AddProblemDetails(options => options.CustomizeProblemDetails = ProblemResponses.Complete);
}
