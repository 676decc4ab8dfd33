using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>The centre enters what is known of somebody who may sit on panels: for whom they speak, their fields, their unit, their projects.</summary>
internal sealed record EnterExpert(Seat Seat, IReadOnlyList<string> Fields, Guid? UnitId, IReadOnlyList<string> Projects, int Version) : IRequest<SavedExpert>
{
    internal Guid AccountId { get; init; }
}

internal sealed record SavedExpert(Guid AccountId, int Version);

internal sealed class EnterExpertEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/experts/{accountId:guid}", async (Guid accountId, EnterExpert command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { AccountId = accountId }, ct)))
        .RequirePermission(Permissions.PurchasesConvene, DataScope.Panel);
}

internal sealed class EnterExpertValidator : AbstractValidator<EnterExpert>
{
    public EnterExpertValidator()
    {
        RuleFor(c => c.Seat).IsInEnum();
        RuleFor(c => c.Fields).NotNull().Must(fields => fields is null || fields.Count <= 40).WithErrorCode("expert.fields").WithMessage("At most forty.");
        RuleForEach(c => c.Fields).NotNull().Matches("^([0-9]{2}){1,3}$").WithErrorCode("expert.field").WithMessage("Two, four or six digits.");
        RuleFor(c => c.Projects).NotNull().Must(projects => projects is null || projects.Count <= 40).WithErrorCode("expert.fields").WithMessage("At most forty.");
        RuleForEach(c => c.Projects).NotEmpty().MaximumLength(60);
    }
}

internal sealed class EnterExpertHandler(PurchaseReviewDb db, IPanelCandidates accounts, IUnitDirectory units, CurrentUser user, TimeProvider clock) : IRequestHandler<EnterExpert, SavedExpert>
{
    public async Task<SavedExpert> Handle(EnterExpert request, CancellationToken cancellationToken)
    {
        if ((await accounts.Allowed(Permissions.PurchasesAssess, user.ScopePath, cancellationToken)).All(person => person.Id != request.AccountId)) throw Problem.NotFound("expert", request.AccountId);
        if (request.UnitId is { } unit && !(await units.FindMany([unit], cancellationToken)).ContainsKey(unit)) throw Problem.NotFound("unit", unit);
        var expert = await db.PanelExperts.SingleOrDefaultAsync(e => e.AccountId == request.AccountId, cancellationToken);
        if ((expert?.Version ?? 0) != request.Version) throw Problem.ChangedMeanwhile("expert");
        if (expert is null) db.PanelExperts.Add(expert = new PanelExpert { AccountId = request.AccountId });
        (expert.Seat, expert.UnitId, expert.Version) = (request.Seat, request.UnitId, expert.Version + 1);
        (expert.Fields, expert.Projects) = ([.. request.Fields.Distinct(StringComparer.Ordinal)], [.. request.Projects.Select(project => project.Trim()).Distinct(StringComparer.OrdinalIgnoreCase)]);
        db.Record(user, clock, "expert.entered", expert.AccountId, user.ScopePath, after: new { expert.Seat, expert.Fields, expert.UnitId, expert.Projects });
        await db.SaveChangesAsync(cancellationToken);
        return new SavedExpert(expert.AccountId, expert.Version);
    }
}
