using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>Gives several instruments another department or contact, or what they belong to, at once: people leave, laboratories merge. What is not said stays as it is.</summary>
/// <param name="CarrierId">A facility, centre or service unit of their own unit (I-1).</param>
internal sealed record AssignInstruments(string? Department, string? ContactName, string? ContactPhone, string? ContactEmail, IReadOnlyList<InstrumentVersion> Items, Guid? CarrierId = null)
    : IRequest<BulkReport>;

internal sealed class AssignInstrumentsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/assign", async (AssignInstruments command, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(command, ct)))
        .RequirePermission(Permissions.InstrumentsEdit, DataScope.Organisation)
        .Idempotent();
}

internal sealed class AssignInstrumentsValidator : AbstractValidator<AssignInstruments>
{
    public AssignInstrumentsValidator()
    {
        RuleFor(c => c.Department).MaximumLength(100);
        RuleFor(c => c.ContactName).MaximumLength(20);
        RuleFor(c => c.ContactPhone).MaximumLength(20);
        RuleFor(c => c.ContactEmail).MaximumLength(50);
        RuleFor(c => c.ContactEmail).EmailAddress().When(c => !string.IsNullOrWhiteSpace(c.ContactEmail));
        RuleFor(c => c.Department).Must((c, _) => c.CarrierId is not null || new[] { c.Department, c.ContactName, c.ContactPhone, c.ContactEmail }.Any(text => !string.IsNullOrWhiteSpace(text)))
            .WithErrorCode("assign.nothing").WithMessage("Say the department, the contact or what they belong to.");
        this.RulesForItems(c => c.Items);
    }
}

internal sealed class AssignInstrumentsHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<AssignInstruments, BulkReport>
{
    public async Task<BulkReport> Handle(AssignInstruments request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var carrier = request.CarrierId is { } id ? await db.CarrierInReach(id, user, cancellationToken) : null;
        if (carrier is { LifeCycle: LifeCycle.Retired }) throw CarrierProblems.NotInState("assign", carrier.LifeCycle);
        return await Bulk.Run(db, user, request.Items, (instrument, version) =>
        {
            var record = instrument.Copy();
            record.Department = Said(request.Department) ?? record.Department;
            record.ContactName = Said(request.ContactName) ?? record.ContactName;
            record.ContactPhone = Said(request.ContactPhone) ?? record.ContactPhone;
            record.ContactEmail = Said(request.ContactEmail) ?? record.ContactEmail;
            if (carrier is not null)
            {
                if (instrument.UnitId != carrier.UnitId) throw CarrierProblems.OfAnotherUnit();
                (record.CarrierType, record.CarrierNumber, record.CarrierName) = (carrier.Kind, carrier.Number, null);
            }

            // Who has them already is not touched: no step, no new version.
            if (FieldChange.Between(instrument, record).Count == 0) return;
            db.KeepEdit(instrument, user, clock, "edited", now, instrument.Edit(record, version, now));
        }, cancellationToken);
    }

    static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
