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
/// Others join a panel that is at work 增聘: conflicts that came to light have left too few for a case. They see what all see, declare like all,
/// and give their opinion alone like all, in the discussion too.
/// </summary>
internal sealed record AppointMembers(IReadOnlyList<MemberFacts> Members, int Version) : IRequest<SavedRound>
{
    internal Guid RoundId { get; init; }
}

internal sealed class AppointMembersEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/rounds/{roundId:guid}/members", async (Guid roundId, AppointMembers command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { RoundId = roundId }, ct)))
        .RequirePermission(Permissions.PurchasesConvene, DataScope.Organisation)
        .Idempotent();
}

internal sealed class AppointMembersValidator : AbstractValidator<AppointMembers>
{
    public AppointMembersValidator() => RuleFor(c => c.Members).NotEmpty().SetValidator(new MemberFactsRules());
}

internal sealed class AppointMembersHandler(PurchaseReviewDb db, CaseReach reach, RoundDesk desk, Conflicts conflicts) : IRequestHandler<AppointMembers, SavedRound>
{
    public async Task<SavedRound> Handle(AppointMembers request, CancellationToken cancellationToken)
    {
        var round = await reach.Round(request.RoundId, cancellationToken);
        var members = await desk.Members(round.Id, request.Members, cancellationToken);
        round.Appoint(members, request.Version);
        db.AddRange(members);
        var people = members.Select(member => member.AccountId).ToList();
        var cases = await (await reach.Cases(cancellationToken)).Include(c => c.Ballots)
            .Where(c => c.RoundId == round.Id && (c.State == CaseState.UnderReview || c.State == CaseState.InDiscussion)).ToListAsync(cancellationToken);
        foreach (var judged in cases)
            foreach (var member in members) judged.Ballots.Add(new Ballot { CaseId = judged.Id, AccountId = member.AccountId, Name = member.Name, Seat = member.Seat });

        desk.Recuse(cases, await conflicts.Derive(people, cases, cancellationToken));
        desk.Tell(round, cases.SelectMany(c => c.Ballots).Where(ballot => people.Contains(ballot.AccountId)), "panel.convened");
        return await desk.Keep(round, "members-appointed", new { Members = members.Select(m => new { m.Name, m.Seat }) }, cancellationToken);
    }
}
