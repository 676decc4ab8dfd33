using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Shared;

namespace Modular.Units;

/// <summary>The notices whose numbers are shipped (P-9), to be compared with what holds.</summary>
internal sealed record ListPresets : IRequest<IReadOnlyList<PresetRow>>;

internal sealed record PresetRow(string Name, DateOnly ValidFrom, IReadOnlyList<PresetValue> Values);

internal sealed record PresetValue(string Key, long Value, string Source);

internal sealed class ListPresetsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/policies/presets", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListPresets(), ct)))
        .Public();
}

internal sealed class ListPresetsHandler : IRequestHandler<ListPresets, IReadOnlyList<PresetRow>>
{
    public Task<IReadOnlyList<PresetRow>> Handle(ListPresets request, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<PresetRow>>(
        [.. PolicyPreset.All.Select(preset => new PresetRow(preset.Name, preset.ValidFrom, [.. preset.Values.Select(v => new PresetValue(v.Key.Key, v.Value.Value, v.Value.Source))]))]);
}
