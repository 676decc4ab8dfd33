using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Shared;
using Modular.Shared.Sheets;

namespace Modular.Instruments;

/// <summary>Mends a row in place: what is typed is read exactly as a cell would be. Or leaves the row out.</summary>
/// <param name="Values">Texts by field, in place of the list's; an empty text is an empty cell. Fields not named stay as they are.</param>
/// <param name="Skip">Leave the row out. False takes a row in that was taken for something else, e.g. a total.</param>
internal sealed record MendImportRow(IReadOnlyDictionary<string, string> Values, bool Skip, int Version) : IRequest<MendedRow>
{
    internal Guid ImportId { get; init; }

    internal int Number { get; init; }
}

/// <param name="Version">The import's new version.</param>
internal sealed record MendedRow(ImportedRow Row, ImportCounts Counts, int Version);

internal sealed class MendImportRowEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/imports/{importId:guid}/rows/{number:int}", async (Guid importId, int number, MendImportRow command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { ImportId = importId, Number = number }, ct)))
        .RequirePermission(Permissions.InstrumentsImport, DataScope.Organisation);
}

internal sealed class MendImportRowValidator : AbstractValidator<MendImportRow>
{
    public MendImportRowValidator()
    {
        RuleFor(c => c.Values).NotNull();
        RuleForEach(c => c.Values).Must(value => ImportMapping.IsField(value.Key)).WithErrorCode("field.unknown").WithMessage("Not a field of a list.");
        RuleForEach(c => c.Values).Must(value => value.Value is not null && value.Value.Length <= SheetLimits.Standard.CellChars)
            .WithErrorCode("field.too-long").WithMessage("Longer than a cell.");
    }
}

internal sealed class MendImportRowHandler(InstrumentsDb db, ImportRecheck recheck, CurrentUser user) : IRequestHandler<MendImportRow, MendedRow>
{
    public async Task<MendedRow> Handle(MendImportRow request, CancellationToken cancellationToken)
    {
        var import = await db.OpenImport(request.ImportId, request.Version, user, cancellationToken);
        if (import.State != ImportState.Ready) throw ImportProblems.NotReady();
        var row = await db.ImportRows.FindAsync([import.Id, request.Number], cancellationToken) ?? throw ImportProblems.RowNotFound(request.Number);

        var mended = RowCheck.MendedOf(row.Mended) ?? [];
        foreach (var (key, text) in request.Values) mended[key] = text;
        await recheck.Run(import, row, mended, request.Skip, cancellationToken);
        return new MendedRow(ImportedRow.Of(row, import.State), import.Counts, import.Version);
    }
}
