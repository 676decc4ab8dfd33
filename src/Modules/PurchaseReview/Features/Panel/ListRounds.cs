using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>The rounds of my region, or those on whose panel I sit.</summary>
internal sealed record ListRounds(int? Page, int? Size) : IRequest<Page<RoundRow>>;

/// <param name="Cases">Of those that I may know of.</param>
/// <param name="Mine">Of these, what waits for me: to declare, to give an opinion, to vote.</param>
internal sealed record RoundRow(Guid Id, string Name, int Year, bool Annual, long? BudgetFen, DateOnly? ApplyUntil, DateOnly? MeetingOn, RoundState State, int Cases, int Decided, int Mine, int Version);

internal sealed class ListRoundsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/rounds", async ([AsParameters] ListRounds query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
        .RequirePermission(Permissions.PurchasesRead, DataScope.Organisation);
}

internal sealed class ListRoundsHandler(CaseReach reach, CurrentUser user) : IRequestHandler<ListRounds, Page<RoundRow>>
{
    public async Task<Page<RoundRow>> Handle(ListRounds request, CancellationToken cancellationToken)
    {
        var (cases, me) = (await reach.Cases(cancellationToken), user.AccountId);
        return await reach.Rounds.AsNoTracking().OrderByDescending(r => r.CreatedAt).ThenByDescending(r => r.Id).Select(r => new RoundRow(
                r.Id, r.Name, r.Year, r.Annual, r.BudgetFen, r.ApplyUntil, r.MeetingOn, r.State, cases.Count(c => c.RoundId == r.Id), cases.Count(c => c.RoundId == r.Id && c.State == CaseState.Decided),
                cases.Count(c => c.RoundId == r.Id && c.Ballots.Any(b => b.AccountId == me && (c.State == CaseState.UnderReview && b.OpinionAt == null || c.State == CaseState.InDiscussion && b.VotedAt == null))), r.Version))
            .ToPage(request.Page, request.Size, cancellationToken);
    }
}
