using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Modular.Shared;
using Modular.Tests;
using Xunit;

[assembly: AssemblyFixture(typeof(App))]

namespace Modular.Tests;

/// <summary>
/// The whole platform, started once for all tests on a database of its own: real migrations, real sign-in, real HTTP. Background loops
/// are off; a test calls <see cref="DeliverEvents"/>, <see cref="RunJobs"/> and <see cref="SealAudit"/> itself and never sleeps.
/// Tests run in parallel: each makes its own units and instruments, none counts the rows of a whole table.
/// </summary>
public sealed partial class App : WebApplicationFactory<Program>, IAsyncLifetime
{
    readonly TestDatabase _database = TestDatabase.FromEnvironment();
    readonly string _files = Directory.CreateTempSubdirectory("modular-test-").FullName;
    readonly SemaphoreSlim _background = new(1, 1);

    /// <summary>The time everywhere in the platform; a test that moves it moves it for itself only.</summary>
    public TestClock Clock { get; } = new();

    /// <summary>Where another instance would find the same data.</summary>
    public IReadOnlyDictionary<string, string> Configuration => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Database__Provider"] = _database.Provider.ToString(), ["ConnectionStrings__Modular"] = _database.ConnectionString, ["DATA_DIR"] = _files,
    };

    public async ValueTask InitializeAsync()
    {
        // Tests that need no database run without one; the others are told what is missing when they ask for it.
        if (!_database.Available) return;
        RequestWatch.Listen();
        await _database.Create();
        Server.PreserveExecutionContext = true;
        await PlantRoots();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_database.Available) await _database.Drop();
        Directory.Delete(_files, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("Database:Provider", _database.Provider.ToString());
        builder.UseSetting("ConnectionStrings:Modular", _database.ConnectionString);
        builder.UseSetting("DATA_DIR", _files);
        builder.UseSetting("Totp:Required", "false");
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(new RequestWatch.FaultLog()));
        builder.ConfigureTestServices(services =>
        {
            foreach (var loop in services.Where(IsOurLoop).ToList()) services.Remove(loop);
            services.AddSingleton<TimeProvider>(Clock);
            // What makes guessing slow makes tests slow.
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000);
        });
    }

    /// <summary>Delivers all news between modules, also what reactions announce in their turn.</summary>
    public Task DeliverEvents() => Alone(async () =>
    {
        int arrived;
        do
        {
            arrived = 0;
            foreach (var outbox in Services.GetServices<IOutboxDelivery>()) arrived += await outbox.DeliverPending(CancellationToken.None);
        }
        while (arrived > 0);
    });

    /// <summary>Runs all waiting background work to its end.</summary>
    public Task RunJobs() => Alone(async () =>
    {
        foreach (var runner in Services.GetServices<IJobRunner>())
        {
            bool more;
            do more = await runner.RunNext(CancellationToken.None);
            while (more);
        }
    });

    /// <summary>Seals the audit trail up to its newest line.</summary>
    public Task SealAudit() => Alone(async () =>
    {
        foreach (var sealer in Services.GetServices<IAuditSealer>())
        {
            bool more;
            do more = await sealer.SealPending(CancellationToken.None);
            while (more);
        }
    });

    /// <summary>A row as it stands in the database, for what no endpoint shows. Null when it is gone.</summary>
    public async Task<T?> Stored<T>(Guid id)
        where T : class
    {
        await using var scope = Services.CreateAsyncScope();
        var db = Services.GetServices<ModuleEntry>()
            .Select(module => (ModuleDbContext)scope.ServiceProvider.GetRequiredService(module.Mark.Database))
            .Single(db => db.Model.FindEntityType(typeof(T)) is not null);
        return await db.FindAsync<T>(id);
    }

    /// <summary>Asks a module what other modules may ask it.</summary>
    internal async Task<T> Asking<TContract, T>(Func<TContract, Task<T>> ask)
        where TContract : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TContract>());
    }

    /// <summary>Works on a module's database directly.</summary>
    internal async Task<T> InDatabase<TDb, T>(Func<TDb, Task<T>> work)
        where TDb : DbContext
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TDb>());
    }

    static bool IsOurLoop(ServiceDescriptor service) => service.ServiceType == typeof(IHostedService)
        && (service.ImplementationType ?? service.ImplementationFactory?.Method.DeclaringType)?.Assembly.GetName().Name?.StartsWith("Modular.", StringComparison.Ordinal) == true;

    // One test's background work may be another's: whoever asks for it waits until it is really done.
    internal async Task Alone(Func<Task> work)
    {
        await _background.WaitAsync();
        try
        {
            await work();
        }
        finally
        {
            _background.Release();
        }
    }
}
