using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Records a training or technical exchange that somebody of my own unit took part in (AX 八, IM 12(三)).</summary>
/// <param name="Hours">学时.</param>
internal sealed record RecordTraining(TrainingKind Kind, string Topic, string? Organiser, DateOnly From, DateOnly? Until, int? Hours, string? Certificate) : IRequest<OpenedRecord>
{
    internal Guid MemberId { get; init; }
}

internal sealed class RecordTrainingEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/staff/{memberId:guid}/trainings", async (Guid memberId, RecordTraining command, IMediator mediator, CancellationToken ct) =>
        {
            var recorded = await mediator.Send(command with { MemberId = memberId }, ct);
            return TypedResults.Created($"/api/units/staff/{memberId}", recorded);
        })
        .RequirePermission(Permissions.StaffEdit, DataScope.OwnOrganisation)
        .Idempotent();
}

internal sealed class RecordTrainingValidator : AbstractValidator<RecordTraining>
{
    const int MostHours = 2000;

    public RecordTrainingValidator(TimeProvider clock)
    {
        RuleFor(c => c.Kind).IsInEnum();
        RuleFor(c => c.Topic).NotEmpty().MaximumLength(200);
        RuleFor(c => c.Organiser).MaximumLength(200);
        RuleFor(c => c.From).Must(day => day.Year >= 1980 && day <= clock.Today()).WithErrorCode("date.out-of-range").WithMessage("Between 1980 and today.");
        RuleFor(c => c.Until).Must((command, day) => day is null || day >= command.From && day <= command.From.AddYears(5)).WithErrorCode("date.end-before-beginning").WithMessage("Not before its beginning.");
        RuleFor(c => c.Hours).InclusiveBetween(1, MostHours);
        RuleFor(c => c.Certificate).MaximumLength(100);
    }
}

internal sealed class RecordTrainingHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<RecordTraining, OpenedRecord>
{
    public async Task<OpenedRecord> Handle(RecordTraining request, CancellationToken cancellationToken)
    {
        var member = await db.OwnStaff(request.MemberId, user, cancellationToken);
        var training = new StaffTraining
        {
            MemberId = member.Id, Kind = request.Kind, Topic = request.Topic.Trim(), Organiser = request.Organiser?.Trim(), From = request.From, Until = request.Until, Hours = request.Hours,
            Certificate = request.Certificate?.Trim(), EnteredBy = user.DisplayName,
        };
        db.StaffTrainings.Add(training);
        db.Record(user, clock, "training.recorded", member.Id, user.ScopePath, after: new { training.Kind, training.Topic, training.From, training.Hours });
        await db.SaveChangesAsync(cancellationToken);
        return new OpenedRecord(training.Id, 1);
    }
}
