using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>The unit takes its statement back before it is on record (I-6).</summary>
internal sealed record WithdrawExemption(int Version, string Reason) : IRequest<SavedExemption>
{
    internal Guid ExemptionId { get; init; }
}

internal sealed class WithdrawExemptionEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/exemptions/{exemptionId:guid}/withdraw", async (Guid exemptionId, WithdrawExemption command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { ExemptionId = exemptionId }, ct)))
        .RequirePermission(Permissions.ExemptionsDeclare, DataScope.Organisation)
        .Idempotent();
}

internal sealed class WithdrawExemptionValidator : AbstractValidator<WithdrawExemption>
{
    public WithdrawExemptionValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
}

internal sealed class WithdrawExemptionHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<WithdrawExemption, SavedExemption>
{
    public async Task<SavedExemption> Handle(WithdrawExemption request, CancellationToken cancellationToken)
    {
        var exemption = await db.ExemptionInReach(request.ExemptionId, user, cancellationToken);
        exemption.Withdraw(request.Version, clock.GetUtcNow());
        return await db.KeepStep(exemption, "withdrawn", request.Reason.Trim(), user, clock, cancellationToken);
    }
}
