using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Modular.Shared;

namespace Modular.Tests.Access;

/// <summary>What is taken away from one endpoint.</summary>
enum Guard
{
    /// <summary>Nobody has to be signed in.</summary>
    SignIn,

    /// <summary>Whoever is signed in has the permission.</summary>
    Permission,

    /// <summary>Everything lies in everybody's subtree.</summary>
    Scope,

    /// <summary>Whatever is in reach is the caller's to change, whoever it is entrusted to.</summary>
    Trust,

    /// <summary>Of everything, only what lies above the caller counts as theirs: their department's.</summary>
    Width,

    /// <summary>Another organisation is taken for the caller's own.</summary>
    Own,
}

/// <summary>A fault put into the platform on purpose: one endpoint without one of its guards.</summary>
sealed record Mutant(string Endpoint, Guard Guard)
{
    public override string ToString() => $"{Endpoint} without its {Guard.ToString().ToLowerInvariant()}";
}

/// <summary>The platform on the same database, with room for one mutant at a time.</summary>
sealed class MutantHost : IDisposable
{
    readonly WebApplicationFactory<Program> _host;
    readonly Surgery _surgery = new();

    public MutantHost(App app)
    {
        _host = app.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
        {
            services.AddSingleton(_surgery);
            services.RemoveAll<CurrentUser>();
            services.AddScoped<CurrentUser, Patient>();
            services.AddScoped<IAuthorizationHandler, OpenDoor>();
        }));
        _host.Server.PreserveExecutionContext = true;
        Http = _host.CreateClient(new WebApplicationFactoryClientOptions { HandleCookies = false, AllowAutoRedirect = false });
    }

    public HttpClient Http { get; }

    /// <param name="elsewhere">The organisation that is taken for the caller's own where that guard is missing.</param>
    public void Become(Mutant mutant, Guid elsewhere) => (_surgery.Mutant, _surgery.Elsewhere) = (mutant, elsewhere);

    public void Dispose()
    {
        Http.Dispose();
        _host.Dispose();
    }

    sealed class Surgery
    {
        public Mutant? Mutant { get; set; }

        public Guid Elsewhere { get; set; }

        public bool Took(Guard guard, HttpContext? context) =>
            Mutant is { } mutant && mutant.Guard == guard && context?.GetEndpoint() is RouteEndpoint endpoint && Matrix.NameOf(endpoint) == mutant.Endpoint;
    }

    sealed class Patient(IHttpContextAccessor http, Surgery surgery) : CurrentUser(http)
    {
        readonly IHttpContextAccessor _http = http;

        public override string ScopePath => surgery.Took(Guard.Scope, _http.HttpContext) ? ""
            : surgery.Took(Guard.Width, _http.HttpContext) && base.ScopePath.Length > Segment ? base.ScopePath[..^Segment]
            : base.ScopePath;

        static int Segment => Modular.Units.Organisation.PathSegment;

        public override Guid OrganisationId => surgery.Took(Guard.Own, _http.HttpContext) ? surgery.Elsewhere : base.OrganisationId;

        public override bool Can(string permission) => surgery.Took(Guard.Permission, _http.HttpContext)
            || permission == Contracts.Permissions.InstrumentsEdit && surgery.Took(Guard.Trust, _http.HttpContext) || base.Can(permission);
    }

    sealed class OpenDoor(IHttpContextAccessor http, Surgery surgery) : IAuthorizationHandler
    {
        public Task HandleAsync(AuthorizationHandlerContext context)
        {
            if (surgery.Took(Guard.SignIn, http.HttpContext))
                foreach (var requirement in context.PendingRequirements.ToList()) context.Succeed(requirement);
            return Task.CompletedTask;
        }
    }
}
