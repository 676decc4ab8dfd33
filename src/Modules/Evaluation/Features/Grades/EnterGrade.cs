using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Evaluation;

/// <summary>The region enters the grade that it published for a unit (IM 23), from the document.</summary>
/// <param name="Year">The year that was evaluated.</param>
internal sealed record EnterGrade(Guid UnitId, int Year, GradeFacts Facts) : IRequest<SavedGrade>;

internal sealed record SavedGrade(Guid Id, int Version);

internal sealed class EnterGradeEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/grades", async (EnterGrade command, IMediator mediator, CancellationToken ct) =>
        {
            var saved = await mediator.Send(command, ct);
            return TypedResults.Created($"/api/evaluation/grades/{saved.Id}", saved);
        })
        .RequirePermission(Permissions.GradesManage, DataScope.Organisation)
        .Idempotent();
}

internal sealed class EnterGradeValidator : AbstractValidator<EnterGrade>
{
    public EnterGradeValidator(TimeProvider clock)
    {
        RuleFor(c => c.Year).Must(year => year >= GradeFactsRules.FirstYear && year < clock.Today().Year).WithErrorCode("grade.year").WithMessage("A year that is over.");
        RuleFor(c => c.Facts).NotNull().SetValidator(new GradeFactsRules(clock));
        RuleFor(c => c.Facts).Must((c, facts) => facts is null || facts.DecidedOn.Year > c.Year).OverridePropertyName("facts.decidedOn")
            .WithErrorCode("grade.decided-early").WithMessage("A year is evaluated when it is over.");
    }
}

internal sealed class GradeFactsRules : AbstractValidator<GradeFacts>
{
    public const int FirstYear = 1990;
    public const int LongestName = 200;
    public const int LongestDocument = 100;
    public const int LongestReason = 1000;

    public GradeFactsRules(TimeProvider clock)
    {
        RuleFor(f => f.Grade).IsInEnum();
        RuleFor(f => f.DecidedBy).NotEmpty().MaximumLength(LongestName);
        RuleFor(f => f.Document).NotEmpty().MaximumLength(LongestDocument);
        RuleFor(f => f.DecidedOn).Must(day => day.Year > FirstYear && day <= clock.Today()).WithErrorCode("date.out-of-range").WithMessage("Not after today.");
    }
}

internal sealed class EnterGradeHandler(EvaluationDb db, Grades grades, IUnitDirectory units, IPolicies policies, CurrentUser user, TimeProvider clock) : IRequestHandler<EnterGrade, SavedGrade>
{
    public async Task<SavedGrade> Handle(EnterGrade request, CancellationToken cancellationToken)
    {
        var unit = (await units.FindMany([request.UnitId], cancellationToken)).GetValueOrDefault(request.UnitId);
        if (unit is null || !user.Sees(unit.Path)) throw GradeProblems.UnitNotFound(request.UnitId);
        if (await db.Grades.AnyAsync(g => g.UnitId == unit.Id && g.Year == request.Year && g.WithdrawnOn == null, cancellationToken)) throw GradeProblems.AlreadyGraded(request.Year);
        var policy = await policies.On(request.Facts.DecidedOn, unit.Path, cancellationToken);
        var entered = UnitGrade.Enter(unit, request.Year, request.Facts, policy, grades.By, clock.GetUtcNow());
        db.Grades.Add(entered);
        db.Record(user, clock, "grade.entered", entered.Id, unit.Path, after: GradeLine.Of(entered));
        db.Announce(unit.Id, GradeNotices.Of(entered, "grade.entered", "", grades.By), clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new SavedGrade(entered.Id, entered.Version);
    }
}
