using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Strikes out a notice that was entered wrongly; it stays to be read, and allows nothing any more.</summary>
internal sealed record StrikeCustomsNotice(string Reason) : IRequest<CustomsNoticeRow>
{
    internal Guid InstrumentId { get; init; }

    internal Guid NoticeId { get; init; }
}

internal sealed class StrikeCustomsNoticeEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/{instrumentId:guid}/customs-notices/{noticeId:guid}/strike", async (Guid instrumentId, Guid noticeId, StrikeCustomsNotice command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { InstrumentId = instrumentId, NoticeId = noticeId }, ct)))
        .RequirePermission(Permissions.InstrumentsEdit, DataScope.Organisation);
}

internal sealed class StrikeCustomsNoticeValidator : AbstractValidator<StrikeCustomsNotice>
{
    public StrikeCustomsNoticeValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
}

internal sealed class StrikeCustomsNoticeHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<StrikeCustomsNotice, CustomsNoticeRow>
{
    public async Task<CustomsNoticeRow> Handle(StrikeCustomsNotice request, CancellationToken cancellationToken)
    {
        var instrument = await db.Instruments.AsNoTracking().Within(user).SingleOrDefaultAsync(i => i.Id == request.InstrumentId, cancellationToken);
        var notice = instrument is null ? null : await db.CustomsNotices.SingleOrDefaultAsync(n => n.Id == request.NoticeId && n.InstrumentId == instrument.Id, cancellationToken);
        if (instrument is null || notice is null) throw InstrumentProblems.NoticeNotFound(request.NoticeId);
        notice.Strike(request.Reason.Trim(), clock.GetUtcNow());
        db.Record(user, clock, "customs-notice.struck", instrument.Id, instrument.UnitPath, before: new { notice.Id, notice.Matter, notice.Number }, why: request.Reason.Trim());
        await db.SaveChangesAsync(cancellationToken);
        return CustomsNoticeRow.Of(notice);
    }
}
