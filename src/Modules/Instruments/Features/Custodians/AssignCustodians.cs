using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>What becomes of those who run the instruments already.</summary>
internal enum CustodianChange
{
    /// <summary>They stay, the new ones come beside them.</summary>
    Add,

    /// <summary>The new ones take their place; nobody named: nobody runs them.</summary>
    Replace,

    /// <summary>Those named run them no longer.</summary>
    Remove,
}

/// <summary>Says who of the unit's people runs which instruments 机组负责人, one or many at once: what a custodian may change is bound to this (U-11).</summary>
internal sealed record AssignCustodians(CustodianChange Change, IReadOnlyList<Guid> AccountIds, IReadOnlyList<InstrumentVersion> Items) : IRequest<BulkReport>;

internal sealed class AssignCustodiansEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/custodians", async (AssignCustodians command, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(command, ct)))
        .RequirePermission(Permissions.InstrumentsEntrust, DataScope.Organisation)
        .Idempotent();
}

internal sealed class AssignCustodiansValidator : AbstractValidator<AssignCustodians>
{
    const int MostPeople = 10;

    public AssignCustodiansValidator()
    {
        RuleFor(c => c.Change).IsInEnum();
        RuleFor(c => c.AccountIds).NotNull().Must(ids => ids is null || ids.Count <= MostPeople).WithErrorCode("custodians.too-many").WithMessage($"At most {MostPeople} people.");
        RuleFor(c => c.AccountIds).NotEmpty().When(c => c.Change != CustodianChange.Replace);
        this.RulesForItems(c => c.Items);
    }
}

internal sealed class AssignCustodiansHandler(InstrumentsDb db, IAccountDirectory accounts, CurrentUser user, TimeProvider clock) : IRequestHandler<AssignCustodians, BulkReport>
{
    public async Task<BulkReport> Handle(AssignCustodians request, CancellationToken cancellationToken)
    {
        var chosen = request.AccountIds.Distinct().ToList();
        var people = await accounts.FindMany(chosen, cancellationToken);
        foreach (var id in chosen)
            if (people.GetValueOrDefault(id)?.OrganisationId != user.OrganisationId) throw InstrumentProblems.PersonNotFound(id);

        var ids = request.Items.Select(item => item.Id).ToList();
        var present = (await db.Custodians.Where(c => ids.Contains(c.InstrumentId)).ToListAsync(cancellationToken)).ToLookup(c => c.InstrumentId);
        return await Bulk.Run(db, user, request.Items, (instrument, _) =>
        {
            // An entrusting is no change of the record: its version neither matters nor grows.
            if (instrument.LifeCycle == LifeCycle.Retired) throw InstrumentProblems.NotInState("entrust", instrument.LifeCycle);
            var before = present[instrument.Id].ToList();
            var after = request.Change switch
            {
                CustodianChange.Add => before.Select(c => c.AccountId).Union(chosen).ToList(),
                CustodianChange.Replace => chosen,
                _ => before.Select(c => c.AccountId).Except(chosen).ToList(),
            };
            var (gone, come) = (before.Where(c => !after.Contains(c.AccountId)).ToList(), after.Except(before.Select(c => c.AccountId)).ToList());
            if (gone.Count + come.Count == 0) return;
            db.Custodians.RemoveRange(gone);
            db.Custodians.AddRange(come.Select(account => new Custodian { InstrumentId = instrument.Id, AccountId = account }));
            db.Record(user, clock, "instrument.entrusted", instrument.Id, instrument.UnitPath, new { AccountIds = before.Select(c => c.AccountId) }, new { AccountIds = after });
        }, cancellationToken);
    }
}
