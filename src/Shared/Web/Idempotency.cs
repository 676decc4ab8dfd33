using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Modular.Shared;

/// <summary>A command that was carried out under a key, and what was answered.</summary>
public sealed class IdempotentCommand
{
    public required Guid AccountId { get; init; }

    public required string Key { get; init; }

    public required string RequestHash { get; init; }

    public int Status { get; set; }

    public string? Body { get; set; }

    public string? Location { get; set; }

    public DateTimeOffset At { get; init; }

    internal void Answer(int status, object? answer) =>
        (Status, Body) = (status, answer is null ? null : JsonSerializer.Serialize(answer, answer.GetType(), JsonShape.Options));
}

/// <summary>
/// Commands that clients may repeat: with the same <c>Idempotency-Key</c> the same command is carried out once and answered alike. The
/// key's row is written in the command's own transaction, so a crash leaves both or neither, and a repeat that comes
/// while the first still runs waits for it.
/// </summary>
public static class Idempotency
{
    public const string Header = "Idempotency-Key";

    public static RouteHandlerBuilder Idempotent(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(new IdempotentMark())
        .AddEndpointFilter(async (call, next) =>
            call.HttpContext.Request.Headers[Header].ToString() is { Length: > 0 } key ? await Once(call, next, key) : await next(call));

    /// <summary>The body must be readable a second time, to tell a repeat from another command under the same key.</summary>
    public static IApplicationBuilder UseIdempotency(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Headers.ContainsKey(Header)) context.Request.EnableBuffering();
        return next(context);
    });

    /// <summary>
    /// For a command whose 200 is known before it is saved: under a key, the answer is kept by the statement that keeps what was done, and not by one of its own.
    /// </summary>
    public static T WillAnswer<T>(this ModuleDbContext db, T answer)
    {
        foreach (var command in db.IdempotentCommands.Local) command.Answer(200, answer);
        return answer;
    }

    static async Task<object?> Once(EndpointFilterInvocationContext call, EndpointFilterDelegate next, string key)
    {
        if (key.Length > 100) throw new Problem(400, "idempotency.key-too-long", "An Idempotency-Key has at most 100 characters.");
        var http = call.HttpContext;
        var services = http.RequestServices;
        var mark = http.GetEndpoint()!.Metadata.GetRequiredMetadata<ModuleMark>();
        var db = (ModuleDbContext)services.GetRequiredService(mark.Database);
        var account = services.GetRequiredService<CurrentUser>().AccountId;
        var hash = await HashOf(http.Request);
        var row = new IdempotentCommand { AccountId = account, Key = key, RequestHash = hash, At = services.GetRequiredService<TimeProvider>().GetUtcNow() };

        await using var transaction = await db.Database.BeginTransactionAsync(http.RequestAborted);
        db.IdempotentCommands.Add(row);
        try
        {
            await db.SaveChangesAsync(http.RequestAborted);
        }
        catch (DbUpdateException repeated) when (Databases.IsUniqueViolation(repeated))
        {
            await transaction.RollbackAsync(http.RequestAborted);
            db.ChangeTracker.Clear();
            return await Replay(db, account, key, hash, http);
        }

        var result = await next(call);
        row.Answer((result as IStatusCodeHttpResult)?.StatusCode ?? 200, (result as IValueHttpResult)?.Value);
        row.Location = (result?.GetType().GetProperty("Location")?.GetValue(result))?.ToString();
        await db.SaveChangesAsync(http.RequestAborted);
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }

    static async Task<IResult> Replay(ModuleDbContext db, Guid account, string key, string hash, HttpContext http)
    {
        var first = await db.IdempotentCommands.AsNoTracking().SingleAsync(c => c.AccountId == account && c.Key == key, http.RequestAborted);
        if (first.RequestHash != hash)
            throw new Problem(422, "idempotency.key-reused", "This Idempotency-Key was used for another command. Use a new one.");
        http.Response.Headers["Idempotency-Replayed"] = "true";
        if (first.Location is not null) http.Response.Headers.Location = first.Location;
        return first.Body is null
            ? Results.StatusCode(first.Status)
            : Results.Text(first.Body, "application/json", Encoding.UTF8, first.Status);
    }

    static async Task<string> HashOf(HttpRequest request)
    {
        request.Body.Position = 0;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0) hash.AppendData(buffer, 0, read);
        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>Marks endpoints that take an <c>Idempotency-Key</c>, for the OpenAPI document.</summary>
public sealed record IdempotentMark;
