using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>
/// Does something about differences between asset cards and registry, one or many: enters drafts, links cards, takes values over, proposes
/// retirement or retires, or leaves them as they are (I-8). Each by itself; what is refused says why.
/// </summary>
/// <param name="Note">Why; needed for a retirement.</param>
internal sealed record SettleAssetFindings(FindingAction Action, IReadOnlyList<SettledItem> Items, string? Note) : IRequest<BulkReport>;

/// <param name="InstrumentId">For a link: the instrument; by default the one suggested.</param>
internal sealed record SettledItem(Guid Id, int Version, Guid? InstrumentId = null);

internal sealed class SettleAssetFindingsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/assets/findings/settle", async (SettleAssetFindings command, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(command, ct)))
        .RequirePermission(Permissions.InstrumentsEdit, DataScope.Organisation)
        .Idempotent();
}

internal sealed class SettleAssetFindingsValidator : AbstractValidator<SettleAssetFindings>
{
    public SettleAssetFindingsValidator()
    {
        RuleFor(c => c.Action).IsInEnum();
        RuleFor(c => c.Note).MaximumLength(500);
        RuleFor(c => c.Note).NotEmpty().When(c => c.Action == FindingAction.Retire);
        RuleFor(c => c.Items).NotEmpty().Must(items => items is null || items.Count <= Bulk.MaximumRows).WithErrorCode("bulk.too-many").WithMessage($"At most {Bulk.MaximumRows} at once.");
        RuleFor(c => c.Items).Must(items => items is null || items.All(item => item is not null) && items.DistinctBy(item => item.Id).Count() == items.Count)
            .WithErrorCode("bulk.repeated").WithMessage("The same finding stands in the list twice.");
    }
}

internal sealed class SettleAssetFindingsHandler(InstrumentsDb db, CustomsSupervision customs, IUnitDirectory units, CurrentUser user, TimeProvider clock) : IRequestHandler<SettleAssetFindings, BulkReport>
{
    public async Task<BulkReport> Handle(SettleAssetFindings request, CancellationToken cancellationToken)
    {
        var desk = new FindingDesk(db, customs, user, clock);
        await desk.Load([.. request.Items.Select(item => item.Id)], [.. request.Items.Select(item => item.InstrumentId).OfType<Guid>()], request.Action == FindingAction.Link, cancellationToken);
        if (request.Action == FindingAction.Draft) await desk.LoadForDrafts(units, cancellationToken);
        var note = string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim();
        var rows = request.Items.Select(item => desk.Try(item.Id, () => desk.Settle(item, request.Action, note))).ToList();
        await db.SaveChangesAsync(cancellationToken);
        return new BulkReport(rows.Count(row => row.Done), rows.Count(row => !row.Done), rows);
    }
}
