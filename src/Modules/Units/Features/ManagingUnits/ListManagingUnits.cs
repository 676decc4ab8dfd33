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

/// <summary>The managing units of my subtree, found by name or credit code, filtered, sorted, paged .</summary>
/// <param name="Search">Part of the name, or the beginning of the credit code.</param>
/// <param name="Sort">name, creditCode, kind, leagueCode; with a leading minus descending.</param>
internal sealed record ListManagingUnits(
    string? Search, Coded<UnitKind>? Kind, Guid? SupervisorId, string? LeagueCode, bool? CentralLevel, string? Sort, int? Page, int? Size)
    : IRequest<Page<ManagingUnitRow>>;

internal sealed record ManagingUnitRow(
    Guid Id, string Name, string CreditCode, UnitKind Kind, Guid? SupervisorId, string? SupervisorName, string LeagueCode, bool CentralLevel, DateOnly? ClosedOn);

internal sealed class ListManagingUnitsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/managing-units", async ([AsParameters] ListManagingUnits query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
        .RequirePermission(Permissions.UnitsRead, DataScope.Organisation);
}

internal sealed class ListManagingUnitsValidator : AbstractValidator<ListManagingUnits>
{
    public ListManagingUnitsValidator() => RuleFor(q => q.Search).MaximumLength(200);
}

internal sealed class ListManagingUnitsHandler(UnitsDb db, CurrentUser user) : IRequestHandler<ListManagingUnits, Page<ManagingUnitRow>>
{
    static readonly Sorts<ManagingUnit> Orders = new("name", new Dictionary<string, Expression<Func<ManagingUnit, object?>>>(StringComparer.Ordinal)
    {
        ["name"] = unit => unit.Organisation.Name,
        ["creditCode"] = unit => unit.CreditCode,
        ["kind"] = unit => unit.Kind,
        ["leagueCode"] = unit => unit.LeagueCode,
    }, unit => unit.Id);

    public Task<Page<ManagingUnitRow>> Handle(ListManagingUnits request, CancellationToken cancellationToken)
    {
        var units = db.ManagingUnits.AsNoTracking().Where(unit => unit.Organisation.Path.StartsWith(user.ScopePath));
        if (!string.IsNullOrWhiteSpace(request.Search))
        {
            var (text, code) = (request.Search.Trim(), CreditCodes.Normalise(request.Search));
            units = units.Where(unit => unit.Organisation.Name.Contains(text) || unit.CreditCode.StartsWith(code));
        }

        if (request.Kind is { Value: var kind }) units = units.Where(unit => unit.Kind == kind);
        if (request.SupervisorId is { } supervisor) units = units.Where(unit => unit.Organisation.ParentId == supervisor);
        if (!string.IsNullOrEmpty(request.LeagueCode)) units = units.Where(unit => unit.LeagueCode == request.LeagueCode);
        if (request.CentralLevel is { } central) units = units.Where(unit => unit.CentralLevel == central);

        return Orders.Apply(units, request.Sort)
            .Select(unit => new ManagingUnitRow(unit.Id, unit.Organisation.Name, unit.CreditCode, unit.Kind, unit.Organisation.ParentId,
                db.Organisations.Where(o => o.Id == unit.Organisation.ParentId).Select(o => o.Name).FirstOrDefault(), unit.LeagueCode, unit.CentralLevel, unit.ClosedOn))
            .ToPage(request.Page, request.Size, cancellationToken, count: units.CountAsync);
    }
}
