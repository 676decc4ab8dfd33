using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Puts a mail that was given up among those that wait again, once the cause is gone.</summary>
internal sealed record RetryMail(Guid MailId) : IRequest;

internal sealed class RetryMailEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/mails/{mailId:guid}/retry", async (Guid mailId, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new RetryMail(mailId), ct);
            return TypedResults.NoContent();
        })
        .RequirePermission(Permissions.OperationsRead, DataScope.Organisation);
}

internal sealed class RetryMailHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : AsyncRequestHandler<RetryMail>
{
    protected override async Task Handle(RetryMail request, CancellationToken cancellationToken)
    {
        var mail = await db.Mails.Include(m => m.Organisation)
            .SingleOrDefaultAsync(m => m.Id == request.MailId && m.Organisation.Path.StartsWith(user.ScopePath), cancellationToken) ?? throw UnitProblems.MailNotFound(request.MailId);
        if (mail.State != MailState.Dead) throw UnitProblems.MailNotDead();
        (mail.State, mail.Attempts, mail.NextAttemptAt, mail.LeaseUntil) = (MailState.Waiting, 0, clock.GetUtcNow(), null);
        db.Record(user, clock, "mail.retried", mail.Id, mail.Organisation.Path, after: new { mail.Address, mail.Subject });
        await db.SaveChangesAsync(cancellationToken);
    }
}
