using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Mvc.Testing;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.Tests.Access;

// S1: every endpoint that the router knows × everybody × every object × every place where an id can stand.
public class AccessMatrixTests
{
    [Fact]
    public async Task Nobody_sees_or_changes_what_is_not_theirs()
    {
        var watch = Stopwatch.StartNew();
        await using var world = await World.Plant();
        var people = new AccessPeople(world);
        var principals = await people.All();
        using var http = world.App.CreateClient(new WebApplicationFactoryClientOptions { HandleCookies = false, AllowAutoRedirect = false });
        var matrix = new Matrix(world, principals, people, http);
        var rules = Matrix.EndpointsOf(world.App.Services).ToDictionary(Matrix.NameOf, endpoint => endpoint.Metadata.GetRequiredMetadata<AccessRule>(), StringComparer.Ordinal);
        var doors = Matrix.Doors(world).ToDictionary(door => door.Endpoint, StringComparer.Ordinal);

        rules.Keys.Except(doors.Keys).ShouldBeEmpty("endpoints without an entry in the table of doors (tests/Access/*Doors.cs)");
        doors.Keys.Except(rules.Keys).ShouldBeEmpty("doors to endpoints that are no more");

        var cells = doors.Values.SelectMany(door => matrix.CellsOf(door, rules[door.Endpoint])).ToList();
        var faults = new ConcurrentQueue<string>();
        // First what must leave everything as it is, door by door, then what changes its own objects.
        foreach (var door in cells.Where(cell => !cell.Changes).GroupBy(cell => cell.Door))
        {
            var reads = door.Key.Endpoint.StartsWith("GET ", StringComparison.Ordinal);
            var before = reads ? null : await TableSums.Of(world.App);
            await Parallel.ForEachAsync(door, new ParallelOptions { MaxDegreeOfParallelism = 4 }, (cell, _) => Note(cell));
            if (before is null) continue;
            var after = await TableSums.Of(world.App);
            foreach (var table in after.Where(table => table.Value != before[table.Key])) faults.Enqueue($"{door.Key.Endpoint}: a refused request changed {table.Key}");
        }

        // By endpoint one after another, because two who change the same unit would get into each other's way.
        await Parallel.ForEachAsync(cells.Where(cell => cell.Changes).GroupBy(cell => cell.Door), new ParallelOptions { MaxDegreeOfParallelism = 1 }, async (door, _) =>
        {
            foreach (var cell in door) await Note(cell);
        });

        Report.Write("access-matrix", $"access matrix: {cells.Count} cells, {doors.Count} endpoints, {principals.Count} principals, {faults.Count} faults, {watch.Elapsed.TotalSeconds:F1} s");
        faults.Take(30).ShouldBeEmpty($"{faults.Count} of {cells.Count} cells");

        async ValueTask Note(Cell cell)
        {
            if (await matrix.Try(cell) is { } fault) faults.Enqueue(fault);
        }
    }
}
