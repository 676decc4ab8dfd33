using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>The supervising department agrees and passes the statement on to the region, or returns it with a reason (I-6, IM 13).</summary>
/// <param name="Endorse">Whether it agrees.</param>
/// <param name="Reason">Needed to return it; an opinion otherwise.</param>
internal sealed record ReviewExemption(bool Endorse, string? Reason, int Version) : IRequest<SavedExemption>
{
    internal Guid ExemptionId { get; init; }
}

internal sealed class ReviewExemptionEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/exemptions/{exemptionId:guid}/review", async (Guid exemptionId, ReviewExemption command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { ExemptionId = exemptionId }, ct)))
        .RequirePermission(Permissions.ExemptionsReview, DataScope.Organisation)
        .Idempotent();
}

internal sealed class ReviewExemptionValidator : AbstractValidator<ReviewExemption>
{
    public ReviewExemptionValidator()
    {
        RuleFor(c => c.Reason).MaximumLength(1000);
        RuleFor(c => c.Reason).NotEmpty().When(c => !c.Endorse);
    }
}

internal sealed class ReviewExemptionHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<ReviewExemption, SavedExemption>
{
    public async Task<SavedExemption> Handle(ReviewExemption request, CancellationToken cancellationToken)
    {
        var exemption = await db.ExemptionInReach(request.ExemptionId, user, cancellationToken);
        var (now, action, reason) = (clock.GetUtcNow(), request.Endorse ? "endorsed" : "returned", request.Reason?.Trim());
        if (request.Endorse) exemption.Endorse(request.Version, now);
        else exemption.Return(request.Version, now);
        db.TellExemption(exemption, action, reason, user, now);
        return await db.KeepStep(exemption, action, reason, user, clock, cancellationToken);
    }
}
