using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>What the list of duties and its export are narrowed by.</summary>
internal interface IDutyFilter
{
    Coded<DutyState>? State { get; }

    Guid? UnitId { get; }

    Guid? SupervisorId { get; }

    string? Search { get; }
}

/// <summary>The instruments of my subtree that still have to come onto the platform, by deadline: who is late, who soon will be (I-5).</summary>
/// <param name="State">overdue, dueSoon, due, undated; all of these without it. exempt: what need not join.</param>
/// <param name="Sort">dueOn, originalValueFen, unitName, nameZh; with a leading minus descending.</param>
internal sealed record ListDuties(Coded<DutyState>? State, Guid? UnitId, Guid? SupervisorId, string? Search, string? Sort, int? Page, int? Size) : IRequest<Page<DutyRow>>, IDutyFilter;

/// <param name="DueOn">Last day to be on the platform (IM 13); null while the day of acceptance is not known.</param>
/// <param name="Provisional">Counted up to a day of a year whose holidays are not known yet.</param>
/// <param name="Statement">The statement about it that is on its way or on record.</param>
/// <param name="WorkingDays">That are left; negative: that have passed since.</param>
internal sealed record DutyRow(
    Guid Id, string? AssetNumber, string? NameZh, string? Model, Guid UnitId, string UnitName, string? SupervisorName, long? OriginalValueFen,
    DateOnly? AcceptedOn, DateOnly? DueOn, bool Provisional, DutyState State, int? WorkingDays, LifeCycle LifeCycle, StandingStatement? Statement, int Version);

internal sealed class ListDutiesEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/duties", async ([AsParameters] ListDuties query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
        .RequirePermission(Permissions.InstrumentsRead, DataScope.Organisation);
}

internal class DutyFilterRules<T> : AbstractValidator<T>
    where T : IDutyFilter
{
    public DutyFilterRules() => RuleFor(q => q.Search).MaximumLength(200);
}

internal sealed class ListDutiesValidator : DutyFilterRules<ListDuties>;

internal sealed class ListDutiesHandler(DutyReading reading) : IRequestHandler<ListDuties, Page<DutyRow>>
{
    public async Task<Page<DutyRow>> Handle(ListDuties request, CancellationToken cancellationToken)
    {
        var clock = await reading.Clock(cancellationToken);
        var matching = await reading.Matching(request, clock, cancellationToken);
        var page = await Orders(clock).Apply(matching, request.Sort).ToPage(request.Page, request.Size, cancellationToken);
        return new Page<DutyRow>(await Rows(page.Items, request.State is { Value: DutyState.Exempt }, clock, reading, cancellationToken), page.Total, page.Number, page.Size);
    }

    public static Sorts<Instrument> Orders(DutyClock clock) => new("dueOn", new(StringComparer.Ordinal)
    {
        ["dueOn"] = clock.Start(),
        ["originalValueFen"] = i => i.OriginalValueFen,
        ["unitName"] = i => i.UnitName,
        ["nameZh"] = i => i.NameZh,
    }, i => i.Id);

    public static async Task<IReadOnlyList<DutyRow>> Rows(IReadOnlyList<Instrument> instruments, bool exempt, DutyClock clock, DutyReading reading, CancellationToken ct)
    {
        var supervisors = await reading.Supervisors(instruments.Select(i => i.UnitPath), ct);
        var statements = await reading.Statements([.. instruments.Select(i => i.Id)], ct);
        return [.. instruments.Select(i =>
        {
            var due = clock.DueOn(i.OriginalValueFen, i.AcceptedOn);
            return new DutyRow(
                i.Id, i.AssetNumber, i.NameZh, i.Model, i.UnitId, i.UnitName, supervisors.GetValueOrDefault(DutyReading.Above(i.UnitPath))?.Name, i.OriginalValueFen,
                i.AcceptedOn, due, clock.IsProvisional(due), exempt ? DutyState.Exempt : clock.StateOf(due), exempt ? null : clock.DaysLeft(due), i.LifeCycle, statements.GetValueOrDefault(i.Id), i.Version);
        })];
    }
}
