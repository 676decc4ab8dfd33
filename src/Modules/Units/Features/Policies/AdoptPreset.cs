using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Takes all numbers of a notice over for my region from a day on. Those that say the same already stay.</summary>
/// <param name="Version">The sum of the versions of all numbers: what was seen when the decision was taken.</param>
internal sealed record AdoptPreset(DateOnly ValidFrom, string Reason, int Version) : IRequest<AdoptedPreset>
{
    internal string Preset { get; init; } = "";
}

internal sealed record AdoptedPreset(int Changed);

internal sealed class AdoptPresetEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/policies/presets/{preset}/adopt", async (string preset, AdoptPreset command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { Preset = preset }, ct)))
        .RequirePermission(Permissions.PoliciesEdit, DataScope.Organisation);
}

internal sealed class AdoptPresetValidator : AbstractValidator<AdoptPreset>
{
    public AdoptPresetValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
}

internal sealed class AdoptPresetHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<AdoptPreset, AdoptedPreset>
{
    public async Task<AdoptedPreset> Handle(AdoptPreset request, CancellationToken cancellationToken)
    {
        var preset = PolicyPreset.Find(request.Preset);
        var today = clock.Today();
        if (request.ValidFrom < today) throw UnitProblems.PolicyInThePast(today);

        var region = PolicyBook.DecidedBy(user);
        var book = await PolicyBook.Of(db, region, cancellationToken);
        if (request.Version != PolicyKey.All.Sum(key => book.Of(key).Count)) throw UnitProblems.PolicyChanged();
        var changes = Changes(preset, book, region, request.ValidFrom, user.DisplayName, clock.GetUtcNow(), request.Reason.Trim());
        db.PolicyChanges.AddRange(changes);
        foreach (var change in changes)
            db.Record(user, clock, "policy.set", change.Id, change.RegionPath, after: new { change.Key, change.Value, change.ValidFrom, change.Source, request.Preset }, why: change.Reason);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException raced) when (Databases.IsUniqueViolation(raced))
        {
            throw UnitProblems.PolicyChanged();
        }

        return new AdoptedPreset(changes.Count);
    }

    public static List<PolicyChange> Changes(PolicyPreset preset, PolicyBook book, string region, DateOnly from, string by, DateTimeOffset now, string? reason) =>
    [
        .. preset.Values.Where(v => book.Holding(v.Key, from) is not { } holding || holding.Value != v.Value.Value).Select(v => new PolicyChange
        {
            RegionPath = region, Key = v.Key.Key, Number = book.Of(v.Key).Count + 1, Value = v.Value.Value, ValidFrom = from, Source = v.Value.Source, Reason = reason, ChangedBy = by, ChangedAt = now,
        }),
    ];
}
