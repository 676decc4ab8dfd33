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

/// <summary>The analysts and testers 在岗专职分析试验人员 of my subtree (U-3), as much of each as my tier needs: see <see cref="StaffSight"/>.</summary>
/// <param name="Search">Part of the department, title, speciality or instruments; of the name only for those who see names.</param>
/// <param name="Left">Those who have left, or those who have not; both where nothing is said.</param>
/// <param name="Sort">name, unit, department, titleLevel, analystSince, updatedAt; with a leading minus descending.</param>
internal sealed record ListStaff(
    string? Search, Guid? UnitId, Coded<Education>? Education, Coded<TitleLevel>? TitleLevel, bool? Left, string? Sort, int? Page, int? Size) : IRequest<Page<StaffRow>>, IStaffFilter;

/// <param name="BornIn">yyyy-MM; the year alone where names are covered.</param>
/// <param name="Years">从事分析测试年限.</param>
/// <param name="LastTrainedOn">The day on which the latest training began.</param>
internal sealed record StaffRow(
    Guid Id, Guid UnitId, string UnitName, string Name, string? StaffNumber, Gender Gender, string BornIn, Education Education, string? Title, TitleLevel TitleLevel, string? Speciality,
    string? Department, string? Post, string? Instruments, int? Years, bool FullTime, string? Phone, DateOnly? LeftOn, DateOnly? LastTrainedOn, int Trainings, DateTimeOffset UpdatedAt, int Version);

internal sealed class ListStaffEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/staff", async ([AsParameters] ListStaff query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
        .RequirePermission(Permissions.StaffRead, DataScope.Organisation);
}

internal sealed class ListStaffValidator : AbstractValidator<ListStaff>
{
    public ListStaffValidator() => RuleFor(q => q.Search).MaximumLength(200);
}

internal sealed class ListStaffHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<ListStaff, Page<StaffRow>>
{
    public static readonly Sorts<StaffMember> Orders = new("name", new Dictionary<string, Expression<Func<StaffMember, object?>>>(StringComparer.Ordinal)
    {
        ["name"] = member => member.Name,
        ["unit"] = member => member.Unit.Organisation.Name,
        ["department"] = member => member.Department,
        ["titleLevel"] = member => member.TitleLevel == Modular.Units.TitleLevel.Full ? 0 : member.TitleLevel == Modular.Units.TitleLevel.Associate ? 1 : member.TitleLevel == Modular.Units.TitleLevel.Intermediate ? 2 : 3,
        ["analystSince"] = member => member.AnalystSince,
        ["updatedAt"] = member => member.UpdatedAt,
    }, member => member.Id);

    public async Task<Page<StaffRow>> Handle(ListStaff request, CancellationToken cancellationToken)
    {
        var (sight, year) = (StaffSight.Of(user), clock.Today().Year);
        var staff = db.StaffWithin(user).Matching(request, sight, clock.Today());
        var page = await Orders.Apply(staff, request.Sort)
            .Select(m => new StaffRow(
                m.Id, m.UnitId, m.Unit.Organisation.Name, m.Name, m.StaffNumber, m.Gender, m.BornIn, m.Education, m.Title, m.TitleLevel, m.Speciality, m.Department, m.Post, m.Instruments,
                year - m.AnalystSince, m.FullTime, m.Phone, m.LeftOn, m.Trainings.Max(t => (DateOnly?)t.From), m.Trainings.Count, m.UpdatedAt, m.Version))
            .ToPage(request.Page, request.Size, cancellationToken, count: staff.CountAsync);
        return page with
        {
            Items = [.. page.Items.Select(row => row with { Name = sight.Name(row.Name), StaffNumber = sight.StaffNumber(row.StaffNumber), BornIn = sight.BornIn(row.BornIn), Phone = sight.Phone(row.Phone) })],
        };
    }
}
