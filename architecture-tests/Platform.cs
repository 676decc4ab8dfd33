using System.Diagnostics;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Modular.ArchitectureTests;

/// <summary>The real host, composed but not started: no database is needed to ask what it is wired to.</summary>
static class Platform
{
    static readonly Lazy<IServiceProvider> Composed = new(Compose);

    public static IServiceProvider Services => Composed.Value;

    /// <summary>Everything under <c>/api</c> as the router knows it.</summary>
    public static IReadOnlyList<RouteEndpoint> Endpoints => [.. Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal))];

    public static string Name(this RouteEndpoint endpoint) =>
        $"{string.Join('/', endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["*"])} {endpoint.RoutePattern.RawText}";

    // Writing the OpenAPI document composes everything, maps every endpoint and ends: the host is caught as it is built.
    static IServiceProvider Compose()
    {
        var caught = new HostCatcher();
        using var subscription = DiagnosticListener.AllListeners.Subscribe(caught);
        var document = Path.GetTempFileName();
        try
        {
            typeof(Program).Assembly.EntryPoint!.Invoke(null, [new[] { "--openapi", document }]);
        }
        finally
        {
            File.Delete(document);
        }

        return caught.Host!.Services;
    }

    sealed class HostCatcher : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public IHost? Host { get; private set; }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.Extensions.Hosting") value.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == "HostBuilt") Host = (IHost)value.Value!;
        }

        public void OnError(Exception error)
        {
        }

        public void OnCompleted()
        {
        }
    }
}
