using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Contracts.Units;
using Modular.Shared;
using Modular.Shared.Sheets;

namespace Modular.Instruments;

/// <summary>Sends a list of instruments in (I-9). It is understood and checked; nothing of it enters the registry yet.</summary>
internal sealed record UploadImport(string FileName, Stream Content) : IRequest<ImportDetails>;

internal sealed class UploadImportEndpoint : IEndpoint
{
    /// <summary>The parts of a multipart body around the file.</summary>
    const long Wrapping = 64 * 1024;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/imports", async (IFormFile file, IMediator mediator, CancellationToken ct) =>
        {
            await using var content = file.OpenReadStream();
            var import = await mediator.Send(new UploadImport(file.FileName, content), ct);
            return TypedResults.Created($"/api/instruments/imports/{import.Id}", import);
        })
        .WithMetadata(new RequestSizeLimitAttribute(SheetLimits.Standard.FileBytes + Wrapping))
        .WithFormOptions(multipartBodyLengthLimit: SheetLimits.Standard.FileBytes + Wrapping)
        // The host refuses writes that another site's page makes.
        .DisableAntiforgery()
        .RequirePermission(Permissions.InstrumentsImport, DataScope.Organisation);
}

internal sealed class UploadImportHandler(InstrumentsDb db, IUnitDirectory units, IFileStore files, ImportCheck check, CurrentUser user, TimeProvider clock)
    : IRequestHandler<UploadImport, ImportDetails>
{
    const int LongestName = 255;

    public async Task<ImportDetails> Handle(UploadImport request, CancellationToken cancellationToken)
    {
        try
        {
            return await TakeIn(request, cancellationToken);
        }
        catch (SheetRefused refused)
        {
            throw ImportProblems.Of(refused);
        }
    }

    async Task<ImportDetails> TakeIn(UploadImport request, CancellationToken ct)
    {
        using var book = SheetReader.Open(request.Content, cancelled: ct);
        var sheets = ImportInspection.SheetsOf(book, ImportCheck.AtOnce + 1);
        var (mapping, signature) = ImportInspection.Guess(book);
        var corrected = await db.RememberedMappings.AsNoTracking().SingleOrDefaultAsync(m => m.OrganisationId == user.OrganisationId && m.Signature == signature, ct);
        var remembered = corrected is null ? null : ImportInspection.Recall(book, corrected.Mapping);
        mapping = remembered ?? mapping;

        request.Content.Position = 0;
        var stored = await files.Save(request.Content, SheetLimits.Standard.FileBytes, ct);
        var own = await units.FindMany([user.OrganisationId], ct);
        var now = clock.GetUtcNow();
        var import = new InstrumentImport
        {
            OwnerPath = user.ScopePath,
            OrganisationId = user.OrganisationId,
            AccountId = user.AccountId,
            AccountName = user.DisplayName,
            CreatedAt = now,
            FileHash = stored.Hash,
            FileName = FileNames.Plain(request.FileName, LongestName),
            SizeBytes = stored.Length,
            FileKind = book.Kind,
            Sheets = sheets,
            Signature = signature,
            Remembered = remembered is not null,
            Mapping = mapping with
            {
                UnitId = own.ContainsKey(user.OrganisationId) ? user.OrganisationId : null,
                // Lists are made in the new year about the old one.
                HoursYear = clock.Today().Year - 1,
            },
        };

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.Imports.Add(import);
        db.Record(user, clock, "import.uploaded", import.Id, import.OwnerPath, after: new { import.FileName, import.FileHash, import.SizeBytes });
        var job = import.IsLong ? db.CheckLater(import, user, now) : null;
        await db.SaveChangesAsync(ct);
        if (job is null) await check.Run(import, fresh: true, progress: null, ct);
        await transaction.CommitAsync(ct);
        return ImportDetails.Of(import, job);
    }
}
