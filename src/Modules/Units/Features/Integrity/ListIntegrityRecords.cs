using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>The integrity records of the units of my subtree (U-8), those that count and those that did.</summary>
/// <param name="Search">Part of the unit's name, of what happened, or of the document's number.</param>
/// <param name="Counts">Only those that count today, or only those that do not any more or not yet.</param>
/// <param name="Sort">unit, from, until, happenedOn; with a leading minus descending.</param>
internal sealed record ListIntegrityRecords(string? Search, Guid? UnitId, Coded<IntegrityMatter>? Matter, bool? Counts, string? Sort, int? Page, int? Size) : IRequest<Page<IntegrityRow>>;

/// <param name="Counts">Whether it counts today.</param>
internal sealed record IntegrityRow(
    Guid Id, Guid UnitId, string UnitName, IntegrityMatter Matter, string What, DateOnly HappenedOn, string DecidedBy, string Document, DateOnly From, DateOnly? Until,
    DateOnly? EndedOn, string EndReason, string EndedBy, string CreatedBy, bool Counts, int Version);

internal sealed class ListIntegrityRecordsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/integrity-records", async ([AsParameters] ListIntegrityRecords query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
        .RequirePermission(Permissions.UnitsRead, DataScope.Organisation);
}

internal sealed class ListIntegrityRecordsValidator : AbstractValidator<ListIntegrityRecords>
{
    public ListIntegrityRecordsValidator() => RuleFor(q => q.Search).MaximumLength(200);
}

internal sealed class ListIntegrityRecordsHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<ListIntegrityRecords, Page<IntegrityRow>>
{
    static readonly Sorts<IntegrityRecord> Orders = new("-from", new Dictionary<string, Expression<Func<IntegrityRecord, object?>>>(StringComparer.Ordinal)
    {
        ["unit"] = record => record.Unit.Organisation.Name,
        ["from"] = record => record.From,
        ["until"] = record => record.Until,
        ["happenedOn"] = record => record.HappenedOn,
    }, record => record.Id);

    public Task<Page<IntegrityRow>> Handle(ListIntegrityRecords request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var records = db.IntegrityRecords.AsNoTracking().Where(r => r.Unit.Organisation.Path.StartsWith(user.ScopePath));
        if (!string.IsNullOrWhiteSpace(request.Search))
        {
            var text = request.Search.Trim();
            records = records.Where(r => r.Unit.Organisation.Name.Contains(text) || r.What.Contains(text) || r.Document.Contains(text));
        }

        if (request.UnitId is { } unit) records = records.Where(r => r.UnitId == unit);
        if (request.Matter is { Value: var matter }) records = records.Where(r => r.Matter == matter);
        if (request.Counts == true) records = records.Where(r => r.From <= today && (r.Until == null || r.Until >= today) && (r.EndedOn == null || r.EndedOn > today));
        if (request.Counts == false) records = records.Where(r => r.From > today || r.Until < today || r.EndedOn <= today);
        return Orders.Apply(records, request.Sort)
            .Select(r => new IntegrityRow(
                r.Id, r.UnitId, r.Unit.Organisation.Name, r.Matter, r.What, r.HappenedOn, r.DecidedBy, r.Document, r.From, r.Until, r.EndedOn, r.EndReason, r.EndedBy, r.CreatedBy,
                r.From <= today && (r.Until == null || r.Until >= today) && (r.EndedOn == null || r.EndedOn > today), r.Version))
            .ToPage(request.Page, request.Size, cancellationToken, count: records.CountAsync);
    }
}
