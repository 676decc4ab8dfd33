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

/// <summary>
/// Sends in a unit's asset cards (I-8), as a spreadsheet or as an offline package. They are compared with the registry and with the package
/// before; nothing of them is taken over yet.
/// </summary>
/// <param name="UnitId">Whose cards they are; by default the caller's own unit's.</param>
/// <param name="MoneyUnit">What the values are in, where the headings do not say it right.</param>
internal sealed record UploadAssetPackage(string FileName, Stream Content, Guid? UnitId, MoneyUnit? MoneyUnit) : IRequest<AssetPackageDetails>;

internal sealed class UploadAssetPackageEndpoint : IEndpoint
{
    /// <summary>The parts of a multipart body around the file.</summary>
    const long Wrapping = 64 * 1024;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/assets/packages", async (IFormFile file, Guid? unitId, Coded<MoneyUnit>? moneyUnit, IMediator mediator, CancellationToken ct) =>
        {
            await using var content = file.OpenReadStream();
            var package = await mediator.Send(new UploadAssetPackage(file.FileName, content, unitId, moneyUnit?.Value), ct);
            return TypedResults.Created($"/api/instruments/assets/packages/{package.Id}", package);
        })
        .WithMetadata(new RequestSizeLimitAttribute(SheetLimits.Standard.FileBytes + Wrapping))
        .WithFormOptions(multipartBodyLengthLimit: SheetLimits.Standard.FileBytes + Wrapping)
        // The host refuses writes that another site's page makes.
        .DisableAntiforgery()
        .RequirePermission(Permissions.InstrumentsImport, DataScope.Organisation);
}

internal sealed class UploadAssetPackageHandler(
    InstrumentsDb db, IUnitDirectory units, IPolicies policies, IFileStore files, PackageComparer comparer, CurrentUser user, TimeProvider clock) : IRequestHandler<UploadAssetPackage, AssetPackageDetails>
{
    const int LongestName = 255;

    public async Task<AssetPackageDetails> Handle(UploadAssetPackage request, CancellationToken cancellationToken)
    {
        var unitId = request.UnitId ?? user.OrganisationId;
        var found = await units.FindMany([unitId], cancellationToken);
        if (!found.TryGetValue(unitId, out var unit) || unit.Closed || !user.Sees(unit.Path)) throw InstrumentProblems.UnitNotFound(unitId);

        var fileName = FileNames.Plain(request.FileName, LongestName);
        var read = comparer.Read(request.Content, fileName, request.MoneyUnit, cancellationToken);
        request.Content.Position = 0;
        var stored = await files.Save(request.Content, SheetLimits.Standard.FileBytes, cancellationToken);
        var policy = await policies.On(clock.Today(), unit.Path, cancellationToken);
        var package = new AssetPackage
        {
            UnitId = unit.Id, UnitPath = unit.Path, UnitName = unit.Name, AccountId = user.AccountId, AccountName = user.DisplayName, CreatedAt = clock.GetUtcNow(),
            FileHash = stored.Hash, FileName = fileName, SizeBytes = stored.Length, SaidUnit = request.MoneyUnit, ThresholdFen = policy.DutyThresholdFen, PolicyVersion = policy.Version,
            Faults = [.. read.Faults], Sheets = [.. read.Sheets], LeftOut = [.. read.LeftOut],
        };
        var known = await db.AssetCards.AsNoTracking().Where(c => c.UnitId == unit.Id).ToListAsync(cancellationToken);
        var comparison = await comparer.Compare(package, read, known, cancellationToken);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.AssetPackages.Add(package);
        db.Record(user, clock, "assets.uploaded", package.Id, package.UnitPath, after: new { package.FileName, package.FileHash, package.ThresholdFen, package.Counts });
        await db.SaveChangesAsync(cancellationToken);
        await db.BulkInsertAsync(comparison.Findings, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return AssetPackageDetails.Of(package, comparison.Findings.GroupBy(f => f.Kind).Select(kind => new FindingTally(kind.Key, FindingState.Open, kind.Count())));
    }
}
