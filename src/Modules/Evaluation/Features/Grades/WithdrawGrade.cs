using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Evaluation;

/// <summary>A grade that should not have been entered, or was revoked: it counts no more, nor does what followed from it. It stays to be read.</summary>
internal sealed record WithdrawGrade(string Reason, int Version) : IRequest<SavedGrade>
{
    internal Guid GradeId { get; init; }
}

internal sealed class WithdrawGradeEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/grades/{gradeId:guid}/withdraw", async (Guid gradeId, WithdrawGrade command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { GradeId = gradeId }, ct)))
        .RequirePermission(Permissions.GradesManage, DataScope.Organisation);
}

internal sealed class WithdrawGradeValidator : AbstractValidator<WithdrawGrade>
{
    public WithdrawGradeValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(GradeFactsRules.LongestReason);
}

internal sealed class WithdrawGradeHandler(EvaluationDb db, Grades grades, CurrentUser user, TimeProvider clock) : IRequestHandler<WithdrawGrade, SavedGrade>
{
    public async Task<SavedGrade> Handle(WithdrawGrade request, CancellationToken cancellationToken)
    {
        var grade = await grades.One(request.GradeId, cancellationToken);
        var before = GradeLine.Of(grade);
        grade.Withdraw(clock.Today(), request.Reason, request.Version, grades.By, clock.GetUtcNow());
        db.Record(user, clock, "grade.withdrawn", grade.Id, grade.UnitPath, before, GradeLine.Of(grade), request.Reason.Trim());
        db.Announce(grade.UnitId, GradeNotices.Of(grade, "grade.withdrawn", request.Reason.Trim(), grades.By), clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new SavedGrade(grade.Id, grade.Version);
    }
}
