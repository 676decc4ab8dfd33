using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>One facility, centre or service unit of my subtree with its whole record, its instruments' totals, the reviewer's open remarks, and what I may do with it now.</summary>
internal sealed record GetCarrier(Guid CarrierId) : IRequest<CarrierDetails>;

/// <param name="MissingForSubmission">Keys of the fields that a submission still needs.</param>
/// <param name="MissingForNation">Keys of the fields that the national data standard still needs.</param>
/// <param name="Actions">edit, submit, withdraw, delete, approve, return, retire: those possible for the caller at present.</param>
internal sealed record CarrierDetails(
    Guid Id, CarrierType Kind, Guid UnitId, string UnitName, CarrierRecord Record, LifeCycle LifeCycle, CarrierTotals Totals,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? SubmittedAt, DateOnly? ListedOn, DateOnly? RetiredOn,
    string? ReturnReasonCode, string? ReturnReason, IReadOnlyList<ReviewRemark> Remarks,
    IReadOnlyList<string> MissingForSubmission, IReadOnlyList<string> MissingForNation, IReadOnlyList<string> Actions, int Version);

/// <summary>What belongs to it, in every state but retired.</summary>
/// <param name="Listed">Of them on the platform.</param>
internal sealed record CarrierTotals(int Instruments, int Listed, long ValueFen);

internal sealed class GetCarrierEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/carriers/{carrierId:guid}", async (Guid carrierId, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetCarrier(carrierId), ct)))
        .RequirePermission(Permissions.InstrumentsRead, DataScope.Organisation);
}

internal sealed class GetCarrierHandler(InstrumentsDb db, CurrentUser user) : IRequestHandler<GetCarrier, CarrierDetails>
{
    public async Task<CarrierDetails> Handle(GetCarrier request, CancellationToken cancellationToken)
    {
        var c = await db.Carriers.AsNoTracking().Within(user).SingleOrDefaultAsync(c => c.Id == request.CarrierId, cancellationToken)
            ?? throw CarrierProblems.NotFound(request.CarrierId);
        var totals = await db.InstrumentsOf(c).GroupBy(_ => 1)
            .Select(all => new CarrierTotals(all.Count(), all.Count(i => i.LifeCycle == LifeCycle.Listed), all.Sum(i => i.OriginalValueFen ?? 0))).SingleOrDefaultAsync(cancellationToken);
        return new CarrierDetails(
            c.Id, c.Kind, c.UnitId, c.UnitName, c.Copy(), c.LifeCycle, totals ?? new CarrierTotals(0, 0, 0),
            c.CreatedAt, c.UpdatedAt, c.SubmittedAt, c.ListedOn, c.RetiredOn, c.ReturnReasonCode, c.ReturnReason, c.Remarks,
            [.. c.MissingForSubmission.Select(field => field.Key)], [.. c.Fields.Where(field => field.NationalRequired && field.IsEmpty(c)).Select(field => field.Key)],
            [.. ActionsFor(c.LifeCycle, totals is null)], c.Version);
    }

    IEnumerable<string> ActionsFor(LifeCycle state, bool empty)
    {
        var (edits, reviews) = (user.Can(Permissions.InstrumentsEdit), user.Can(Permissions.InstrumentsReview));
        if (edits && state is (LifeCycle.Draft or LifeCycle.Returned or LifeCycle.Listed)) yield return "edit";
        if (edits && state is (LifeCycle.Draft or LifeCycle.Returned)) yield return "submit";
        if (edits && state == LifeCycle.Draft && empty) yield return "delete";
        if (edits && state == LifeCycle.Submitted) yield return "withdraw";
        if (edits && state == LifeCycle.Listed && empty) yield return "retire";
        if (reviews && state == LifeCycle.Submitted) yield return "approve";
        if (reviews && state == LifeCycle.Submitted) yield return "return";
    }
}
