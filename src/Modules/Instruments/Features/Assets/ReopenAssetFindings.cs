using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Takes back what was done about differences, as long as nobody has built on it: drafts go, links are cut, values and states return. A retirement stays.</summary>
internal sealed record ReopenAssetFindings(IReadOnlyList<FindingVersion> Items) : IRequest<BulkReport>;

internal sealed record FindingVersion(Guid Id, int Version);

internal sealed class ReopenAssetFindingsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/assets/findings/reopen", async (ReopenAssetFindings command, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(command, ct)))
        .RequirePermission(Permissions.InstrumentsEdit, DataScope.Organisation)
        .Idempotent();
}

internal sealed class ReopenAssetFindingsValidator : AbstractValidator<ReopenAssetFindings>
{
    public ReopenAssetFindingsValidator()
    {
        RuleFor(c => c.Items).NotEmpty().Must(items => items is null || items.Count <= Bulk.MaximumRows).WithErrorCode("bulk.too-many").WithMessage($"At most {Bulk.MaximumRows} at once.");
        RuleFor(c => c.Items).Must(items => items is null || items.All(item => item is not null) && items.DistinctBy(item => item.Id).Count() == items.Count)
            .WithErrorCode("bulk.repeated").WithMessage("The same finding stands in the list twice.");
    }
}

internal sealed class ReopenAssetFindingsHandler(InstrumentsDb db, CustomsSupervision customs, CurrentUser user, TimeProvider clock) : IRequestHandler<ReopenAssetFindings, BulkReport>
{
    public async Task<BulkReport> Handle(ReopenAssetFindings request, CancellationToken cancellationToken)
    {
        var desk = new FindingDesk(db, customs, user, clock);
        await desk.Load([.. request.Items.Select(item => item.Id)], [], suggested: false, cancellationToken);
        var rows = request.Items.Select(item => desk.Try(item.Id, () => desk.Reopen(item))).ToList();
        await db.SaveChangesAsync(cancellationToken);
        return new BulkReport(rows.Count(row => row.Done), rows.Count(row => !row.Done), rows);
    }
}
