using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Contracts.Units;
using Modular.Shared;
using Modular.Shared.Sheets;

namespace Modular.Instruments;

/// <summary>Corrects how a list is read: its sheet, its header, what its columns are. Remembered for the organisation's next list of this shape.</summary>
/// <param name="HeaderFirst">Row as the spreadsheet shows it; 0 where the list has no header.</param>
/// <param name="Columns">The columns that are corrected; those left out keep the guess.</param>
/// <param name="UnitId">One unit for all rows that name none.</param>
internal sealed record MapImportColumns(
    string Sheet, int HeaderFirst, int HeaderLast, IReadOnlyList<MappedColumn> Columns, Guid? UnitId, int? HoursYear, int Version) : IRequest<ImportDetails>
{
    internal Guid ImportId { get; init; }
}

/// <param name="FieldKey">A field of the record, <c>unitName</c>, <c>unitCreditCode</c>, <c>regionProvince</c>, <c>regionCity</c> or <c>quantity</c>; null: not taken over.</param>
internal sealed record MappedColumn(int Index, string? FieldKey, MoneyUnit? MoneyUnit);

internal sealed class MapImportColumnsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/imports/{importId:guid}/mapping", async (Guid importId, MapImportColumns command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { ImportId = importId }, ct)))
        .RequirePermission(Permissions.InstrumentsImport, DataScope.Organisation);
}

internal sealed class MapImportColumnsValidator : AbstractValidator<MapImportColumns>
{
    public MapImportColumnsValidator()
    {
        // A list in text form has one sheet without a name.
        RuleFor(c => c.Sheet).NotNull().MaximumLength(255);
        RuleFor(c => c.HeaderFirst).InclusiveBetween(0, ImportInspection.LookedAt);
        RuleFor(c => c.HeaderLast).Must((c, last) => last >= c.HeaderFirst && last <= ImportInspection.LookedAt && (c.HeaderFirst > 0 || last == 0))
            .WithErrorCode("mapping.header").WithMessage("From the header's first row on, or 0 and 0.");
        RuleFor(c => c.Columns).NotNull().Must(columns => columns is null || columns.All(column => column is not null) && columns.DistinctBy(column => column.Index).Count() == columns.Count)
            .WithErrorCode("mapping.column-twice").WithMessage("A column stands there twice.");
        RuleForEach(c => c.Columns).Must(column => column?.FieldKey is null || ImportMapping.IsField(column.FieldKey))
            .WithErrorCode("field.unknown").WithMessage("Not a field that a column can be taken for.");
        RuleForEach(c => c.Columns).Must(column => column?.MoneyUnit is null || Enum.IsDefined(column.MoneyUnit.Value));
        RuleFor(c => c.HoursYear).InclusiveBetween(1990, 2100).When(c => c.HoursYear is not null);
    }
}

internal sealed class MapImportColumnsHandler(InstrumentsDb db, IUnitDirectory units, IFileStore files, ImportCheck check, CurrentUser user, TimeProvider clock)
    : IRequestHandler<MapImportColumns, ImportDetails>
{
    public async Task<ImportDetails> Handle(MapImportColumns request, CancellationToken cancellationToken)
    {
        var import = await db.OpenImport(request.ImportId, request.Version, user, cancellationToken);
        try
        {
            import.Mapping = await Correct(import, request, cancellationToken);
            import.Remembered = false;
            await Remember(import, cancellationToken);
            return await Recheck(import, cancellationToken);
        }
        catch (SheetRefused refused)
        {
            throw ImportProblems.Of(refused);
        }
    }

    async Task<ImportMapping> Correct(InstrumentImport import, MapImportColumns request, CancellationToken ct)
    {
        await using var content = files.Open(import.FileHash);
        using var book = SheetReader.Open(content, cancelled: ct);
        var sheet = book.Sheets.FirstOrDefault(sheet => sheet.Name == request.Sheet) ?? throw ImportProblems.NoSuchSheet();
        var (guess, _) = ImportInspection.Guess(sheet, (request.HeaderFirst, request.HeaderLast));
        var mapping = ImportInspection.Correct(sheet, guess, request.Columns) with { UnitId = request.UnitId, HoursYear = request.HoursYear };
        var twice = mapping.Columns.Where(column => column.FieldKey is not null).GroupBy(column => column.FieldKey, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? mapping : throw ImportProblems.FieldTwice(twice.Key!, [.. twice.Select(column => column.Letter)]);
    }

    async Task Remember(InstrumentImport import, CancellationToken ct)
    {
        var remembered = await db.RememberedMappings.SingleOrDefaultAsync(m => m.OrganisationId == user.OrganisationId && m.Signature == import.Signature, ct);
        if (remembered is null)
        {
            remembered = new RememberedMapping { OrganisationId = user.OrganisationId, Signature = import.Signature, Mapping = import.Mapping };
            db.RememberedMappings.Add(remembered);
        }

        (remembered.Mapping, remembered.UpdatedAt) = (import.Mapping, clock.GetUtcNow());
    }

    async Task<ImportDetails> Recheck(InstrumentImport import, CancellationToken ct)
    {
        if (!import.IsLong)
        {
            await check.Run(import, fresh: false, progress: null, ct);
            return ImportDetails.Of(import, null);
        }

        // The check in the background could only fail later on a unit that is not there.
        if (import.Mapping.UnitId is { } unitId)
        {
            var found = await units.FindMany([unitId], ct);
            if (!found.TryGetValue(unitId, out var unit) || !unit.Path.StartsWith(import.OwnerPath, StringComparison.Ordinal)) throw ImportProblems.UnitNotFound(unitId);
        }

        var job = db.CheckLater(import, user, clock.GetUtcNow());
        import.Version++;
        await db.SaveChangesAsync(ct);
        return ImportDetails.Of(import, job);
    }
}
