using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Modular.Shared;

public sealed record DeadLetter(long Sequence, string Type, Guid Aggregate, DateTimeOffset OccurredAt, int Attempts, string? Error, DateTimeOffset DeadAt);

/// <summary>Events of a module that could not be delivered: seen, and sent again once the cause is gone.</summary>
static class DeadLetters
{
    public static void Map(IEndpointRouteBuilder routes, ModuleMark module, string permission)
    {
        routes.MapGet("/dead-letters", async (HttpContext http, int? page, int? size, CancellationToken ct) =>
                TypedResults.Ok(await Outbox(http, module).Outbox.AsNoTracking().Where(m => m.DeadAt != null).OrderBy(m => m.Sequence)
                    .Select(m => new DeadLetter(m.Sequence, m.Type, m.Aggregate, m.OccurredAt, m.Attempts, m.Error, m.DeadAt!.Value))
                    .ToPage(page, size, ct)))
            .RequirePermission(permission, DataScope.Platform);

        routes.MapPost("/dead-letters/{sequence:long}/redeliver", async (long sequence, HttpContext http, CurrentUser user, TimeProvider clock, CancellationToken ct) =>
            {
                var db = Outbox(http, module);
                var letter = await db.Outbox.SingleOrDefaultAsync(m => m.Sequence == sequence && m.DeadAt != null, ct) ?? throw Problem.NotFound("dead letter", sequence);
                (letter.DeadAt, letter.Attempts, letter.NextAttemptAt) = (null, 0, null);
                db.Record(user, clock, "event.redelivered", letter.Aggregate, user.ScopePath, after: new { letter.Sequence, letter.Type });
                await db.SaveChangesAsync(ct);
                return TypedResults.NoContent();
            })
            .RequirePermission(permission, DataScope.Platform);
    }

    static ModuleDbContext Outbox(HttpContext http, ModuleMark module) => (ModuleDbContext)http.RequestServices.GetRequiredService(module.Database);
}
