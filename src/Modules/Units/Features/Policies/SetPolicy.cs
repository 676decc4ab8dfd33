using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Sets one number of my region from a day on. What was decided before that day is untouched .</summary>
/// <param name="Value">In the unit of its kind: fen, working days, percent, years, hours, 0 or 1.</param>
/// <param name="Source">The notice and its article.</param>
internal sealed record SetPolicy(long Value, DateOnly ValidFrom, string Source, string Reason, int Version) : IRequest<PolicyChangeRow>
{
    internal string Key { get; init; } = "";
}

internal sealed class SetPolicyEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/policies/{key}", async (string key, SetPolicy command, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(command with { Key = key }, ct)))
        .RequirePermission(Permissions.PoliciesEdit, DataScope.Organisation);
}

internal sealed class SetPolicyValidator : AbstractValidator<SetPolicy>
{
    public SetPolicyValidator()
    {
        RuleFor(c => c.Source).NotEmpty().MaximumLength(200);
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
    }
}

internal sealed class SetPolicyHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<SetPolicy, PolicyChangeRow>
{
    public async Task<PolicyChangeRow> Handle(SetPolicy request, CancellationToken cancellationToken)
    {
        var key = PolicyKey.Find(request.Key);
        var today = clock.Today();
        if (request.ValidFrom < today) throw UnitProblems.PolicyInThePast(today);
        if (request.Value < key.Least || request.Value > key.Most) throw UnitProblems.PolicyOutOfRange(key);

        var region = PolicyBook.DecidedBy(user);
        var book = await PolicyBook.Of(db, region, cancellationToken);
        if (request.Version != book.Of(key).Count) throw UnitProblems.PolicyChanged();
        var change = new PolicyChange
        {
            RegionPath = region,
            Key = key.Key,
            Number = request.Version + 1,
            Value = request.Value,
            ValidFrom = request.ValidFrom,
            Source = request.Source.Trim(),
            Reason = request.Reason.Trim(),
            ChangedBy = user.DisplayName,
            ChangedAt = clock.GetUtcNow(),
        };
        db.PolicyChanges.Add(change);
        db.Record(user, clock, "policy.set", change.Id, change.RegionPath, new { key.Key, Value = book.ValueOn(key, request.ValidFrom) }, new { key.Key, change.Value, change.ValidFrom, change.Source }, change.Reason);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException raced) when (Databases.IsUniqueViolation(raced))
        {
            throw UnitProblems.PolicyChanged();
        }

        return PolicyChangeRow.Of(change);
    }
}
