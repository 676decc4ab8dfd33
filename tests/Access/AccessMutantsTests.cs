using System.Diagnostics;
using Microsoft.AspNetCore.Mvc.Testing;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Access;

// S2, the control of S1: with one guard taken away from one endpoint, that endpoint's cells must notice.
public class AccessMutantsTests
{
    [Fact]
    public async Task A_guard_that_is_missing_is_noticed()
    {
        var watch = Stopwatch.StartNew();
        await using var world = await World.Plant();
        var people = new AccessPeople(world);
        var principals = await people.All();
        using var host = new MutantHost(world.App);
        using var http = world.App.CreateClient(new WebApplicationFactoryClientOptions { HandleCookies = false, AllowAutoRedirect = false });
        var (sick, sound) = (new Matrix(world, principals, people, host.Http), new Matrix(world, principals, people, http));
        var rules = Matrix.EndpointsOf(world.App.Services).ToDictionary(Matrix.NameOf, endpoint => endpoint.Metadata.GetRequiredMetadata<AccessRule>(), StringComparer.Ordinal);

        var (killed, survived) = (0, new List<string>());
        // Reading first: a mutant that lets something be written leaves it behind.
        foreach (var door in Matrix.Doors(world).OrderBy(door => !door.Endpoint.StartsWith("GET ", StringComparison.Ordinal)))
        {
            var cells = sick.CellsOf(door, rules[door.Endpoint]).ToList();
            foreach (var mutant in MutantsOf(door, rules[door.Endpoint]))
            {
                if (await Notices(cells, mutant)) killed++;
                else survived.Add(mutant.ToString());
            }
        }

        var total = killed + survived.Count;
        Report.Write("access-mutants", $"access mutants: {killed} of {total} noticed, {watch.Elapsed.TotalSeconds:F1} s{string.Concat(survived.Select(mutant => $"\n  survived: {mutant}"))}");
        total.ShouldBeGreaterThan(100);
        survived.ShouldBeEmpty();

        // Noticed is what is wrong with the mutant and right with the platform as it is.
        async Task<bool> Notices(IReadOnlyList<Cell> cells, Mutant mutant)
        {
            foreach (var cell in cells.Where(cell => Concerns(cell, mutant.Guard)))
            {
                host.Become(mutant, cell.Target.Owner == default ? world.Sibling : cell.Target.Owner);
                if (await sick.Try(cell) is not null && await sound.Try(cell) is null) return true;
            }

            return false;
        }
    }

    static IEnumerable<Mutant> MutantsOf(Door door, AccessRule rule)
    {
        var endpoint = door.Endpoint;
        if (rule.Scope == DataScope.Public) yield break;
        yield return new Mutant(endpoint, Guard.SignIn);
        if (rule.Permission is not null) yield return new Mutant(endpoint, Guard.Permission);
        if (rule.Scope == DataScope.Entrusted) yield return new Mutant(endpoint, Guard.Trust);
        // Where a request shows and names nothing of anybody's, the answer could not tell.
        if (rule.Scope == DataScope.OwnOrganisation && door.Probes.Any(probe => probe.Style != Style.Plain)) yield return new Mutant(endpoint, Guard.Own);
        if (rule.Scope is not (DataScope.Organisation or DataScope.Entrusted)) yield break;
        yield return new Mutant(endpoint, Guard.Scope);
        yield return new Mutant(endpoint, Guard.Width);
    }

    /// <summary>The cells that could tell, so that the others need not be tried.</summary>
    static bool Concerns(Cell cell, Guard guard) => guard switch
    {
        Guard.SignIn => !cell.Principal.SignedIn,
        Guard.Permission => cell.Principal.SignedIn && !cell.May,
        _ => cell.May,
    };
}
