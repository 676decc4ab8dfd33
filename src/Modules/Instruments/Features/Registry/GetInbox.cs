using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>What waits for me in the registry, and the figures my tier watches .</summary>
internal sealed record GetInbox : IRequest<Inbox>;

/// <param name="Groups">toReview, overdueReview, toMend, toComplete, waiting: only those that can concern me; a count may be 0.</param>
/// <param name="Units">How many units have instruments in my subtree.</param>
/// <param name="ListedValueFen">Original value of the listed instruments, fen.</param>
internal sealed record Inbox(IReadOnlyList<InboxGroup> Groups, int Total, int Listed, int Units, long ListedValueFen);

/// <param name="Key">toReview 待审核, overdueReview 审核逾期, toMend 已退回待改, toComplete 草稿, waiting 已提交.</param>
/// <param name="Mine">Whether I must act, rather than wait for somebody else.</param>
internal sealed record InboxGroup(string Key, int Count, bool Mine, LifeCycle LifeCycle);

internal sealed class GetInboxEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/inbox", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetInbox(), ct)))
        .RequirePermission(Permissions.InstrumentsRead, DataScope.Organisation);
}

internal sealed class GetInboxHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<GetInbox, Inbox>
{
    /// <summary>A review that takes longer is shown as late. No notice sets it; ten working days are what a desk can keep.</summary>
    const int ReviewWorkingDays = 10;

    public async Task<Inbox> Handle(GetInbox request, CancellationToken cancellationToken)
    {
        var lateBefore = LateBefore();
        var states = await db.Instruments.AsNoTracking().Within(user)
            .GroupBy(i => i.LifeCycle)
            .Select(group => new
            {
                State = group.Key,
                Count = group.Count(),
                Late = group.Count(i => i.SubmittedAt < lateBefore),
                Value = group.Sum(i => i.OriginalValueFen ?? 0),
            })
            .ToListAsync(cancellationToken);
        var units = await db.Instruments.AsNoTracking().Within(user).Select(i => i.UnitId).Distinct().CountAsync(cancellationToken);
        int Count(LifeCycle state) => states.SingleOrDefault(s => s.State == state)?.Count ?? 0;

        var (edits, reviews) = (user.Can(Permissions.InstrumentsEdit), user.Can(Permissions.InstrumentsReview));
        var groups = new List<InboxGroup>();
        if (reviews)
        {
            groups.Add(new InboxGroup("overdueReview", states.SingleOrDefault(s => s.State == LifeCycle.Submitted)?.Late ?? 0, true, LifeCycle.Submitted));
            groups.Add(new InboxGroup("toReview", Count(LifeCycle.Submitted), true, LifeCycle.Submitted));
        }

        groups.Add(new InboxGroup("toMend", Count(LifeCycle.Returned), edits, LifeCycle.Returned));
        groups.Add(new InboxGroup("toComplete", Count(LifeCycle.Draft), edits, LifeCycle.Draft));
        if (!reviews) groups.Add(new InboxGroup("waiting", Count(LifeCycle.Submitted), false, LifeCycle.Submitted));
        var listed = states.SingleOrDefault(s => s.State == LifeCycle.Listed);
        return new Inbox(groups, states.Sum(s => s.Count), listed?.Count ?? 0, units, listed?.Value ?? 0);
    }

    DateTimeOffset LateBefore()
    {
        var day = clock.Today();
        for (var left = ReviewWorkingDays; left > 0;)
        {
            day = day.AddDays(-1);
            if (WorkingDays.Official.IsWorkingDay(day)) left--;
        }

        return new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8)).ToUniversalTime();
    }
}
