using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Says how large a unit's research rooms are and how many technicians work there in a year (U-2); corrects it later. A number other than the register's needs its reason.</summary>
/// <param name="RoomArea">Square metres, two decimals at most.</param>
/// <param name="Version">Of what was seen; 0 where the year is not filled yet.</param>
internal sealed record FillUnitOverview(decimal RoomArea, int Technicians, string? Reason, int Version) : IRequest<FilledOverview>
{
    internal Guid UnitId { get; init; }

    internal int Year { get; init; }
}

internal sealed record FilledOverview(int Year, int Version);

internal sealed class FillUnitOverviewEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/managing-units/{unitId:guid}/overviews/{year:int}", async (Guid unitId, int year, FillUnitOverview command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { UnitId = unitId, Year = year }, ct)))
        .RequirePermission(Permissions.UnitsEdit, DataScope.Organisation);
}

internal sealed class FillUnitOverviewValidator : AbstractValidator<FillUnitOverview>
{
    const decimal LargestArea = 10_000_000;
    const int MostTechnicians = 100_000;

    public FillUnitOverviewValidator(TimeProvider clock)
    {
        RuleFor(c => c.Year).Must(year => year >= UnitOverview.FirstYear && year <= clock.Today().Year).WithErrorCode("overview.year").WithMessage("From 2000 to this year.");
        RuleFor(c => c.RoomArea).InclusiveBetween(0, LargestArea).PrecisionScale(12, 2, ignoreTrailingZeros: true);
        RuleFor(c => c.Technicians).InclusiveBetween(0, MostTechnicians);
        RuleFor(c => c.Reason).MaximumLength(500);
    }
}

internal sealed class FillUnitOverviewHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<FillUnitOverview, FilledOverview>
{
    public async Task<FilledOverview> Handle(FillUnitOverview request, CancellationToken cancellationToken)
    {
        var path = await db.PathOfUnit(request.UnitId, user, cancellationToken);
        await db.DemandOpen(request.UnitId, cancellationToken);
        var overview = await db.Overviews.SingleOrDefaultAsync(o => o.UnitId == request.UnitId && o.Year == request.Year, cancellationToken);
        var before = overview is null ? null : new { overview.Year, overview.RoomArea, overview.Technicians };
        if (overview is null) db.Overviews.Add(overview = new UnitOverview { UnitId = request.UnitId, Year = request.Year });
        var offered = await db.Staff.Where(m => m.UnitId == request.UnitId).OnPost(OnPostAt.DayOf(request.Year, clock.Today())).CountAsync(cancellationToken);
        db.OverviewRevisions.Add(overview.Fill(request.RoomArea, request.Technicians, offered, request.Reason, request.Version, $"{user.OrganisationName} {user.DisplayName}", clock.GetUtcNow()));
        db.Record(user, clock, "overview.filled", request.UnitId, path, before, new { overview.Year, overview.RoomArea, overview.Technicians, overview.Offered }, overview.Reason);
        await db.SaveChangesAsync(cancellationToken);
        return new FilledOverview(overview.Year, overview.Version);
    }
}
