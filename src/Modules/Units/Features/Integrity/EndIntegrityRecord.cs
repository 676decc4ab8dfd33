using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Ends an integrity record before its time, or one without a time: lifted, or entered wrongly. It stays to be read.</summary>
/// <param name="EndedOn">The first day on which it does not count any more.</param>
internal sealed record EndIntegrityRecord(DateOnly EndedOn, string Reason, int Version) : IRequest<OpenedRecord>
{
    internal Guid RecordId { get; init; }
}

internal sealed class EndIntegrityRecordEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/integrity-records/{recordId:guid}/end", async (Guid recordId, EndIntegrityRecord command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { RecordId = recordId }, ct)))
        .RequirePermission(Permissions.IntegrityManage, DataScope.Organisation);
}

internal sealed class EndIntegrityRecordValidator : AbstractValidator<EndIntegrityRecord>
{
    public EndIntegrityRecordValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
}

internal sealed class EndIntegrityRecordHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<EndIntegrityRecord, OpenedRecord>
{
    public async Task<OpenedRecord> Handle(EndIntegrityRecord request, CancellationToken cancellationToken)
    {
        var record = await db.IntegrityRecords.Include(r => r.Unit.Organisation)
            .SingleOrDefaultAsync(r => r.Id == request.RecordId && r.Unit.Organisation.Path.StartsWith(user.ScopePath), cancellationToken)
            ?? throw UnitProblems.IntegrityNotFound(request.RecordId);
        var ended = record.End(request.Version, request.EndedOn, request.Reason.Trim(), $"{user.OrganisationName} {user.DisplayName}");
        db.Announce(record.UnitId, ended, clock.GetUtcNow());
        db.Record(user, clock, "integrity.ended", record.UnitId, record.Unit.Organisation.Path, before: new { record.What, record.Until }, after: new { record.EndedOn }, why: request.Reason);
        await db.SaveChangesAsync(cancellationToken);
        return new OpenedRecord(record.Id, record.Version);
    }
}
