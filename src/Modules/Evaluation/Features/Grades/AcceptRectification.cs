using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Evaluation;

/// <summary>The region accepts what an unqualified unit has put right 整改验收 (E-8): what followed from the grade ends on that day.</summary>
/// <param name="Note">By which inspection or document.</param>
internal sealed record AcceptRectification(DateOnly AcceptedOn, string Note, int Version) : IRequest<SavedGrade>
{
    internal Guid GradeId { get; init; }
}

internal sealed class AcceptRectificationEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/grades/{gradeId:guid}/rectification", async (Guid gradeId, AcceptRectification command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { GradeId = gradeId }, ct)))
        .RequirePermission(Permissions.GradesManage, DataScope.Organisation);
}

internal sealed class AcceptRectificationValidator : AbstractValidator<AcceptRectification>
{
    public AcceptRectificationValidator(TimeProvider clock)
    {
        RuleFor(c => c.AcceptedOn).Must(day => day <= clock.Today()).WithErrorCode("date.out-of-range").WithMessage("Not after today.");
        RuleFor(c => c.Note).NotEmpty().MaximumLength(GradeFactsRules.LongestReason);
    }
}

internal sealed class AcceptRectificationHandler(EvaluationDb db, Grades grades, CurrentUser user, TimeProvider clock) : IRequestHandler<AcceptRectification, SavedGrade>
{
    public async Task<SavedGrade> Handle(AcceptRectification request, CancellationToken cancellationToken)
    {
        var grade = await grades.One(request.GradeId, cancellationToken);
        var before = GradeLine.Of(grade);
        grade.Accept(request.AcceptedOn, request.Note, request.Version, grades.By, clock.GetUtcNow());
        db.Record(user, clock, "grade.accepted", grade.Id, grade.UnitPath, before, GradeLine.Of(grade), request.Note.Trim());
        db.Announce(grade.UnitId, GradeNotices.Of(grade, "grade.accepted", request.Note.Trim(), grades.By), clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new SavedGrade(grade.Id, grade.Version);
    }
}
