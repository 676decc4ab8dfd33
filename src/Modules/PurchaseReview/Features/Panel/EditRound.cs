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

/// <summary>The centre builds the panel, takes cases in and ranks them; after the panel is convened only the meeting's day and the minutes change.</summary>
internal sealed record EditRound(RoundFacts Facts, int Version) : IRequest<SavedRound>
{
    internal Guid RoundId { get; init; }
}

internal sealed class EditRoundEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/rounds/{roundId:guid}", async (Guid roundId, EditRound command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { RoundId = roundId }, ct)))
        .RequirePermission(Permissions.PurchasesConvene, DataScope.Organisation);
}

internal sealed class EditRoundValidator : AbstractValidator<EditRound>
{
    public EditRoundValidator() => RuleFor(c => c.Facts).NotNull().SetValidator(new RoundFactsRules());
}

internal sealed class EditRoundHandler(PurchaseReviewDb db, CaseReach reach, RoundDesk desk) : IRequestHandler<EditRound, SavedRound>
{
    public async Task<SavedRound> Handle(EditRound request, CancellationToken cancellationToken)
    {
        var round = await reach.Round(request.RoundId, cancellationToken);
        var members = round.State == RoundState.Open ? await desk.Members(round.Id, request.Facts.Members, cancellationToken) : round.Members;
        var known = round.Members.Select(member => member.AccountId).ToHashSet();
        round.Edit(request.Facts, members, request.Version);
        foreach (var added in round.Members.Where(member => !known.Contains(member.AccountId))) db.Entry(added).State = EntityState.Added;
        if (round.State == RoundState.Open) await desk.TakeIn(round, request.Facts.CaseIds, cancellationToken);
        return await desk.Keep(round, "edited", new { round.Name, round.Year, round.Annual, round.BudgetFen, Members = members.Count, round.MeetingOn }, cancellationToken);
    }
}
