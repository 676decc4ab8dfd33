using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Reads a list of my unit's staff and says what taking it over would do, row by row (U-3). Nothing is written, the file is not kept.</summary>
internal sealed record PreviewStaffImport(Stream Content) : IRequest<StaffImportPreview>;

/// <param name="NotListed">People on post who are in the register and not in the list: nothing happens to them.</param>
/// <param name="Ignored">Titles of columns that nothing is taken from.</param>
/// <param name="Fingerprint">Of just this preview; sent back to take it over.</param>
internal sealed record StaffImportPreview(
    int Create, int Change, int Leave, int Refuse, int NotListed, IReadOnlyList<string> Ignored, IReadOnlyList<StaffListRow> Rows, string Fingerprint);

internal sealed class PreviewStaffImportEndpoint : IEndpoint
{
    /// <summary>The parts of a multipart body around the file.</summary>
    public const long Wrapping = 64 * 1024;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/staff/import/preview", async (IFormFile file, IMediator mediator, CancellationToken ct) =>
        {
            await using var content = file.OpenReadStream();
            return TypedResults.Ok(await mediator.Send(new PreviewStaffImport(content), ct));
        })
        .WithMetadata(new RequestSizeLimitAttribute(StaffList.Limits.FileBytes + Wrapping))
        .WithFormOptions(multipartBodyLengthLimit: StaffList.Limits.FileBytes + Wrapping)
        // The host refuses writes that another site's page makes.
        .DisableAntiforgery()
        .RequirePermission(Permissions.StaffEdit, DataScope.OwnOrganisation);
}

internal sealed class PreviewStaffImportHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<PreviewStaffImport, StaffImportPreview>
{
    public async Task<StaffImportPreview> Handle(PreviewStaffImport request, CancellationToken cancellationToken)
    {
        await db.PathOfUnit(user.OrganisationId, user, cancellationToken);
        var register = await db.Staff.AsNoTracking().Where(m => m.UnitId == user.OrganisationId).ToListAsync(cancellationToken);
        var list = StaffList.Read(request.Content, register, clock, cancellationToken);
        var listed = list.Rows.Where(row => row.Member is not null).Select(row => row.Member!.Id).ToHashSet();
        var today = clock.Today();
        return new StaffImportPreview(
            Count(StaffOutcome.Create), Count(StaffOutcome.Change), Count(StaffOutcome.Leave), Count(StaffOutcome.Refuse),
            register.Count(m => (m.LeftOn is null || m.LeftOn > today) && !listed.Contains(m.Id)), list.Ignored, [.. list.Rows.Select(row => row.Row)], list.Fingerprint());

        int Count(StaffOutcome outcome) => list.Rows.Count(row => row.Row.Outcome == outcome);
    }
}
