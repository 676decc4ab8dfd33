using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>The unit mends a statement that was returned and hands it in again (I-6).</summary>
internal sealed record ReviseExemption(ExemptionFacts Facts, int Version) : IRequest<SavedExemption>
{
    internal Guid ExemptionId { get; init; }
}

internal sealed class ReviseExemptionEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/exemptions/{exemptionId:guid}", async (Guid exemptionId, ReviseExemption command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { ExemptionId = exemptionId }, ct)))
        .RequirePermission(Permissions.ExemptionsDeclare, DataScope.Organisation);
}

internal sealed class ReviseExemptionValidator : AbstractValidator<ReviseExemption>
{
    public ReviseExemptionValidator(TimeProvider clock) => RuleFor(c => c.Facts).NotNull().SetValidator(new ExemptionFactsRules(clock));
}

internal sealed class ReviseExemptionHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<ReviseExemption, SavedExemption>
{
    public async Task<SavedExemption> Handle(ReviseExemption request, CancellationToken cancellationToken)
    {
        var exemption = await db.ExemptionInReach(request.ExemptionId, user, cancellationToken);
        var instruments = await db.InstrumentsToExempt(request.Facts, user, cancellationToken);
        var now = clock.GetUtcNow();
        exemption.Revise(request.Facts, instruments, request.Version, now);
        db.TellExemption(exemption, "submitted", null, user, now);
        return await db.KeepStep(exemption, "revised", null, user, clock, cancellationToken);
    }
}
