using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Takes a change back that has not begun to hold.</summary>
internal sealed record WithdrawPolicy(string Reason) : IRequest<PolicyChangeRow>
{
    internal Guid ChangeId { get; init; }
}

internal sealed class WithdrawPolicyEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/policies/changes/{changeId:guid}/withdraw", async (Guid changeId, WithdrawPolicy command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { ChangeId = changeId }, ct)))
        .RequirePermission(Permissions.PoliciesEdit, DataScope.Organisation);
}

internal sealed class WithdrawPolicyValidator : AbstractValidator<WithdrawPolicy>
{
    public WithdrawPolicyValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
}

internal sealed class WithdrawPolicyHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<WithdrawPolicy, PolicyChangeRow>
{
    public async Task<PolicyChangeRow> Handle(WithdrawPolicy request, CancellationToken cancellationToken)
    {
        var region = PolicyBook.RegionOf(user.ScopePath);
        var change = await db.PolicyChanges.SingleOrDefaultAsync(c => c.Id == request.ChangeId && c.RegionPath == region, cancellationToken)
            ?? throw UnitProblems.PolicyNotFound(request.ChangeId.ToString());
        change.Withdraw(user.DisplayName, clock.GetUtcNow(), clock.Today());
        db.Record(user, clock, "policy.withdrawn", change.Id, change.RegionPath, before: new { change.Key, change.Value, change.ValidFrom }, why: request.Reason.Trim());
        await db.SaveChangesAsync(cancellationToken);
        return PolicyChangeRow.Of(change);
    }
}
