using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Modular.Shared;

/// <summary>Demands a signed-in caller and, where the endpoint names one, its permission. What is somebody's own account's is no machine's.</summary>
public sealed record PermissionRequirement(string? Permission) : IAuthorizationRequirement;

sealed class PermissionCheck(CurrentUser user) : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (user.SignedIn && (requirement.Permission is null ? !user.IsMachine : user.Can(requirement.Permission))) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

public static class PermissionCheckRegistration
{
    /// <summary>Every endpoint that says nothing else demands an account that nobody has: an endpoint without a rule answers nobody.</summary>
    public static IServiceCollection AddPermissionChecks(this IServiceCollection services) => services
        .AddHttpContextAccessor()
        .AddScoped<CurrentUser>()
        .AddScoped<IAuthorizationHandler, PermissionCheck>()
        .AddAuthorization(options => options.FallbackPolicy = new AuthorizationPolicyBuilder()
            .RequireAuthenticatedUser()
            .RequireAssertion(_ => false)
            .Build());
}
