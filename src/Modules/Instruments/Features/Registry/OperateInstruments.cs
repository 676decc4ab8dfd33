using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Says of several instruments at once what they are doing: a laboratory that moves is idle as a whole.</summary>
internal sealed record OperateInstruments(OperatingStatus Status, string? Note, IReadOnlyList<InstrumentVersion> Items, DateOnly? Since = null, DateOnly? ExpectedBackOn = null) : IRequest<BulkReport>;

internal sealed class OperateInstrumentsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/operate", async (OperateInstruments command, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(command, ct)))
        .RequirePermission(Permissions.InstrumentsOperate, DataScope.Entrusted)
        .Idempotent();
}

internal sealed class OperateInstrumentsValidator : AbstractValidator<OperateInstruments>
{
    public OperateInstrumentsValidator(TimeProvider clock)
    {
        RuleFor(c => c.Status).IsInEnum();
        RuleFor(c => c.Note).MaximumLength(500);
        this.RulesForStatusDays(clock, c => c.Since, c => c.ExpectedBackOn);
        this.RulesForItems(c => c.Items);
    }
}

internal sealed class OperateInstrumentsHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<OperateInstruments, BulkReport>
{
    public async Task<BulkReport> Handle(OperateInstruments request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var note = string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim();
        var ids = request.Items.Select(item => item.Id).ToList();
        var entrusted = user.OperatesAll() ? null : await db.Custodians.Where(c => c.AccountId == user.AccountId && ids.Contains(c.InstrumentId)).Select(c => c.InstrumentId).ToHashSetAsync(cancellationToken);
        return await Bulk.Run(db, user, request.Items, (instrument, version) =>
        {
            if (entrusted?.Contains(instrument.Id) == false) throw InstrumentProblems.NotEntrusted();
            var before = instrument.Copy();
            instrument.Operate(request.Status, version, now, request.Since, request.ExpectedBackOn);
            db.KeepEdit(instrument, user, clock, "operated", now, FieldChange.Between(before, instrument), note);
        }, cancellationToken);
    }
}
