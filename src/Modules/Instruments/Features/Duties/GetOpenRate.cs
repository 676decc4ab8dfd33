using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts.Units;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>How many of the instruments that must be opened are open, and were so in time 按期入网率; by region, department and unit (I-5). For everybody.</summary>
/// <param name="Within">What stands right below this organisation; without it the regions, or the departments of the only one.</param>
internal sealed record GetOpenRate(Guid? Within) : IRequest<OpenRateAnswer>;

/// <param name="At">When it was counted.</param>
/// <param name="Above">The organisations from the top down to the one asked about.</param>
internal sealed record OpenRateAnswer(DateTimeOffset At, DateOnly KnownThrough, IReadOnlyList<OrganisationName> Above, OpenTally Total, IReadOnlyList<OpenRateRow> Rows);

internal sealed record OrganisationName(Guid Id, string Name);

/// <param name="Unit">Whether there is nothing below it.</param>
/// <param name="ThresholdFen">From this value on instruments must be opened there (P-1).</param>
/// <param name="OnboardingDays">Working days from acceptance to being on the platform there (P-2).</param>
internal sealed record OpenRateRow(Guid Id, string Name, bool Unit, long ThresholdFen, int OnboardingDays, OpenTally Tally);

internal sealed class GetOpenRateEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/duties/open-rate", async ([AsParameters] GetOpenRate query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
        .Public();
}

internal sealed class GetOpenRateHandler(OpenRates rates, IOrganisationDirectory organisations) : IRequestHandler<GetOpenRate, OpenRateAnswer>
{
    public async Task<OpenRateAnswer> Handle(GetOpenRate request, CancellationToken cancellationToken)
    {
        var counted = await rates.Now(cancellationToken);
        var regions = counted.Units.Select(unit => RegionOf(unit.Path)).Distinct(StringComparer.Ordinal).ToList();
        var within = request.Within is { } id
            ? (await organisations.Find(id, cancellationToken))?.Path ?? throw Problem.NotFound("organisation", id)
            : regions.Count == 1 ? regions[0] : "";

        var below = counted.Units.Where(unit => unit.Path.StartsWith(within, StringComparison.Ordinal) && unit.Path.Length > within.Length).ToList();
        // Above the regions there is one level only: nobody owns what lies between.
        var length = within.Length < OrganisationPath.OfRegion ? OrganisationPath.OfRegion : within.Length + OrganisationPath.Segment;
        var groups = below.GroupBy(unit => unit.Path[..Math.Min(length, unit.Path.Length)], StringComparer.Ordinal).ToList();
        var above = Enumerable.Range(2, Math.Max(0, within.Length / OrganisationPath.Segment - 1)).Select(segments => within[..(segments * OrganisationPath.Segment)]).ToList();
        var names = await organisations.AtPaths([.. groups.Select(group => group.Key), .. above], cancellationToken);
        return new OpenRateAnswer(
            counted.At, WorkingDays.Official.KnownThrough,
            [.. above.Where(names.ContainsKey).Select(path => new OrganisationName(names[path].Id, names[path].Name))],
            OpenTally.Sum(below.Select(unit => unit.Tally)),
            [.. groups.Where(group => names.ContainsKey(group.Key)).Select(group =>
            {
                var clock = counted.Clocks[RegionOf(group.Key)];
                var units = group.ToList();
                return new OpenRateRow(
                    names[group.Key].Id, names[group.Key].Name, units.TrueForAll(unit => unit.Path == group.Key), clock.ThresholdFen, clock.OnboardingDays, OpenTally.Sum(units.Select(unit => unit.Tally)));
            }).OrderByDescending(row => row.Tally.MustOpen).ThenBy(row => row.Name, StringComparer.Ordinal)]);
    }

    static string RegionOf(string path) => path[..Math.Min(OrganisationPath.OfRegion, path.Length)];
}
