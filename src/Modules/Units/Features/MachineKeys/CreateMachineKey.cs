using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Makes a key for a system of the caller's unit (U-7). The answer holds it this once; afterwards nobody can read it again.</summary>
/// <param name="UnitId">The unit it works for; the caller's own where none is given.</param>
/// <param name="Permissions">What it may do: at most what a machine may at all, and what its maker may.</param>
/// <param name="ExpiresOn">The last day on which it opens anything, at most two years from now.</param>
/// <param name="PerMinute">How many requests it may make in one minute.</param>
internal sealed record CreateMachineKey(Guid? UnitId, string Name, IReadOnlyList<string> Permissions, DateOnly ExpiresOn, int PerMinute) : IRequest<CreatedMachineKey>;

/// <param name="Key">The key itself. Shown here and never again.</param>
internal sealed record CreatedMachineKey(Guid Id, string Key, int Version);

internal sealed class CreateMachineKeyEndpoint : IEndpoint
{
    // Without an Idempotency-Key: what is answered once must not be kept to be answered again.
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/machine-keys", async (CreateMachineKey command, IMediator mediator, CancellationToken ct) =>
        {
            var created = await mediator.Send(command, ct);
            return TypedResults.Created($"/api/units/machine-keys/{created.Id}", created);
        })
        .RequirePermission(Permissions.MachineKeysManage, DataScope.Organisation);
}

internal sealed class CreateMachineKeyValidator : AbstractValidator<CreateMachineKey>
{
    public CreateMachineKeyValidator()
    {
        RuleFor(c => c.Name).NotEmpty().MaximumLength(100);
        RuleFor(c => c.Permissions).NotEmpty();
        RuleFor(c => c.Permissions).Must(names => names is null || names.All(name => MachinePermissions.All.Contains(name, StringComparer.Ordinal)))
            .WithErrorCode("key.permission-not-for-machines").WithMessage("A machine cannot be allowed that.");
        RuleFor(c => c.PerMinute).InclusiveBetween(1, MachineKey.MaximumPerMinute);
    }
}

internal sealed class CreateMachineKeyHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<CreateMachineKey, CreatedMachineKey>
{
    public async Task<CreatedMachineKey> Handle(CreateMachineKey request, CancellationToken cancellationToken)
    {
        var unitId = request.UnitId ?? user.OrganisationId;
        var unit = await db.Organisations.AsNoTracking()
            .SingleOrDefaultAsync(o => o.Id == unitId && o.Tier == Tier.Unit && o.Path.StartsWith(user.ScopePath), cancellationToken)
            ?? throw UnitProblems.UnitNotFound(unitId);
        await db.DemandOpen(unit.Id, cancellationToken);
        if (request.Permissions.Any(permission => !user.Can(permission))) throw UnitProblems.KeyAboveOwn();
        var today = clock.Today();
        if (request.ExpiresOn < today || request.ExpiresOn > today.AddDays(MachineKey.MaximumDays)) throw UnitProblems.KeyExpiry();

        var secret = MachineKey.NewSecret();
        var key = new MachineKey
        {
            OrganisationId = unit.Id,
            Name = request.Name.Trim(),
            Hash = MachineKey.HashOf(secret),
            Beginning = secret[..(MachineKey.Mark.Length + 6)],
            Permissions = [.. request.Permissions.Distinct(StringComparer.Ordinal)],
            PerMinute = request.PerMinute,
            CreatedAt = clock.GetUtcNow(),
            CreatedBy = user.DisplayName,
            ExpiresAt = RegionClock.StartOf(request.ExpiresOn.AddDays(1)),
        };
        db.MachineKeys.Add(key);
        db.Record(user, clock, "key.created", key.Id, unit.Path, after: new { key.Name, key.Beginning, key.Permissions, request.ExpiresOn, key.PerMinute });
        await db.SaveChangesAsync(cancellationToken);
        return new CreatedMachineKey(key.Id, secret, key.Version);
    }
}
