using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>A granted instrument will not be bought 放弃购置: it is awaited no more, with the reason, which stands on its case.</summary>
internal sealed record EndExpectation(string? Reason, int Version) : IRequest
{
    internal Guid ExpectationId { get; init; }
}

internal sealed class EndExpectationEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/expectations/{expectationId:guid}/end", async (Guid expectationId, EndExpectation command, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(command with { ExpectationId = expectationId }, ct);
            return TypedResults.NoContent();
        })
        .RequirePermission(Permissions.PurchasesConvene, DataScope.Organisation);
}

internal sealed class EndExpectationValidator : AbstractValidator<EndExpectation>
{
    public EndExpectationValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(Expectation.LongestReason);
}

internal sealed class EndExpectationHandler(PurchaseReviewDb db, CaseReach reach, CurrentUser user, TimeProvider clock) : AsyncRequestHandler<EndExpectation>
{
    protected override async Task Handle(EndExpectation request, CancellationToken cancellationToken)
    {
        var awaited = await reach.Awaited(request.ExpectationId, cancellationToken);
        var reason = request.Reason!.Trim();
        awaited.End(clock.Today(), reason, $"{user.OrganisationName} {user.DisplayName}", request.Version);
        db.Record(
            user, clock, "purchase.given-up", awaited.CaseId, awaited.Case.UnitPath, before: new { awaited.NameZh, awaited.Model, awaited.Piece, awaited.DueOn }, after: new { awaited.EndedOn }, why: reason);
        db.Announce(awaited.CaseId, new NoticeRaised("purchase.given-up", awaited.UnitId, Permissions.PurchasesApply, $"/purchases/{awaited.CaseId}", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["number"] = awaited.Case.Number, ["name"] = awaited.NameZh ?? "", ["by"] = awaited.EndedBy, ["reason"] = reason,
        }), clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
    }
}
