using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>The supervisor sends an instrument back 退回 with a reason and remarks pinned to fields (I-4); the unit lands on the first of them.</summary>
/// <param name="ReasonCode">incomplete, wrong, duplicate, classified, notInScope or other.</param>
internal sealed record ReturnInstrument(int Version, string ReasonCode, string Reason, IReadOnlyList<ReviewRemark> Remarks) : IRequest<SavedInstrument>
{
    internal Guid InstrumentId { get; init; }
}

internal sealed class ReturnInstrumentEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/{instrumentId:guid}/return", async (Guid instrumentId, ReturnInstrument command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { InstrumentId = instrumentId }, ct)))
        .RequirePermission(Permissions.InstrumentsReview, DataScope.Organisation)
        .Idempotent();
}

internal sealed class ReturnInstrumentValidator : AbstractValidator<ReturnInstrument>
{
    public static readonly string[] ReasonCodes = ["incomplete", "wrong", "duplicate", "classified", "notInScope", "other"];

    public ReturnInstrumentValidator()
    {
        RuleFor(c => c.ReasonCode).Must(code => ReasonCodes.Contains(code, StringComparer.Ordinal)).WithErrorCode("return.reason-unknown")
            .WithMessage($"One of: {string.Join(", ", ReasonCodes)}.");
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(2000);
        RuleFor(c => c.Remarks).NotNull().Must(remarks => remarks is null || remarks.Count <= 60);
        RuleForEach(c => c.Remarks).NotNull().ChildRules(remark =>
        {
            remark.RuleFor(r => r.Field).Must(field => field is "" || InstrumentFields.Find(field ?? "?") is not null)
                .WithErrorCode("field.unknown").WithMessage("Not a field of the record.");
            remark.RuleFor(r => r.Text).NotEmpty().MaximumLength(500);
        });
    }
}

internal sealed class ReturnInstrumentHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<ReturnInstrument, SavedInstrument>
{
    public async Task<SavedInstrument> Handle(ReturnInstrument request, CancellationToken cancellationToken)
    {
        var instrument = await db.InstrumentInReach(request.InstrumentId, user, cancellationToken);
        var now = clock.GetUtcNow();
        instrument.Return(request.Version, request.ReasonCode, request.Reason.Trim(), request.Remarks, now);
        db.Keep(instrument, user, "returned", now, reason: request.Reason.Trim(), remarks: request.Remarks);
        db.Announce(instrument.Id, InstrumentNotices.Returned(instrument, InstrumentNotices.By(user)), now);
        db.Record(user, clock, "instrument.returned", instrument.Id, instrument.UnitPath, after: request.Remarks, why: request.Reason);
        await db.SaveChangesAsync(cancellationToken);
        return new SavedInstrument(instrument.Id, instrument.Version);
    }
}
