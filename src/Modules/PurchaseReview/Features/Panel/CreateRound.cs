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

/// <summary>The centre opens a round of review 评议批次: for single cases that are complete, or an annual one that units apply to .</summary>
internal sealed record CreateRound(RoundFacts Facts) : IRequest<SavedRound>;

internal sealed class CreateRoundEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/rounds", async (CreateRound command, IMediator mediator, CancellationToken ct) =>
        {
            var saved = await mediator.Send(command, ct);
            return TypedResults.Created($"/api/purchase-review/rounds/{saved.Id}", saved);
        })
        .RequirePermission(Permissions.PurchasesConvene, DataScope.Organisation)
        .Idempotent();
}

internal sealed class CreateRoundValidator : AbstractValidator<CreateRound>
{
    public CreateRoundValidator() => RuleFor(c => c.Facts).NotNull().SetValidator(new RoundFactsRules());
}

internal sealed class CreateRoundHandler(PurchaseReviewDb db, RoundDesk desk, CurrentUser user, TimeProvider clock) : IRequestHandler<CreateRound, SavedRound>
{
    public async Task<SavedRound> Handle(CreateRound request, CancellationToken cancellationToken)
    {
        var members = await desk.Members(Guid.Empty, request.Facts.Members, cancellationToken);
        var round = ReviewRound.Begin(user.ScopePath, request.Facts, members, clock.GetUtcNow());
        db.Rounds.Add(round);
        await desk.TakeIn(round, request.Facts.CaseIds, cancellationToken);
        return await desk.Keep(round, "created", new { round.Name, round.Year, round.Annual, round.BudgetFen, Members = members.Count }, cancellationToken);
    }
}
