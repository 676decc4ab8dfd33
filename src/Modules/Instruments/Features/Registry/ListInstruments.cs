using System.Linq.Expressions;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>The registry of my subtree, drafts included: searched, filtered, sorted, paged .</summary>
/// <param name="Search">Part of the name, model, maker, asset number or unit's name; several words must all be found.</param>
/// <param name="ClassCode">Two, four or six digits: a whole class with everything below it.</param>
/// <param name="RegionCode">League, city or county.</param>
/// <param name="Custodian">Who runs it: mine, none, or an account's id.</param>
/// <param name="CarrierType">With the number and the unit: what belongs to one facility, centre or service unit.</param>
/// <param name="Sort">updatedAt, nameZh, originalValueFen, bookedOn, unitName, submittedAt, assetNumber; with a leading minus descending.</param>
internal sealed record ListInstruments(
    string? Search, Coded<LifeCycle>? LifeCycle, Coded<OperatingStatus>? OperatingStatus, Guid? UnitId, string? Custodian, string? ClassCode, string? RegionCode,
    long? ValueFromFen, long? ValueToFen, Coded<CarrierType>? CarrierType, string? CarrierNumber, string? Sort, int? Page, int? Size) : IRequest<Page<InstrumentRow>>, IInstrumentFilter;

internal sealed record InstrumentRow(
    Guid Id, string? AssetNumber, string? NameZh, string? Model, string? Manufacturer, string? ClassCode, Guid UnitId, string UnitName,
    long? OriginalValueFen, DateOnly? BookedOn, LifeCycle LifeCycle, OperatingStatus? OperatingStatus, DateOnly? StatusSince, DateOnly? ExpectedBackOn,
    DateTimeOffset? SubmittedAt, DateTimeOffset UpdatedAt, int Version);

internal sealed class ListInstrumentsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/", async ([AsParameters] ListInstruments query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
        .RequirePermission(Permissions.InstrumentsRead, DataScope.Organisation);
}

internal sealed class ListInstrumentsValidator : InstrumentFilterRules<ListInstruments>;

internal sealed class ListInstrumentsHandler(InstrumentsDb db, NewestInstruments newest, CurrentUser user, RecentCounts counts) : IRequestHandler<ListInstruments, Page<InstrumentRow>>
{
    static readonly ListInstruments Unfiltered = new(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    public static readonly Sorts<Instrument> Orders = new("-updatedAt", new Dictionary<string, Expression<Func<Instrument, object?>>>(StringComparer.Ordinal)
    {
        ["updatedAt"] = i => i.UpdatedAt,
        ["nameZh"] = i => i.NameZh,
        ["originalValueFen"] = i => i.OriginalValueFen,
        ["bookedOn"] = i => i.BookedOn,
        ["unitName"] = i => i.UnitName,
        ["submittedAt"] = i => i.SubmittedAt,
        ["assetNumber"] = i => i.AssetNumber,
    }, i => i.Id);

    public static readonly Expression<Func<Instrument, InstrumentRow>> Row = i => new InstrumentRow(
        i.Id, i.AssetNumber, i.NameZh, i.Model, i.Manufacturer, i.ClassCode, i.UnitId, i.UnitName,
        i.OriginalValueFen, i.BookedOn, i.LifeCycle, i.OperatingStatus, i.StatusSince, i.ExpectedBackOn, i.SubmittedAt, i.UpdatedAt, i.Version);

    public async Task<Page<InstrumentRow>> Handle(ListInstruments request, CancellationToken cancellationToken)
    {
        var filter = request with { Custodian = request.Custodian == InstrumentFilter.Mine ? user.AccountId.ToString() : request.Custodian, Sort = null, Page = null, Size = null };
        Task<int> Count(CancellationToken ct) => counts.Count(db, (user.ScopePath, filter), () => db.Instruments.Within(user).Matching(request, db, user), ct);
        if (request.Sort is null && filter == Unfiltered && await newest.Page(request.Page, request.Size, Count, cancellationToken) is { } page) return page;

        var instruments = db.Instruments.AsNoTracking().Within(user).Matching(request, db, user);
        return await Orders.Apply(instruments, request.Sort).Select(Row).ToPage(request.Page, request.Size, cancellationToken, Count);
    }
}
