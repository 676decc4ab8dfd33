using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>The departments of a unit as its instruments name them, with how many each has: a part of a unit is chosen by them.</summary>
internal sealed record ListDepartments(Guid UnitId) : IRequest<IReadOnlyList<DepartmentRow>>;

internal sealed record DepartmentRow(string Department, int Instruments);

internal sealed class ListDepartmentsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/departments", async (Guid unitId, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListDepartments(unitId), ct)))
        .RequirePermission(Permissions.InstrumentsRead, DataScope.Organisation);
}

internal sealed class ListDepartmentsHandler(InstrumentsDb db, CurrentUser user) : IRequestHandler<ListDepartments, IReadOnlyList<DepartmentRow>>
{
    const int Most = 500;

    public async Task<IReadOnlyList<DepartmentRow>> Handle(ListDepartments request, CancellationToken cancellationToken) =>
        await db.Instruments.AsNoTracking().Within(user).Where(i => i.UnitId == request.UnitId && i.Department != null && i.Department != "")
            .GroupBy(i => i.Department!).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).Take(Most)
            .Select(group => new DepartmentRow(group.Key, group.Count())).ToListAsync(cancellationToken);
}
