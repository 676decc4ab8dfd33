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

/// <summary>Reads a list of my unit's hours of a year and says what taking it over would do, row by row. Nothing is written, the file is not kept.</summary>
internal sealed record PreviewHoursImport(int Year, Stream Content) : IRequest<HoursImportPreview>;

/// <param name="AboveRated">Rows that would be taken with more than the rated hours.</param>
/// <param name="Fingerprint">Of just this preview; sent back to take it over.</param>
internal sealed record HoursImportPreview(int Year, int Change, int Leave, int Refuse, int AboveRated, IReadOnlyList<HoursListRow> Rows, string Fingerprint);

internal sealed class PreviewHoursImportEndpoint : IEndpoint
{
    /// <summary>The parts of a multipart body around the file.</summary>
    public const long Wrapping = 64 * 1024;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/hours/import/preview", async (IFormFile file, [FromForm] int year, IMediator mediator, CancellationToken ct) =>
        {
            await using var content = file.OpenReadStream();
            return TypedResults.Ok(await mediator.Send(new PreviewHoursImport(year, content), ct));
        })
        .WithMetadata(new RequestSizeLimitAttribute(HoursSheet.Limits.FileBytes + Wrapping))
        .WithFormOptions(multipartBodyLengthLimit: HoursSheet.Limits.FileBytes + Wrapping)
        // The host refuses writes that another site's page makes.
        .DisableAntiforgery()
        .RequirePermission(Permissions.InstrumentsEdit, DataScope.OwnOrganisation);
}

internal sealed class PreviewHoursImportValidator : FluentValidation.AbstractValidator<PreviewHoursImport>
{
    public PreviewHoursImportValidator(TimeProvider clock) => HoursReading.RuleForYear(RuleFor(c => c.Year), clock);
}

internal sealed class PreviewHoursImportHandler(SharingDb db, IUnitDirectory units, IInstrumentRoll roll, RatedHours rates, CurrentUser user) : IRequestHandler<PreviewHoursImport, HoursImportPreview>
{
    public async Task<HoursImportPreview> Handle(PreviewHoursImport request, CancellationToken cancellationToken)
    {
        var (list, _) = await HoursReading.Read(request.Content, request.Year, db, units, roll, rates, user, cancellationToken);
        return new HoursImportPreview(request.Year, Count(HoursOutcome.Change), Count(HoursOutcome.Leave), Count(HoursOutcome.Refuse),
            list.Rows.Count(row => row.Row is { Outcome: HoursOutcome.Change, AboveRated: true }), [.. list.Rows.Select(row => row.Row)], list.Fingerprint(request.Year));

        int Count(HoursOutcome outcome) => list.Rows.Count(row => row.Row.Outcome == outcome);
    }
}
