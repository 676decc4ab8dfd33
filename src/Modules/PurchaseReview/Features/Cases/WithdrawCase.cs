using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>The unit takes its application back, before a panel has it.</summary>
internal sealed record WithdrawCase(string? Reason, int Version) : IRequest<SavedCase>
{
    internal Guid CaseId { get; init; }
}

internal sealed class WithdrawCaseEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/cases/{caseId:guid}/withdraw", async (Guid caseId, WithdrawCase command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { CaseId = caseId }, ct)))
        .RequirePermission(Permissions.PurchasesApply, DataScope.Organisation)
        .Idempotent();
}

internal sealed class WithdrawCaseValidator : AbstractValidator<WithdrawCase>
{
    public WithdrawCaseValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(2000);
}

internal sealed class WithdrawCaseHandler(CaseReach reach, CaseDesk desk, TimeProvider clock) : IRequestHandler<WithdrawCase, SavedCase>
{
    public async Task<SavedCase> Handle(WithdrawCase request, CancellationToken cancellationToken)
    {
        var taken = await reach.Case(request.CaseId, cancellationToken);
        taken.Step(CaseAction.Withdraw, request.Version, clock.GetUtcNow());
        return await desk.Keep(taken, "withdrawn", request.Reason!.Trim(), [], cancellationToken);
    }
}
