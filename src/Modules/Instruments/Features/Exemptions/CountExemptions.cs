using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>How many statements of my subtree stand where, and which of them wait for me .</summary>
internal sealed record CountExemptions : IRequest<IReadOnlyList<ExemptionCount>>;

/// <param name="Mine">Whether I must act on them.</param>
internal sealed record ExemptionCount(ExemptionState State, int Count, bool Mine);

internal sealed class CountExemptionsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/exemptions/counts", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new CountExemptions(), ct)))
        .RequirePermission(Permissions.InstrumentsRead, DataScope.Organisation);
}

internal sealed class CountExemptionsHandler(InstrumentsDb db, CurrentUser user) : IRequestHandler<CountExemptions, IReadOnlyList<ExemptionCount>>
{
    public async Task<IReadOnlyList<ExemptionCount>> Handle(CountExemptions request, CancellationToken cancellationToken)
    {
        var counts = await db.Exemptions.AsNoTracking().Within(user).GroupBy(e => e.State).Select(group => new { State = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.State, group => group.Count, cancellationToken);
        return [.. Enum.GetValues<ExemptionState>().Select(state => new ExemptionCount(state, counts.GetValueOrDefault(state), IsMine(state)))];
    }

    bool IsMine(ExemptionState state) => state switch
    {
        ExemptionState.Submitted => user.Can(Permissions.ExemptionsReview),
        ExemptionState.Returned => user.Can(Permissions.ExemptionsDeclare),
        ExemptionState.Endorsed => user.Can(Permissions.ExemptionsFile),
        _ => false,
    };
}
