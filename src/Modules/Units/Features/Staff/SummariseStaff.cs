using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>How many analysts and testers the units of my subtree have, in numbers only (U-3): for those who plan trainings and posts (AX 八, 九). Units without anybody stand there too.</summary>
/// <param name="Empty">Only units whose register is empty, or only those where it is not.</param>
/// <param name="Sort">name, people; with a leading minus descending.</param>
internal sealed record SummariseStaff(string? Search, bool? Empty, string? Sort, int? Page, int? Size) : IRequest<Page<StaffSummaryRow>>;

/// <param name="People">On post today.</param>
/// <param name="Graduates">With a master's or doctor's degree.</param>
/// <param name="Seniors">With a senior title 高级职称.</param>
/// <param name="Trained">With a training in the last 365 days (IM 12(三)).</param>
internal sealed record StaffSummaryRow(Guid UnitId, string UnitName, string? SupervisorName, int People, int FullTime, int Graduates, int Seniors, int Trained, DateTimeOffset? UpdatedAt);

internal sealed class SummariseStaffEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/staff/summary", async ([AsParameters] SummariseStaff query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
        .RequirePermission(Permissions.StaffRead, DataScope.Organisation);
}

internal sealed class SummariseStaffValidator : AbstractValidator<SummariseStaff>
{
    public SummariseStaffValidator() => RuleFor(q => q.Search).MaximumLength(200);
}

internal sealed class SummariseStaffHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<SummariseStaff, Page<StaffSummaryRow>>
{
    public Task<Page<StaffSummaryRow>> Handle(SummariseStaff request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var recent = today.AddDays(-StaffReach.RecentTrainingDays);
        var onPost = db.Staff.Where(m => m.LeftOn == null || m.LeftOn > today);
        var units = db.ManagingUnits.AsNoTracking().Where(u => u.Organisation.Path.StartsWith(user.ScopePath) && u.ClosedOn == null);
        if (!string.IsNullOrWhiteSpace(request.Search))
        {
            var text = request.Search.Trim();
            units = units.Where(u => u.Organisation.Name.Contains(text));
        }

        if (request.Empty is { } empty) units = units.Where(u => onPost.Any(m => m.UnitId == u.Id) != empty);
        var orders = new Sorts<ManagingUnit>("name", new Dictionary<string, Expression<Func<ManagingUnit, object?>>>(StringComparer.Ordinal)
        {
            ["name"] = unit => unit.Organisation.Name,
            ["people"] = unit => onPost.Count(m => m.UnitId == unit.Id),
        }, unit => unit.Id);
        return orders.Apply(units, request.Sort)
            .Select(u => new StaffSummaryRow(
                u.Id, u.Organisation.Name, db.Organisations.Where(o => o.Id == u.Organisation.ParentId).Select(o => o.Name).FirstOrDefault(),
                onPost.Count(m => m.UnitId == u.Id), onPost.Count(m => m.UnitId == u.Id && m.FullTime),
                onPost.Count(m => m.UnitId == u.Id && (m.Education == Education.Doctor || m.Education == Education.Master)),
                onPost.Count(m => m.UnitId == u.Id && (m.TitleLevel == TitleLevel.Full || m.TitleLevel == TitleLevel.Associate)),
                onPost.Count(m => m.UnitId == u.Id && m.Trainings.Any(t => t.From >= recent)), onPost.Where(m => m.UnitId == u.Id).Max(m => (DateTimeOffset?)m.UpdatedAt)))
            .ToPage(request.Page, request.Size, cancellationToken, count: units.CountAsync);
    }
}
