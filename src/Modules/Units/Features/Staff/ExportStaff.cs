using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;
using Modular.Shared.Sheets;

namespace Modular.Units;

/// <summary>The register as filtered, whole, in the shape of the annex (U-3, X-4): numbered, below the table's head. No more of a person than the page shows .</summary>
/// <param name="Format">xlsx or csv.</param>
internal sealed record ExportStaff(
    string? Format, string? Search, Guid? UnitId, Coded<Education>? Education, Coded<TitleLevel>? TitleLevel, bool? Left, string? Sort) : IRequest<SheetDownload>, IStaffFilter;

internal sealed class ExportStaffEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/staff/export", async ([AsParameters] ExportStaff query, IMediator mediator, CancellationToken ct) => await mediator.Send(query, ct))
        .Produces(StatusCodes.Status200OK, contentType: SheetDownload.Xlsx, additionalContentTypes: SheetDownload.Csv)
        .RequirePermission(Permissions.StaffRead, DataScope.Organisation);
}

internal sealed class ExportStaffValidator : AbstractValidator<ExportStaff>
{
    public ExportStaffValidator()
    {
        RuleFor(q => q.Search).MaximumLength(200);
        RuleFor(q => q.Format).Must(format => format is null or "xlsx" or "csv").WithErrorCode("export.format").WithMessage("xlsx or csv.");
    }
}

internal sealed class ExportStaffHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<ExportStaff, SheetDownload>
{
    public async Task<SheetDownload> Handle(ExportStaff request, CancellationToken cancellationToken)
    {
        var (sight, today) = (StaffSight.Of(user), clock.Today());
        var staff = ListStaffHandler.Orders.Apply(db.StaffWithin(user).Matching(request, sight, today), request.Sort).Include(m => m.Unit.Organisation);
        // Who took people's data out is a fact worth a line; it is written before the first byte leaves. What was searched for may be a name.
        db.Record(user, clock, "staff.exported", user.OrganisationId, user.ScopePath, after: new { request.Format, request.UnitId, Searched = request.Search is not null });
        await db.SaveChangesAsync(cancellationToken);

        var sheet = new SheetContent(StaffSheet.Name, [new("序号", SheetColumnFormat.Integer, Width: 6), new("填报单位", Width: 24), .. StaffSheet.Columns.Select(column => column.Written)],
            Rows(staff, sight, today.Year, cancellationToken))
        {
            HeadLines = ["重大科研基础设施和大型科研仪器在岗专职分析试验人员表", $"{user.OrganisationName}　{today:yyyy年M月d日}"],
        };
        return new SheetDownload($"staff-{today:yyyyMMdd}", [sheet], csv: request.Format == "csv");
    }

    static async IAsyncEnumerable<IReadOnlyList<object?>> Rows(
        IQueryable<StaffMember> staff, StaffSight sight, int year, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var number = 0;
        await foreach (var member in staff.AsAsyncEnumerable().WithCancellation(ct))
            yield return [++number, member.Unit.Organisation.Name, .. StaffSheet.Row(member.Facts(), sight, year)];
    }
}
