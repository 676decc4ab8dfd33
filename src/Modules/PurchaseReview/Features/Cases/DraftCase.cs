using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>A unit begins an application for instruments. What is not known yet may be left open until it is handed in.</summary>
internal sealed record DraftCase(CaseFacts Facts) : IRequest<SavedCase>;

internal sealed class DraftCaseEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/cases", async (DraftCase command, IMediator mediator, CancellationToken ct) =>
        {
            var saved = await mediator.Send(command, ct);
            return TypedResults.Created($"/api/purchase-review/cases/{saved.Id}", saved);
        })
        .RequirePermission(Permissions.PurchasesApply, DataScope.Account)
        .Idempotent();
}

internal sealed class DraftCaseValidator : AbstractValidator<DraftCase>
{
    public DraftCaseValidator() => RuleFor(c => c.Facts).NotNull().SetValidator(new CaseFactsRules());
}

internal sealed class DraftCaseHandler(PurchaseReviewDb db, CaseReach reach, IUnitDirectory units, CurrentUser user, TimeProvider clock) : IRequestHandler<DraftCase, SavedCase>
{
    public async Task<SavedCase> Handle(DraftCase request, CancellationToken cancellationToken)
    {
        var unit = (await units.FindMany([user.OrganisationId], cancellationToken)).GetValueOrDefault(user.OrganisationId) ?? throw Problem.NotFound("unit", user.OrganisationId);
        if (request.Facts.RoundId is { } round) await reach.AnnualRound(round, clock.Today(), cancellationToken);
        // The case has no files yet that a quotation could be among.
        var facts = request.Facts with { Wishes = [.. request.Facts.Wishes.Select(wish => wish with { Quotations = [.. wish.Quotations.Select(q => q with { FileId = null })] })] };
        var drafted = PurchaseCase.Draft(unit, facts, clock.GetUtcNow());
        db.Cases.Add(drafted);
        db.Record(user, clock, "purchase.drafted", drafted.Id, drafted.UnitPath, after: new { drafted.Number, drafted.TotalFen });
        await db.SaveChangesAsync(cancellationToken);
        return new SavedCase(drafted.Id, drafted.Version);
    }
}
