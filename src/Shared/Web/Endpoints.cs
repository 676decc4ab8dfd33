using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Modular.Shared;

/// <summary>One use case's door. Found by scanning; the route is relative to the module's prefix.</summary>
public interface IEndpoint
{
    static abstract void Map(IEndpointRouteBuilder routes);
}

/// <summary>Which module an endpoint belongs to, and the database context its commands write through.</summary>
public sealed record ModuleMark(string Name, Type Database);

public static class Endpoints
{
    /// <summary>Names the permission a caller needs and the rows the endpoint may touch.</summary>
    public static RouteHandlerBuilder RequirePermission(this RouteHandlerBuilder endpoint, string permission, DataScope scope) => endpoint
        .WithMetadata(new AccessRule(permission, scope))
        .RequireAuthorization(policy => policy.AddRequirements(new PermissionRequirement(permission)));

    /// <summary>For everybody who has signed in, touching nothing but what is their own.</summary>
    public static RouteHandlerBuilder RequireAccount(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(new AccessRule(null, DataScope.Account))
        .RequireAuthorization(policy => policy.AddRequirements(new PermissionRequirement(null)));

    /// <summary>For everybody, signed in or not.</summary>
    public static RouteHandlerBuilder Public(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(new AccessRule(null, DataScope.Public))
        .AllowAnonymous();

    /// <summary>Opens /api/{name} and maps every endpoint found in the module's assembly, and the module's audit trail, dead letters and background work.</summary>
    public static RouteGroupBuilder MapModule(this IEndpointRouteBuilder app, ModuleMark module, Assembly assembly, string auditPermission, string operationsPermission)
    {
        var group = app.MapGroup($"/api/{module.Name}").WithTags(module.Name).WithMetadata(module);
        foreach (var type in assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IEndpoint)) && type is { IsInterface: false, IsAbstract: false }))
            type.GetMethod(nameof(IEndpoint.Map), BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [group]);
        ListAudit.Map(group, module, auditPermission);
        AuditVerification.Map(group, module, operationsPermission);
        DeadLetters.Map(group, module, operationsPermission);
        JobDesk.Map(group, module, operationsPermission);
        return group;
    }
}
