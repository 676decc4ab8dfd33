using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>One instrument of my subtree with its whole record, the reviewer's open remarks, and what I may do with it now.</summary>
internal sealed record GetInstrument(Guid InstrumentId) : IRequest<InstrumentDetails>;

/// <param name="DueOn">Last day to be listed: the region's number of working days after acceptance (IM 13, P-2); null while the acceptance date is unknown, and for what need not be opened.</param>
/// <param name="Duty">Null for what is open, and for what need not be: below the threshold, not bought with government funds, gone.</param>
/// <param name="MissingForSubmission">Keys of the fields that a submission still needs.</param>
/// <param name="MissingForNation">Keys of the fields that the national data standard still needs.</param>
/// <param name="Actions">edit, submit, withdraw, delete, approve, return, operate, entrust, retire: those possible for the caller at present.</param>
/// <param name="Carrier">What it belongs to; null where its record names nothing, or nothing that the unit has entered.</param>
internal sealed record InstrumentDetails(
    Guid Id, Guid UnitId, string UnitName, InstrumentRecord Record, LifeCycle LifeCycle, string? ClassName,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? SubmittedAt, DateOnly? ListedOn, DateOnly? RetiredOn, DateOnly? DueOn, InstrumentDuty? Duty,
    DateOnly? StatusSince, DateOnly? ExpectedBackOn, IReadOnlyList<CustodianRow> Custodians, string? ReturnReasonCode, string? ReturnReason, IReadOnlyList<ReviewRemark> Remarks,
    IReadOnlyList<string> MissingForSubmission, IReadOnlyList<string> MissingForNation, IReadOnlyList<string> Actions, CarrierLink? Carrier, int Version);

/// <summary>The facility, centre or service unit of the same unit that an instrument's record names by kind and number (I-1).</summary>
internal sealed record CarrierLink(Guid Id, CarrierType Kind, string Number, string Name);

/// <summary>Who runs an instrument 机组负责人.</summary>
internal sealed record CustodianRow(Guid AccountId, string Name);

/// <summary>What an instrument that is not open owes (I-5).</summary>
/// <param name="Provisional">Counted up to a day of a year whose holidays are not known yet.</param>
/// <param name="WorkingDays">That are left; negative: that have passed since.</param>
/// <param name="OnboardingDays">The region's number of working days (P-2).</param>
/// <param name="Statement">Why it does not join, where that has been stated (I-6).</param>
internal sealed record InstrumentDuty(DutyState State, bool Provisional, int? WorkingDays, int OnboardingDays, StandingStatement? Statement);

internal sealed class GetInstrumentEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/{instrumentId:guid}", async (Guid instrumentId, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetInstrument(instrumentId), ct)))
        .RequirePermission(Permissions.InstrumentsRead, DataScope.Organisation);
}

internal sealed class GetInstrumentHandler(InstrumentsDb db, DutyReading reading, IAccountDirectory accounts, CurrentUser user, TimeProvider clock) : IRequestHandler<GetInstrument, InstrumentDetails>
{
    public async Task<InstrumentDetails> Handle(GetInstrument request, CancellationToken cancellationToken)
    {
        var i = await db.Instruments.AsNoTracking().Within(user).SingleOrDefaultAsync(i => i.Id == request.InstrumentId, cancellationToken)
            ?? throw InstrumentProblems.NotFound(request.InstrumentId);
        var duty = await reading.Clock(i.UnitPath, cancellationToken);
        var due = i.OpennessNow() == Openness.Free ? null : duty.DueOn(i.OriginalValueFen, i.AcceptedOn);
        var custodians = await db.Custodians.AsNoTracking().Where(c => c.InstrumentId == i.Id).Select(c => c.AccountId).ToListAsync(cancellationToken);
        var people = await accounts.FindMany(custodians, cancellationToken);
        return new InstrumentDetails(
            i.Id, i.UnitId, i.UnitName, i.Copy(), i.LifeCycle, i.ClassCode is null ? null : string.Join(" / ", Classification.PathOf(i.ClassCode).Select(c => c.NameZh)),
            i.CreatedAt, i.UpdatedAt, i.SubmittedAt, i.ListedOn, i.RetiredOn, due, await DutyOf(i, due, duty, cancellationToken), i.StatusSince, i.ExpectedBackOn,
            [.. people.Values.Where(p => p.OrganisationId == i.UnitId).OrderBy(p => p.DisplayName, StringComparer.Ordinal).Select(p => new CustodianRow(p.Id, p.DisplayName))], i.ReturnReasonCode, i.ReturnReason, i.Remarks,
            [.. InstrumentFields.MissingForSubmission(i).Select(field => field.Key)],
            [.. InstrumentFields.All.Where(field => field.NationalRequired && field.IsEmpty(i)).Select(field => field.Key)],
            [.. ActionsFor(i.LifeCycle, custodians)], await db.CarrierOf(i, cancellationToken), i.Version);
    }

    async Task<InstrumentDuty?> DutyOf(Instrument i, DateOnly? due, DutyClock duty, CancellationToken ct)
    {
        if (i.OpennessNow() != Openness.Owed || i.OriginalValueFen is not { } value || value < duty.ThresholdFen) return null;
        var statement = (await reading.Statements([i.Id], ct)).GetValueOrDefault(i.Id);
        var exempt = statement is { State: ExemptionState.Filed } && await db.ExcusedOn(clock.Today()).AnyAsync(id => id == i.Id, ct);
        return new InstrumentDuty(exempt ? DutyState.Exempt : duty.StateOf(due), duty.IsProvisional(due), exempt ? null : duty.DaysLeft(due), duty.OnboardingDays, statement);
    }

    IEnumerable<string> ActionsFor(LifeCycle state, List<Guid> custodians)
    {
        var (edits, reviews) = (user.Can(Permissions.InstrumentsEdit), user.Can(Permissions.InstrumentsReview));
        if (edits && state is (LifeCycle.Draft or LifeCycle.Returned or LifeCycle.Listed)) yield return "edit";
        if (edits && state is (LifeCycle.Draft or LifeCycle.Returned)) yield return "submit";
        if (edits && state == LifeCycle.Draft) yield return "delete";
        if (edits && state == LifeCycle.Submitted) yield return "withdraw";
        if (edits && state == LifeCycle.Listed) yield return "retire";
        if (reviews && state == LifeCycle.Submitted) yield return "approve";
        if (reviews && state == LifeCycle.Submitted) yield return "return";
        if (state == LifeCycle.Retired) yield break;
        if (user.Can(Permissions.InstrumentsOperate) && (user.OperatesAll() || custodians.Contains(user.AccountId))) yield return "operate";
        if (user.Can(Permissions.InstrumentsEntrust)) yield return "entrust";
    }
}
