using System.Linq.Expressions;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Units;

/// <summary>What the list of overviews and its export are filtered by.</summary>
internal interface IOverviewFilter
{
    int? Year { get; }

    bool? Filled { get; }

    string? Search { get; }
}

/// <summary>A unit beside its overview of a year, where it has one, and that of the year before.</summary>
internal sealed class OverviewOfUnit
{
    public required ManagingUnit Unit { get; init; }

    public UnitOverview? Overview { get; init; }

    public UnitOverview? Before { get; init; }

    public string? SupervisorName { get; init; }
}

internal static class OverviewFilter
{
    public static readonly Sorts<OverviewOfUnit> Orders = new("name", new Dictionary<string, Expression<Func<OverviewOfUnit, object?>>>(StringComparer.Ordinal)
    {
        ["name"] = row => row.Unit.Organisation.Name,
        ["roomArea"] = row => row.Overview!.RoomArea,
        ["technicians"] = row => row.Overview!.Technicians,
        ["at"] = row => row.Overview!.At,
    }, row => row.Unit.Id);

    public static readonly Expression<Func<OverviewOfUnit, OverviewRow>> Row = row => new OverviewRow(
        row.Unit.Id, row.Unit.Organisation.Name, row.SupervisorName, (decimal?)row.Overview!.RoomArea, (int?)row.Overview.Technicians, (int?)row.Overview.Offered, row.Overview.Reason, row.Overview.By,
        (DateTimeOffset?)row.Overview.At, (decimal?)row.Before!.RoomArea, (int?)row.Before.Technicians);

    public static void RulesForOverviews<T>(this AbstractValidator<T> validator)
        where T : IOverviewFilter
    {
        validator.RuleFor(q => q.Search).MaximumLength(200);
        // Also what nobody filled may be asked for; what is no year may not.
        validator.RuleFor(q => q.Year).InclusiveBetween(1, 9998);
    }

    public static IQueryable<OverviewOfUnit> OverviewsOf(this UnitsDb db, int year, CurrentUser user, IOverviewFilter filter)
    {
        var rows = from unit in db.ManagingUnits.AsNoTracking()
                   where unit.Organisation.Path.StartsWith(user.ScopePath) && unit.ClosedOn == null
                   join overview in db.Overviews.Where(o => o.Year == year) on unit.Id equals overview.UnitId into filled
                   from overview in filled.DefaultIfEmpty()
                   join before in db.Overviews.Where(o => o.Year == year - 1) on unit.Id equals before.UnitId into filledBefore
                   from before in filledBefore.DefaultIfEmpty()
                   select new OverviewOfUnit
                   {
                       Unit = unit, Overview = overview, Before = before, SupervisorName = db.Organisations.Where(o => o.Id == unit.Organisation.ParentId).Select(o => o.Name).FirstOrDefault(),
                   };
        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            var text = filter.Search.Trim();
            rows = rows.Where(row => row.Unit.Organisation.Name.Contains(text));
        }

        return filter.Filled switch { true => rows.Where(row => row.Overview != null), false => rows.Where(row => row.Overview == null), null => rows };
    }
}
