using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Takes out a training that was recorded by mistake.</summary>
internal sealed record RemoveTraining(Guid MemberId, Guid TrainingId) : IRequest;

internal sealed class RemoveTrainingEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/staff/{memberId:guid}/trainings/{trainingId:guid}", async (Guid memberId, Guid trainingId, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new RemoveTraining(memberId, trainingId), ct);
            return TypedResults.NoContent();
        })
        .RequirePermission(Permissions.StaffEdit, DataScope.OwnOrganisation);
}

internal sealed class RemoveTrainingHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : AsyncRequestHandler<RemoveTraining>
{
    protected override async Task Handle(RemoveTraining request, CancellationToken cancellationToken)
    {
        var member = await db.OwnStaff(request.MemberId, user, cancellationToken);
        var training = await db.StaffTrainings.SingleOrDefaultAsync(t => t.Id == request.TrainingId && t.MemberId == member.Id, cancellationToken) ?? throw UnitProblems.TrainingNotFound(request.TrainingId);
        db.StaffTrainings.Remove(training);
        db.Record(user, clock, "training.removed", member.Id, user.ScopePath, before: new { training.Kind, training.Topic, training.From, training.Hours });
        await db.SaveChangesAsync(cancellationToken);
    }
}
