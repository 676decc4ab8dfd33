using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Takes instruments off customs supervision 解除海关监管: those whose years are over, or whose supervision a notice lifts (I-3).</summary>
internal sealed record EndSupervision(IReadOnlyList<InstrumentVersion> Items) : IRequest<BulkReport>;

internal sealed class EndSupervisionEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/customs/end", async (EndSupervision command, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(command, ct)))
        .RequirePermission(Permissions.InstrumentsEdit, DataScope.Organisation)
        .Idempotent();
}

internal sealed class EndSupervisionValidator : AbstractValidator<EndSupervision>
{
    public EndSupervisionValidator() => this.RulesForItems(c => c.Items);
}

internal sealed class EndSupervisionHandler(InstrumentsDb db, CustomsSupervision customs, CurrentUser user, TimeProvider clock) : IRequestHandler<EndSupervision, BulkReport>
{
    public async Task<BulkReport> Handle(EndSupervision request, CancellationToken cancellationToken)
    {
        var (now, today, years) = (clock.GetUtcNow(), clock.Today(), await customs.Years(user.ScopePath, cancellationToken));
        var ids = request.Items.Select(item => item.Id).ToList();
        var notices = await db.CustomsNotices.AsNoTracking().Where(n => ids.Contains(n.InstrumentId) && n.Matter == CustomsMatter.Released).ToListAsync(cancellationToken);
        var lifted = notices.Where(n => n.Allows(CustomsMatter.Released, today)).Select(n => n.InstrumentId).ToHashSet();
        return await Bulk.Run(db, user, request.Items, (instrument, version) =>
        {
            if (instrument.CustomsSupervised != true) throw InstrumentProblems.NotSupervised();
            if (CustomsSupervision.Until(instrument, years) is { } until && until >= today && !lifted.Contains(instrument.Id)) throw InstrumentProblems.StillSupervised(until);
            var record = instrument.Copy();
            record.CustomsSupervised = false;
            db.KeepEdit(instrument, user, clock, "supervision-ended", now, instrument.Edit(record, version, now));
        }, cancellationToken);
    }
}
