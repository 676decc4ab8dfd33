using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>Who may sit on panels 专家库: for whom they speak, their fields, and where they have conflicts in the cases of a round.</summary>
internal sealed record ListExperts(Guid? RoundId) : IRequest<IReadOnlyList<ExpertRow>>;

/// <param name="Expert">Of the pool of experts; otherwise of an office or department.</param>
/// <param name="Suits">In how many of the round's cases an instrument is of one of their fields.</param>
/// <param name="Conflicts">With cases of the round, that follow from what is known.</param>
internal sealed record ExpertRow(
    Guid AccountId, string Name, string OrganisationName, bool Expert, Seat Seat, IReadOnlyList<string> Fields, Guid? UnitId, string? UnitName, IReadOnlyList<string> Projects, int Suits,
    IReadOnlyList<ExpertConflict> Conflicts, int Version);

internal sealed record ExpertConflict(Guid CaseId, Conflict Conflict);

internal sealed class ListExpertsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/experts", async ([AsParameters] ListExperts query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
        .RequirePermission(Permissions.PurchasesConvene, DataScope.Panel);
}

internal sealed class ListExpertsHandler(PurchaseReviewDb db, CaseReach reach, Conflicts conflicts, IPanelCandidates accounts, IUnitDirectory units, CurrentUser user) : IRequestHandler<ListExperts, IReadOnlyList<ExpertRow>>
{
    public async Task<IReadOnlyList<ExpertRow>> Handle(ListExperts request, CancellationToken cancellationToken)
    {
        var people = await accounts.Allowed(Permissions.PurchasesAssess, user.ScopePath, cancellationToken);
        var known = await db.PanelExperts.AsNoTracking().ToDictionaryAsync(e => e.AccountId, cancellationToken);
        var homes = await units.FindMany([.. known.Values.Select(e => e.UnitId).OfType<Guid>().Distinct()], cancellationToken);
        var cases = request.RoundId is { } round ? await (await reach.Cases(cancellationToken)).AsNoTracking().Include(c => c.Wishes).Where(c => c.RoundId == round).ToListAsync(cancellationToken) : [];
        var found = cases.Count == 0 ? new Dictionary<(Guid, Guid), Conflict>() : await conflicts.Derive([.. people.Select(p => p.Id)], cases, cancellationToken);
        var classes = cases.ConvertAll(c => c.Wishes.ConvertAll(w => w.ClassCode ?? StockIndex.Understand(new Likeable(w.NameZh)).ClassCode ?? ""));
        return
        [
            .. people.Select(person =>
            {
                var expert = known.GetValueOrDefault(person.Id) ?? new PanelExpert { AccountId = person.Id, Seat = person.Expert ? Seat.Field : Seat.Science };
                return new ExpertRow(
                    person.Id, person.Name, person.OrganisationName, person.Expert, expert.Seat, expert.Fields, expert.UnitId, expert.UnitId is { } home ? homes.GetValueOrDefault(home)?.Name : null, expert.Projects,
                    classes.Count(codes => codes.Exists(code => expert.Fields.Exists(field => code.StartsWith(field, StringComparison.Ordinal)))),
                    [.. cases.Where(c => found.ContainsKey((person.Id, c.Id))).Select(c => new ExpertConflict(c.Id, found[(person.Id, c.Id)]))], expert.Version);
            }),
        ];
    }
}
