using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>
/// Many applications are endorsed or found complete at once, each as if by itself: an annual round brings a hundred. What is to be returned is
/// returned one by one, for it says why.
/// </summary>
internal sealed record PassCases(IReadOnlyList<CaseVersion> Cases) : IRequest<BulkReport>
{
    internal CaseAction As { get; init; }
}

/// <summary>A case in the version its list showed.</summary>
internal sealed record CaseVersion(Guid Id, int Version);

internal sealed class PassCasesEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Step("unit-review", Permissions.PurchasesEndorse, CaseAction.EndorseInUnit);
        Step("supervisor-review", Permissions.PurchasesReview, CaseAction.EndorseBySupervisor);
        Step("completeness", Permissions.PurchasesConvene, CaseAction.FindComplete);

        void Step(string name, string permission, CaseAction step) => routes
            .MapPost($"/cases/{name}", async (PassCases command, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(command with { As = step }, ct)))
            .RequirePermission(permission, DataScope.Organisation)
            .Idempotent();
    }
}

internal sealed class PassCasesValidator : AbstractValidator<PassCases>
{
    const int Most = 200;

    public PassCasesValidator()
    {
        RuleFor(c => c.Cases).NotEmpty().Must(cases => cases is null || cases.Count <= Most).WithErrorCode("bulk.too-many").WithMessage($"At most {Most} at once.");
        RuleFor(c => c.Cases).Must(cases => cases is null || cases.All(each => each is not null) && cases.DistinctBy(each => each.Id).Count() == cases.Count)
            .WithErrorCode("bulk.repeated").WithMessage("The same application stands in the list twice.");
    }
}

internal sealed class PassCasesHandler(PurchaseReviewDb db, CaseReach reach, CaseDesk desk, TimeProvider clock) : IRequestHandler<PassCases, BulkReport>
{
    public async Task<BulkReport> Handle(PassCases request, CancellationToken cancellationToken)
    {
        var (now, ids) = (clock.GetUtcNow(), request.Cases.Select(each => each.Id).ToList());
        var action = request.As switch { CaseAction.EndorseInUnit => "unit-endorsed", CaseAction.EndorseBySupervisor => "supervisor-endorsed", _ => "complete" };
        var found = await (await reach.Cases(cancellationToken)).Include(c => c.Wishes.OrderBy(wish => wish.Position)).Where(c => ids.Contains(c.Id)).AsSplitQuery().ToDictionaryAsync(c => c.Id, cancellationToken);
        var rows = new List<BulkRow>(request.Cases.Count);
        foreach (var each in request.Cases)
        {
            var passed = found.GetValueOrDefault(each.Id);
            try
            {
                if (passed is null) throw CaseProblems.NotFound(each.Id);
                passed.Step(request.As, each.Version, now);
                desk.Note(passed, action, null, []);
                rows.Add(new BulkRow(each.Id, passed.Number, true, null, null));
            }
            catch (Problem refused)
            {
                rows.Add(new BulkRow(each.Id, passed?.Number, false, refused.Code, refused.Message));
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        return BulkReport.Of(rows);
    }
}
