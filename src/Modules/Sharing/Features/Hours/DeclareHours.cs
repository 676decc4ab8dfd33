using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Contracts.Instruments;
using Modular.Contracts.Sharing;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Sharing;

/// <summary>Declares or corrects a year's hours of several instruments, each judged by itself. Empty hours take a declaration back. Recorded hours stay as they are.</summary>
internal sealed record DeclareHours(int Year, IReadOnlyList<DeclaredRow> Rows) : IRequest<DeclaredHours>;

/// <param name="EffectiveHours">年有效工作机时, one decimal at most.</param>
/// <param name="ExternalHours">年对外服务机时, at most the effective hours.</param>
/// <param name="Version">Of what was seen; 0 where nothing was declared.</param>
internal sealed record DeclaredRow(Guid InstrumentId, decimal? EffectiveHours, decimal? ExternalHours, int Version);

internal sealed record DeclaredHours(int Done, int Refused, IReadOnlyList<DeclaredOutcome> Rows);

/// <param name="Version">After saving.</param>
internal sealed record DeclaredOutcome(Guid Id, bool Done, string? Code, string? Field, int Version);

internal sealed class DeclareHoursEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/hours", async (DeclareHours command, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(command, ct)))
        .RequirePermission(Permissions.InstrumentsEdit, DataScope.Organisation);
}

internal sealed class DeclareHoursValidator : AbstractValidator<DeclareHours>
{
    const int MostRows = 500;

    public DeclareHoursValidator(TimeProvider clock)
    {
        RuleFor(c => c.Year).Must(year => year >= HoursRules.FirstYear && year <= clock.Today().Year).WithErrorCode("hours.year").WithMessage("From 2000 to this year.");
        RuleFor(c => c.Rows).NotEmpty().Must(rows => rows is null || rows.Count <= MostRows).WithErrorCode("hours.too-many").WithMessage("At most 500 instruments at once.");
        RuleFor(c => c.Rows).Must(rows => rows is null || rows.All(row => row is not null) && rows.Select(row => row.InstrumentId).Distinct().Count() == rows.Count)
            .WithErrorCode("hours.twice").WithMessage("Each instrument once.");
    }
}

internal sealed class DeclareHoursHandler(SharingDb db, IInstrumentRoll roll, CurrentUser user, TimeProvider clock) : IRequestHandler<DeclareHours, DeclaredHours>
{
    public async Task<DeclaredHours> Handle(DeclareHours request, CancellationToken cancellationToken)
    {
        var ids = request.Rows.Select(row => row.InstrumentId).ToList();
        var instruments = await roll.FindMany(request.Year, ids, cancellationToken);
        var known = await db.UsageDeclarations.Where(d => d.Year == request.Year && ids.Contains(d.InstrumentId)).ToDictionaryAsync(d => d.InstrumentId, cancellationToken);
        var outcomes = request.Rows.Select(row =>
        {
            // Whose it is not, and what was not there in that year, are answered alike.
            if (!instruments.TryGetValue(row.InstrumentId, out var instrument) || !user.Sees(instrument.UnitPath)) return new DeclaredOutcome(row.InstrumentId, false, "instrument.not-found", null, 0);
            var declaration = known.GetValueOrDefault(row.InstrumentId);
            var version = declaration?.Version ?? 0;
            if (HoursRules.Fault(request.Year, row.EffectiveHours, row.ExternalHours) is var (field, code)) return new DeclaredOutcome(row.InstrumentId, false, code, field, version);
            if (row.Version != version) return new DeclaredOutcome(row.InstrumentId, false, "hours.changed-meanwhile", null, version);
            return new DeclaredOutcome(row.InstrumentId, true, null, null, db.Declare(instrument, request.Year, row.EffectiveHours, row.ExternalHours, declaration, user, clock));
        }).ToList();
        await db.SaveChangesAsync(cancellationToken);
        return new DeclaredHours(outcomes.Count(row => row.Done), outcomes.Count(row => !row.Done), outcomes);
    }
}
