using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Enters a notice 通知书 of the customs about an instrument they supervise (I-3).</summary>
/// <param name="Until">The last day on which it allows anything; none: until supervision ends.</param>
/// <param name="Place">Needed unless it lifts supervision.</param>
internal sealed record EnterCustomsNotice(CustomsMatter Matter, string Number, DateOnly IssuedOn, DateOnly? Until, string? Place, string? Note) : IRequest<CustomsNoticeRow>
{
    internal Guid InstrumentId { get; init; }
}

internal sealed class EnterCustomsNoticeEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/{instrumentId:guid}/customs-notices", async (Guid instrumentId, EnterCustomsNotice command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Created($"/api/instruments/{instrumentId}/customs", await mediator.Send(command with { InstrumentId = instrumentId }, ct)))
        .RequirePermission(Permissions.InstrumentsEdit, DataScope.Organisation)
        .Idempotent();
}

internal sealed class EnterCustomsNoticeValidator : AbstractValidator<EnterCustomsNotice>
{
    public EnterCustomsNoticeValidator(TimeProvider clock)
    {
        RuleFor(c => c.Matter).IsInEnum();
        RuleFor(c => c.Number).NotEmpty().MaximumLength(CustomsNotice.LongestNumber);
        RuleFor(c => c.IssuedOn).Must(day => day <= clock.Today() && day.Year >= 1980).WithErrorCode("customs-notice.day").WithMessage("Not after today.");
        RuleFor(c => c.Until).Must((c, until) => until is null || until >= c.IssuedOn).WithErrorCode("customs-notice.until").WithMessage("Not before the day it was issued.");
        RuleFor(c => c.Place).NotEmpty().When(c => c.Matter != CustomsMatter.Released).MaximumLength(CustomsNotice.LongestText);
        RuleFor(c => c.Note).MaximumLength(500);
    }
}

internal sealed class EnterCustomsNoticeHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<EnterCustomsNotice, CustomsNoticeRow>
{
    public async Task<CustomsNoticeRow> Handle(EnterCustomsNotice request, CancellationToken cancellationToken)
    {
        var instrument = await db.InstrumentInReach(request.InstrumentId, user, cancellationToken);
        if (instrument.LifeCycle == LifeCycle.Retired) throw InstrumentProblems.NotInState("edit", instrument.LifeCycle);
        if (instrument.CustomsSupervised != true) throw InstrumentProblems.NotSupervised();
        var notice = new CustomsNotice
        {
            InstrumentId = instrument.Id, Matter = request.Matter, Number = request.Number.Trim(), IssuedOn = request.IssuedOn, Until = request.Until,
            Place = request.Place?.Trim(), Note = request.Note?.Trim(), EnteredBy = user.DisplayName, EnteredAt = clock.GetUtcNow(),
        };
        db.CustomsNotices.Add(notice);
        db.Record(user, clock, "customs-notice.entered", instrument.Id, instrument.UnitPath, after: new { notice.Id, notice.Matter, notice.Number, notice.IssuedOn, notice.Until, notice.Place }, why: notice.Note);
        await db.SaveChangesAsync(cancellationToken);
        return CustomsNoticeRow.Of(notice);
    }
}
