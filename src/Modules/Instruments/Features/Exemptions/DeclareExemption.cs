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

/// <summary>The unit states why instruments of its own do not join 不报送说明, and hands the statement to its supervising department (I-6).</summary>
internal sealed record DeclareExemption(ExemptionFacts Facts) : IRequest<SavedExemption>;

internal sealed class DeclareExemptionEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/exemptions", async (DeclareExemption command, IMediator mediator, CancellationToken ct) =>
        {
            var saved = await mediator.Send(command, ct);
            return TypedResults.Created($"/api/instruments/exemptions/{saved.Id}", saved);
        })
        .RequirePermission(Permissions.ExemptionsDeclare, DataScope.Organisation)
        .Idempotent();
}

internal sealed class DeclareExemptionValidator : AbstractValidator<DeclareExemption>
{
    public DeclareExemptionValidator(TimeProvider clock) => RuleFor(c => c.Facts).NotNull().SetValidator(new ExemptionFactsRules(clock));
}

internal sealed class ExemptionFactsRules : AbstractValidator<ExemptionFacts>
{
    const int MostInstruments = 200;
    const int LongestYears = 3;

    public ExemptionFactsRules(TimeProvider clock)
    {
        RuleFor(f => f.Reason).IsInEnum();
        RuleFor(f => f.InstrumentIds).NotNull();
        RuleFor(f => f.Until).Must(until => until is null || until > clock.Today() && until <= clock.Today().AddYears(LongestYears))
            .WithErrorCode("exemption.until").WithMessage($"A day to come, within {LongestYears} years.");
        // CN 三, I-7: what is classified is never named here; a count and the unit's own number are all that is kept.
        When(f => f.Reason == ExemptionReason.Classified, () =>
        {
            RuleFor(f => f.InstrumentIds).Empty().WithErrorCode("exemption.classified-details").WithMessage("A classified statement names no instruments.");
            RuleFor(f => f.Explanation).Empty().WithErrorCode("exemption.classified-details").WithMessage("A classified statement has no text.");
            RuleFor(f => f.Count).NotNull().InclusiveBetween(1, 9999);
            RuleFor(f => f.UnitReference).NotEmpty().Matches("^[A-Za-z0-9/._-]{1,30}$").WithErrorCode("exemption.reference").WithMessage("At most 30 Latin letters, digits and / . _ -");
        }).Otherwise(() =>
        {
            RuleFor(f => f.InstrumentIds).NotEmpty().Must(ids => ids is null || ids.Count <= MostInstruments && ids.Distinct().Count() == ids.Count)
                .WithErrorCode("exemption.instruments").WithMessage($"At most {MostInstruments} instruments, each once.");
            RuleFor(f => f.Explanation).NotEmpty().MaximumLength(Exemption.LongestExplanation);
            RuleFor(f => f.Count).Null();
            RuleFor(f => f.UnitReference).Null();
        });
        // 仪器正在调试 passes.
        RuleFor(f => f.Until).NotNull().When(f => f.Reason == ExemptionReason.InCommissioning);
    }
}

internal sealed class DeclareExemptionHandler(InstrumentsDb db, IUnitDirectory units, CurrentUser user, TimeProvider clock) : IRequestHandler<DeclareExemption, SavedExemption>
{
    public async Task<SavedExemption> Handle(DeclareExemption request, CancellationToken cancellationToken)
    {
        var unit = (await units.FindMany([user.OrganisationId], cancellationToken)).GetValueOrDefault(user.OrganisationId) ?? throw InstrumentProblems.UnitNotFound(user.OrganisationId);
        var instruments = await db.InstrumentsToExempt(request.Facts, user, cancellationToken);
        await LetLapsedGo(request.Facts.InstrumentIds, cancellationToken);
        var now = clock.GetUtcNow();
        var exemption = Exemption.Declare(unit, request.Facts, instruments, now);
        db.Exemptions.Add(exemption);
        db.TellExemption(exemption, "submitted", null, user, now);
        return await db.KeepStep(exemption, "submitted", null, user, clock, cancellationToken);
    }

    // A statement whose last day has passed no longer stands in the way of a new one.
    async Task LetLapsedGo(IReadOnlyList<Guid> instruments, CancellationToken ct)
    {
        if (instruments.Count == 0) return;
        var today = clock.Today();
        var lapsed = await db.Exemptions.Include(e => e.Items)
            .Where(e => e.State == ExemptionState.Filed && e.Until < today && e.Items.Any(item => item.Live && instruments.Contains(item.InstrumentId))).ToListAsync(ct);
        foreach (var exemption in lapsed)
        {
            exemption.Lapse(clock.GetUtcNow());
            db.Remember(exemption, "lapsed", null, user, clock);
        }

        // Before the new one: the database lets an instrument stand in one live statement only.
        if (lapsed.Count > 0) await db.SaveChangesAsync(ct);
    }
}
