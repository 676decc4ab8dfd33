using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Withdraws a machine's key, for good: from its next request on it opens nothing.</summary>
internal sealed record WithdrawMachineKey(string? Reason) : IRequest
{
    internal Guid KeyId { get; init; }
}

internal sealed class WithdrawMachineKeyEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/machine-keys/{keyId:guid}/withdraw", async (Guid keyId, WithdrawMachineKey command, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(command with { KeyId = keyId }, ct);
            return TypedResults.NoContent();
        })
        .RequirePermission(Permissions.MachineKeysManage, DataScope.Organisation);
}

internal sealed class WithdrawMachineKeyValidator : AbstractValidator<WithdrawMachineKey>
{
    public WithdrawMachineKeyValidator() => RuleFor(c => c.Reason).MaximumLength(500);
}

internal sealed class WithdrawMachineKeyHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : AsyncRequestHandler<WithdrawMachineKey>
{
    protected override async Task Handle(WithdrawMachineKey request, CancellationToken cancellationToken)
    {
        var key = await db.MachineKeys.Include(k => k.Organisation)
            .SingleOrDefaultAsync(k => k.Id == request.KeyId && k.Organisation.Path.StartsWith(user.ScopePath), cancellationToken)
            ?? throw UnitProblems.KeyNotFound(request.KeyId);
        key.Withdraw(user, clock.GetUtcNow());
        db.Record(user, clock, "key.withdrawn", key.Id, key.Organisation.Path, before: new { key.Name, key.Beginning }, why: request.Reason);
        await db.SaveChangesAsync(cancellationToken);
    }
}
