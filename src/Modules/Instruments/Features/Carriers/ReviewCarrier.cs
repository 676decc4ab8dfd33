using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>The supervisor puts a facility, centre or service unit on the platform, or sends it back 退回 with a reason and remarks pinned to fields (I-4).</summary>
/// <param name="Approve">Whether it is right.</param>
/// <param name="ReasonCode">As for instruments; needed to return it.</param>
internal sealed record ReviewCarrier(int Version, bool Approve, string? ReasonCode, string? Reason, IReadOnlyList<ReviewRemark>? Remarks) : IRequest<SavedCarrier>
{
    internal Guid CarrierId { get; init; }
}

internal sealed class ReviewCarrierEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/carriers/{carrierId:guid}/review", async (Guid carrierId, ReviewCarrier command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { CarrierId = carrierId }, ct)))
        .RequirePermission(Permissions.InstrumentsReview, DataScope.Organisation)
        .Idempotent();
}

internal sealed class ReviewCarrierValidator : AbstractValidator<ReviewCarrier>
{
    static readonly HashSet<string> Keys = CarrierFields.Any.Select(field => field.Key).ToHashSet(StringComparer.Ordinal);

    public ReviewCarrierValidator() => When(c => !c.Approve, () =>
    {
        RuleFor(c => c.ReasonCode).Must(code => ReturnInstrumentValidator.ReasonCodes.Contains(code, StringComparer.Ordinal)).WithErrorCode("return.reason-unknown")
            .WithMessage($"One of: {string.Join(", ", ReturnInstrumentValidator.ReasonCodes)}.");
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(2000);
        RuleFor(c => c.Remarks).Must(remarks => remarks is null || remarks.Count <= 60);
        RuleForEach(c => c.Remarks).NotNull().ChildRules(remark =>
        {
            remark.RuleFor(r => r.Field).Must(field => field is "" || Keys.Contains(field ?? "?")).WithErrorCode("field.unknown").WithMessage("Not a field of the record.");
            remark.RuleFor(r => r.Text).NotEmpty().MaximumLength(500);
        });
    });
}

internal sealed class ReviewCarrierHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<ReviewCarrier, SavedCarrier>
{
    public async Task<SavedCarrier> Handle(ReviewCarrier request, CancellationToken cancellationToken)
    {
        var carrier = await db.CarrierInReach(request.CarrierId, user, cancellationToken);
        var now = clock.GetUtcNow();
        if (request.Approve)
        {
            carrier.Approve(request.Version, now, clock.Today());
            db.KeepCarrier(carrier, user, "approved", now);
            db.Record(user, clock, "carrier.approved", carrier.Id, carrier.UnitPath);
        }
        else
        {
            var (reason, remarks) = (request.Reason!.Trim(), request.Remarks ?? []);
            carrier.Return(request.Version, request.ReasonCode!, reason, remarks, now);
            db.KeepCarrier(carrier, user, "returned", now, reason: reason, remarks: remarks);
            db.Record(user, clock, "carrier.returned", carrier.Id, carrier.UnitPath, after: remarks, why: reason);
        }

        db.TellCarrier(carrier, request.Approve ? "approved" : "returned", InstrumentNotices.By(user), now);
        await db.SaveChangesAsync(cancellationToken);
        return new SavedCarrier(carrier.Id, carrier.Version);
    }
}
