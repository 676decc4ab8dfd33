using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>The region ends a statement that is on record: from today on its instruments owe their opening again (I-6).</summary>
internal sealed record EndExemption(int Version, string Reason) : IRequest<SavedExemption>
{
    internal Guid ExemptionId { get; init; }
}

internal sealed class EndExemptionEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/exemptions/{exemptionId:guid}/end", async (Guid exemptionId, EndExemption command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { ExemptionId = exemptionId }, ct)))
        .RequirePermission(Permissions.ExemptionsFile, DataScope.Organisation)
        .Idempotent();
}

internal sealed class EndExemptionValidator : AbstractValidator<EndExemption>
{
    public EndExemptionValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
}

internal sealed class EndExemptionHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<EndExemption, SavedExemption>
{
    public async Task<SavedExemption> Handle(EndExemption request, CancellationToken cancellationToken)
    {
        var exemption = await db.ExemptionInReach(request.ExemptionId, user, cancellationToken);
        var now = clock.GetUtcNow();
        exemption.End(request.Version, now, clock.Today());
        db.TellExemption(exemption, "ended", request.Reason.Trim(), user, now);
        return await db.KeepStep(exemption, "ended", request.Reason.Trim(), user, clock, cancellationToken);
    }
}
