using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Evaluation;

/// <summary>What was entered is not what the document says, or another document has replaced it: the grade is corrected, with the reason.</summary>
internal sealed record CorrectGrade(GradeFacts Facts, string Reason, int Version) : IRequest<SavedGrade>
{
    internal Guid GradeId { get; init; }
}

internal sealed class CorrectGradeEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/grades/{gradeId:guid}", async (Guid gradeId, CorrectGrade command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { GradeId = gradeId }, ct)))
        .RequirePermission(Permissions.GradesManage, DataScope.Organisation);
}

internal sealed class CorrectGradeValidator : AbstractValidator<CorrectGrade>
{
    public CorrectGradeValidator(TimeProvider clock)
    {
        RuleFor(c => c.Facts).NotNull().SetValidator(new GradeFactsRules(clock));
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(GradeFactsRules.LongestReason);
    }
}

internal sealed class CorrectGradeHandler(EvaluationDb db, Grades grades, IPolicies policies, CurrentUser user, TimeProvider clock) : IRequestHandler<CorrectGrade, SavedGrade>
{
    public async Task<SavedGrade> Handle(CorrectGrade request, CancellationToken cancellationToken)
    {
        var grade = await grades.One(request.GradeId, cancellationToken);
        if (request.Facts.DecidedOn.Year <= grade.Year) throw GradeProblems.DecidedEarly();
        var before = GradeLine.Of(grade);
        grade.Correct(request.Facts, await policies.On(request.Facts.DecidedOn, grade.UnitPath, cancellationToken), request.Version, grades.By, clock.GetUtcNow());
        db.Record(user, clock, "grade.corrected", grade.Id, grade.UnitPath, before, GradeLine.Of(grade), request.Reason.Trim());
        db.Announce(grade.UnitId, GradeNotices.Of(grade, "grade.corrected", request.Reason.Trim(), grades.By), clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new SavedGrade(grade.Id, grade.Version);
    }
}
