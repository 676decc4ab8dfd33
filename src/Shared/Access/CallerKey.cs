using Microsoft.AspNetCore.Http;

namespace Modular.Shared;

/// <summary>
/// The key a machine sends with its request: <c>Authorization: Bearer …</c> or <c>X-Api-Key: …</c>. No page of another site can make a
/// browser send either, so what protects sessions from such pages does not concern requests with a key.
/// </summary>
public static class CallerKey
{
    public const string Header = "X-Api-Key";

    const string Bearer = "Bearer ";

    public static string? In(HttpRequest request)
    {
        if (request.Headers[Header].ToString() is { Length: > 0 } key) return key.Trim();
        var authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..].Trim() : null;
    }
}
