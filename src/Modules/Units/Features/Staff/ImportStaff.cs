using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>
/// Takes a previewed list of my unit's staff into the register (U-3): all rows or none. Known people are updated, empty cells erase nothing, the same list
/// a second time changes nothing.
/// </summary>
/// <param name="Fingerprint">Of the preview that was looked at.</param>
internal sealed record ImportStaff(string Fingerprint, Stream Content) : IRequest<ImportedStaff>;

internal sealed record ImportedStaff(int Created, int Changed, int Left);

internal sealed class ImportStaffEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/staff/import", async (IFormFile file, [FromForm] string fingerprint, IMediator mediator, CancellationToken ct) =>
        {
            await using var content = file.OpenReadStream();
            return TypedResults.Ok(await mediator.Send(new ImportStaff(fingerprint, content), ct));
        })
        .WithMetadata(new RequestSizeLimitAttribute(StaffList.Limits.FileBytes + PreviewStaffImportEndpoint.Wrapping))
        .WithFormOptions(multipartBodyLengthLimit: StaffList.Limits.FileBytes + PreviewStaffImportEndpoint.Wrapping)
        // The host refuses writes that another site's page makes.
        .DisableAntiforgery()
        .RequirePermission(Permissions.StaffEdit, DataScope.OwnOrganisation);
}

internal sealed class ImportStaffHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<ImportStaff, ImportedStaff>
{
    public async Task<ImportedStaff> Handle(ImportStaff request, CancellationToken cancellationToken)
    {
        var path = await db.PathOfUnit(user.OrganisationId, user, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Two lists of one unit at once would wait for each other's rows: the second waits here, and then finds the register changed.
        await db.ManagingUnits.Where(u => u.Id == user.OrganisationId).ExecuteUpdateAsync(set => set.SetProperty(u => u.Version, u => u.Version), cancellationToken);
        var register = await db.Staff.Where(m => m.UnitId == user.OrganisationId).ToListAsync(cancellationToken);
        var list = StaffList.Read(request.Content, register, clock, cancellationToken);
        var refused = list.Rows.Count(row => row.Row.Outcome == StaffOutcome.Refuse);
        if (refused > 0) throw UnitProblems.StaffListRefused(refused);
        if (!string.Equals(list.Fingerprint(), request.Fingerprint, StringComparison.Ordinal)) throw UnitProblems.StaffListChanged();

        var (now, created, changed) = (clock.GetUtcNow(), 0, 0);
        foreach (var (row, member, facts) in list.Rows)
        {
            if (row.Outcome == StaffOutcome.Create)
            {
                var entered = StaffMember.Enter(user.OrganisationId, facts, now);
                db.Staff.Add(entered);
                db.Record(user, clock, "staff.entered", entered.Id, path, after: entered.Trace());
                created++;
            }
            else if (row.Outcome == StaffOutcome.Change)
            {
                var before = member!.Trace();
                member.Amend(facts, member.Version, now);
                db.Record(user, clock, "staff.edited", member.Id, path, before, member.Trace());
                changed++;
            }
        }

        if (created + changed > 0) db.Record(user, clock, "staff.imported", user.OrganisationId, path, after: new { Created = created, Changed = changed });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new ImportedStaff(created, changed, list.Rows.Count - created - changed);
    }
}
