using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>A purchase was called given up by mistake 撤销终止: the instrument is awaited again, to its old day. What was said stays in the audit trail.</summary>
internal sealed record ResumeExpectation(int Version) : IRequest
{
    internal Guid ExpectationId { get; init; }
}

internal sealed class ResumeExpectationEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/expectations/{expectationId:guid}/resume", async (Guid expectationId, ResumeExpectation command, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(command with { ExpectationId = expectationId }, ct);
            return TypedResults.NoContent();
        })
        .RequirePermission(Permissions.PurchasesConvene, DataScope.Organisation);
}

internal sealed class ResumeExpectationHandler(PurchaseReviewDb db, CaseReach reach, CurrentUser user, TimeProvider clock) : AsyncRequestHandler<ResumeExpectation>
{
    protected override async Task Handle(ResumeExpectation request, CancellationToken cancellationToken)
    {
        var awaited = await reach.Awaited(request.ExpectationId, cancellationToken);
        var (endedOn, reason) = (awaited.EndedOn, awaited.EndReason);
        awaited.Resume(request.Version);
        db.Record(user, clock, "purchase.resumed", awaited.CaseId, awaited.Case.UnitPath, before: new { EndedOn = endedOn, Reason = reason }, after: new { awaited.NameZh, awaited.Model, awaited.Piece, awaited.DueOn });
        db.Announce(awaited.CaseId, new NoticeRaised("purchase.resumed", awaited.UnitId, Permissions.PurchasesApply, $"/purchases/{awaited.CaseId}", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["number"] = awaited.Case.Number, ["name"] = awaited.NameZh ?? "", ["by"] = $"{user.OrganisationName} {user.DisplayName}",
        }), clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
    }
}
