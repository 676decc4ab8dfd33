using Microsoft.AspNetCore.Mvc;
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

/// <summary>Takes a previewed list of my unit's hours of a year over: all rows or none. The same list a second time changes nothing.</summary>
/// <param name="Fingerprint">Of the preview that was looked at.</param>
internal sealed record ImportHours(int Year, string Fingerprint, Stream Content) : IRequest<ImportedHours>;

internal sealed record ImportedHours(int Changed, int Left);

internal sealed class ImportHoursEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/hours/import", async (IFormFile file, [FromForm] int year, [FromForm] string fingerprint, IMediator mediator, CancellationToken ct) =>
        {
            await using var content = file.OpenReadStream();
            return TypedResults.Ok(await mediator.Send(new ImportHours(year, fingerprint, content), ct));
        })
        .WithMetadata(new RequestSizeLimitAttribute(HoursSheet.Limits.FileBytes + PreviewHoursImportEndpoint.Wrapping))
        .WithFormOptions(multipartBodyLengthLimit: HoursSheet.Limits.FileBytes + PreviewHoursImportEndpoint.Wrapping)
        // The host refuses writes that another site's page makes.
        .DisableAntiforgery()
        .RequirePermission(Permissions.InstrumentsEdit, DataScope.OwnOrganisation);
}

internal sealed class ImportHoursValidator : FluentValidation.AbstractValidator<ImportHours>
{
    public ImportHoursValidator(TimeProvider clock) => HoursReading.RuleForYear(RuleFor(c => c.Year), clock);
}

internal sealed class ImportHoursHandler(SharingDb db, IUnitDirectory units, IInstrumentRoll roll, RatedHours rates, CurrentUser user, TimeProvider clock) : IRequestHandler<ImportHours, ImportedHours>
{
    public async Task<ImportedHours> Handle(ImportHours request, CancellationToken cancellationToken)
    {
        var (list, known) = await HoursReading.Read(request.Content, request.Year, db, units, roll, rates, user, cancellationToken);
        var refused = list.Rows.Count(row => row.Row.Outcome == HoursOutcome.Refuse);
        if (refused > 0) throw SharingProblems.HoursListRefused(refused);
        if (!string.Equals(list.Fingerprint(request.Year), request.Fingerprint, StringComparison.Ordinal)) throw SharingProblems.HoursListChanged();
        var changed = 0;
        // In the order of their keys, so that two lists at once never wait for each other.
        foreach (var (row, instrument, _) in list.Rows.Where(row => row.Row.Outcome == HoursOutcome.Change).OrderBy(row => row.Instrument!.Id))
        {
            db.Declare(instrument!, request.Year, row.EffectiveHours, row.ExternalHours, known.GetValueOrDefault(instrument!.Id), user, clock);
            changed++;
        }

        await db.SaveChangesAsync(cancellationToken);
        return new ImportedHours(changed, list.Rows.Count - changed);
    }
}
