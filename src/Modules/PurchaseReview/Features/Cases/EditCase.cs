using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>The unit changes a draft, or mends what was returned.</summary>
internal sealed record EditCase(CaseFacts Facts, int Version) : IRequest<SavedCase>
{
    internal Guid CaseId { get; init; }
}

internal sealed class EditCaseEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/cases/{caseId:guid}", async (Guid caseId, EditCase command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { CaseId = caseId }, ct)))
        .RequirePermission(Permissions.PurchasesApply, DataScope.Organisation);
}

internal sealed class EditCaseValidator : AbstractValidator<EditCase>
{
    public EditCaseValidator() => RuleFor(c => c.Facts).NotNull().SetValidator(new CaseFactsRules());
}

internal sealed class EditCaseHandler(PurchaseReviewDb db, CaseReach reach, CurrentUser user, TimeProvider clock) : IRequestHandler<EditCase, SavedCase>
{
    public async Task<SavedCase> Handle(EditCase request, CancellationToken cancellationToken)
    {
        var edited = await reach.Case(request.CaseId, cancellationToken);
        var quoted = request.Facts.Wishes.SelectMany(wish => wish.Quotations).Select(quotation => quotation.FileId).OfType<Guid>().Distinct().ToList();
        var files = quoted.Count == 0 ? [] : await db.CaseFiles.Where(f => f.CaseId == edited.Id).Select(f => f.Id).ToListAsync(cancellationToken);
        if (quoted.Except(files).Any()) throw CaseProblems.FileNotFound(quoted.Except(files).First());
        if (request.Facts.RoundId is { } round && round != edited.RoundId) await reach.AnnualRound(round, clock.Today(), cancellationToken);
        var before = new { edited.TotalFen, Instruments = edited.Wishes.Count };
        edited.Edit(request.Facts, request.Version, clock.GetUtcNow());
        // Their keys are made here, so that EF takes new ones for old.
        foreach (var added in edited.Wishes.Where(wish => request.Facts.Wishes.All(wanted => wanted.Id != wish.Id))) db.Entry(added).State = EntityState.Added;
        db.Record(user, clock, "purchase.edited", edited.Id, edited.UnitPath, before, new { edited.TotalFen, Instruments = edited.Wishes.Count });
        await db.SaveChangesAsync(cancellationToken);
        return new SavedCase(edited.Id, edited.Version);
    }
}
