using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Enters what was decided about a unit's integrity (U-8).</summary>
/// <param name="Until">The last day on which it counts; none: until it is ended.</param>
internal sealed record OpenIntegrityRecord(
    Guid UnitId, IntegrityMatter Matter, string What, DateOnly HappenedOn, string DecidedBy, string? Document, DateOnly From, DateOnly? Until) : IRequest<OpenedRecord>;

internal sealed record OpenedRecord(Guid Id, int Version);

internal sealed class OpenIntegrityRecordEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/integrity-records", async (OpenIntegrityRecord command, IMediator mediator, CancellationToken ct) =>
        {
            var opened = await mediator.Send(command, ct);
            return TypedResults.Created($"/api/units/integrity-records/{opened.Id}", opened);
        })
        .RequirePermission(Permissions.IntegrityManage, DataScope.Organisation)
        .Idempotent();
}

internal sealed class OpenIntegrityRecordValidator : AbstractValidator<OpenIntegrityRecord>
{
    public OpenIntegrityRecordValidator(TimeProvider clock)
    {
        RuleFor(c => c.Matter).IsInEnum();
        RuleFor(c => c.What).NotEmpty().MaximumLength(1000);
        RuleFor(c => c.DecidedBy).NotEmpty().MaximumLength(200);
        RuleFor(c => c.Document).MaximumLength(100);
        RuleFor(c => c.HappenedOn).Must(day => day.Year >= 1990 && day <= clock.Today()).WithErrorCode("date.out-of-range").WithMessage("Between 1990 and today.");
        RuleFor(c => c.From).Must((command, day) => day >= command.HappenedOn).WithErrorCode("date.before-event").WithMessage("Not before what happened.");
        RuleFor(c => c.Until).Must((command, day) => day is null || day >= command.From).WithErrorCode("date.end-before-beginning").WithMessage("Not before its beginning.");
    }
}

internal sealed class OpenIntegrityRecordHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<OpenIntegrityRecord, OpenedRecord>
{
    public async Task<OpenedRecord> Handle(OpenIntegrityRecord request, CancellationToken cancellationToken)
    {
        var path = await db.PathOfUnit(request.UnitId, user, cancellationToken);
        var now = clock.GetUtcNow();
        var record = new IntegrityRecord
        {
            UnitId = request.UnitId, Matter = request.Matter, What = request.What.Trim(), HappenedOn = request.HappenedOn, DecidedBy = request.DecidedBy.Trim(),
            Document = request.Document?.Trim() ?? "", From = request.From, Until = request.Until, CreatedAt = now, CreatedBy = $"{user.OrganisationName} {user.DisplayName}",
        };
        db.IntegrityRecords.Add(record);
        db.Announce(record.UnitId, record.Opened(), now);
        db.Tell(now, NoticesOf.IntegrityOpened(record, await db.Organisations.Where(o => o.Id == record.UnitId).Select(o => o.Name).SingleAsync(cancellationToken)));
        db.Record(user, clock, "integrity.opened", record.UnitId, path, after: request, why: request.What);
        await db.SaveChangesAsync(cancellationToken);
        return new OpenedRecord(record.Id, record.Version);
    }
}
