using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Modular.Shared;

namespace Modular.Tests.Access;

/// <summary>One try: somebody at a door, asking in one way for one object.</summary>
sealed record Cell(Door Door, AccessRule Rule, Probe Probe, Principal Principal, Target Target)
{
    public bool May => Rule.Scope == DataScope.Public || Principal.SignedIn && (Rule.Permission is null ? Principal.Key is null : Principal.Permissions.Contains(Rule.Permission));

    /// <summary>Whether of what is in reach only the entrusted is this caller's to change.</summary>
    public bool Bound => May && Rule.Scope == DataScope.Entrusted && Principal.Key is null && !Principal.Permissions.Contains(Contracts.Permissions.InstrumentsEdit);

    public bool InReach => Target.Kind == Kind.Nothing || Reaches(Target);

    public bool Reaches(Target target) => Probe.Public is { } isPublic ? target.Exists && isPublic(target)
        : Principal.Reaches(target) && (!Probe.Seated || Principal.Seat == SeatKind.Sitting);

    public bool MayRead(Target target) => Probe.Public is not null && Reaches(target) || Principal.MayRead(target);

    public bool WrongState => Probe.WrongStates.Contains(Target.State, StringComparer.Ordinal);

    /// <summary>Whether carrying it out changes something, so that it needs an object of its own.</summary>
    public bool Changes => May && !Door.Endpoint.StartsWith("GET ", StringComparison.Ordinal)
        && (Probe.Style == Style.Plain || Probe.Companion != Kind.Nothing || InReach && !WrongState && !Target.OfOthers);

    public override string ToString() =>
        $"{Door.Endpoint} · {Principal} · {(Target.Kind == Kind.Nothing ? "-" : $"{Target.Kind} {Target.Spot} {Target.State}{(Target.OfOthers ? " of others" : "")}")} · {Probe.Where}";
}

/// <summary>The cells of the access matrix, made from the router's own endpoints, and what is wrong with the answers.</summary>
sealed partial class Matrix(World world, IReadOnlyList<Principal> principals, AccessPeople people, HttpClient http)
{
    readonly ConcurrentDictionary<(Probe, Principal), string> _unseen = new();
    readonly ConcurrentDictionary<(Probe, Principal), string> _work = new();

    public static IReadOnlyList<RouteEndpoint> EndpointsOf(IServiceProvider platform) => [.. platform.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>().Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal))];

    public static string NameOf(RouteEndpoint endpoint) =>
        $"{endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Single() ?? "*"} {endpoint.RoutePattern.RawText}";

    public static IEnumerable<Door> Doors(World world) => [.. UnitsDoors.All(world), .. InstrumentsDoors.All, .. PurchaseReviewDoors.All, .. SharingDoors.All, .. EvaluationDoors.All, .. world.Modules.SelectMany(SharedDoors.Of), SharedDoors.Find, SharedDoors.Jobs, SharedDoors.Nowhere];

    public IEnumerable<Cell> CellsOf(Door door, AccessRule rule) =>
        from probe in door.Probes
        from principal in principals
        from target in world.TargetsOf(probe, principal)
        from cell in Variants(new Cell(door, rule, probe, principal, target))
        select cell;

    // Who may change only what is entrusted to them tries an instrument of the same unit both ways.
    static IEnumerable<Cell> Variants(Cell cell)
    {
        if (!cell.Bound || cell.Target.Kind != Kind.Instrument || !cell.InReach) return [cell];
        return cell.WrongState ? [] : [cell, cell with { Target = cell.Target with { OfOthers = true } }];
    }

    /// <summary>Tries one cell. Null when the answer is right.</summary>
    public async Task<string?> Try(Cell cell)
    {
        var own = cell.Changes && cell.Probe.Companion != Kind.Nothing ? await world.Companion(cell.Probe, cell.Principal) : null;
        if (cell.Changes && cell.InReach && !cell.WrongState) cell = cell with { Target = await world.Fresh(cell.Target, cell.Principal) with { OfOthers = cell.Target.OfOthers } };
        if (cell is { Bound: true, Changes: true, InReach: true, Target.OfOthers: false }) await world.Entrust(cell.Target, cell.Principal.AccountId);
        if (cell.Bound && own is not null && own.Id != cell.Target.Id) await world.Entrust(own, cell.Principal.AccountId);
        var asking = cell.Probe.Double && cell.Changes ? await people.Double(cell.Principal) : cell.Principal;

        var before = Watches(cell) ? await world.VersionNow(cell.Target) : null;
        using var request = own is null ? cell.Probe.Request(cell.Target) : cell.Probe.TogetherWith!(cell.Target, own);
        if (asking.Cookie is { } cookie) request.Headers.Add("Cookie", cookie);
        if (asking.Key is { } key) request.Headers.Add(CallerKey.Header, key);
        var asked = $"{request.RequestUri} {(request.Content is null ? "" : await request.Content.ReadAsStringAsync())}";
        var watch = RequestWatch.Begin();
        using var response = await http.SendAsync(request);
        var answer = await Answer.Read(response, watch);

        if (answer.Status >= 500) return $"{cell}: {answer.Status} {string.Join(" / ", watch.Faults.Select(fault => fault.Message))}";
        if (watch.Statements.Count > Client.MaximumStatements) return $"{cell}: {watch.Statements.Count} statements";
        var fault = Leak(cell, answer, asked) ?? Judge(cell, answer, own) ?? await Untouched(cell, before);
        return fault is null ? null : $"{cell}: {fault}\n    {answer.Short}";
    }

    // Whatever is asked, nothing that is out of reach may show anywhere in the answer, unless the caller wrote it there.
    string? Leak(Cell cell, Answer answer, string asked)
    {
        foreach (var marker in answer.Markers)
        {
            if (asked.Contains(marker, StringComparison.Ordinal) && (answer.Status >= 400 || cell.Probe.Echoes)) continue;
            if (_byMarker.Value.TryGetValue(marker, out var shown) && !cell.MayRead(shown)) return $"shows {shown.Kind} {shown.Spot} {shown.State}";
        }

        return null;
    }

    readonly Lazy<IReadOnlyDictionary<string, Target>> _byMarker = new(() => world.Planted.ToDictionary(target => target.Marker, StringComparer.Ordinal));

    string? Judge(Cell cell, Answer answer, Target? own)
    {
        if (cell.Rule.Scope != DataScope.Public && !cell.Principal.SignedIn) return answer.Expect(401, cell.Principal.Key is null ? "session.required" : "key.refused");
        if (!cell.May) return answer.Expect(403, "permission.missing");
        return cell.Probe.Style switch
        {
            Style.Plain => JudgePlain(cell, answer),
            Style.Rows => JudgeRows(cell, answer),
            Style.Bulk => JudgeBulk(cell, answer, own!),
            _ => JudgeOne(cell, answer),
        };
    }

    string? JudgePlain(Cell cell, Answer answer)
    {
        if (cell.Probe.Success is { } status ? answer.Status != status : !answer.Succeeded) return "should answer";
        if (cell.Probe.Verdict is { } verdict) return verdict(cell.InReach, answer.Json);
        return cell.Probe.Check?.Invoke(answer.Json, [.. world.Planted.Where(row => row.Kind == cell.Probe.Listed && cell.Reaches(row))]);
    }

    string? JudgeOne(Cell cell, Answer answer)
    {
        if (!cell.InReach) return answer.Status == cell.Probe.Hidden ? Alike(cell, answer) ?? WorkedAlike(cell, answer) : $"should be as good as missing ({cell.Probe.Hidden})";
        if (cell.Target.OfOthers) return answer.Expect(403, "instrument.not-entrusted");
        if (cell.WrongState) return answer.Status is 409 or 422 ? null : "should be refused in this state";
        if (cell.Probe.Success is { } status ? answer.Status != status : !answer.Succeeded) return "should be done";
        return cell.Door.Endpoint.StartsWith("GET ", StringComparison.Ordinal) && !answer.Markers.Contains(cell.Target.Marker) ? "should show it" : null;
    }

    string? JudgeRows(Cell cell, Answer answer)
    {
        if (!answer.Succeeded) return "should list";
        var expected = world.Planted
            .Where(row => cell.Probe.Needs is null || cell.Principal.Permissions.Contains(cell.Probe.Needs))
            .Where(row => row.Kind == cell.Probe.Listed && cell.Reaches(row) && cell.Probe.Matches(row, cell.Target) && (!cell.Probe.OwnOnly || row.Path == cell.Principal.Path))
            .Select(row => row.Marker).ToHashSet(StringComparer.Ordinal);
        var listed = answer.Markers.Where(marker => _byMarker.Value.TryGetValue(marker, out var row) && row.Kind == cell.Probe.Listed).ToHashSet(StringComparer.Ordinal);
        if (cell.Probe.OnePage ? !listed.IsSubsetOf(expected) || listed.Count != Math.Min(1, expected.Count) : !listed.SetEquals(expected)) return $"lists {listed.Count} rows where {expected.Count} are right";
        if (cell.Probe.Counted && answer.Json.GetProperty("total").GetInt32() != expected.Count) return $"counts {answer.Json.GetProperty("total")} rows where {expected.Count} are right";
        return cell.Target.Kind != Kind.Nothing && expected.Count == 0 && answer.IsJson && cell.Probe.Counted ? Alike(cell, answer) : null;
    }

    string? JudgeBulk(Cell cell, Answer answer, Target own)
    {
        if (!answer.Succeeded) return "should answer row by row";
        var rows = answer.Json.GetProperty("rows").EnumerateArray().ToDictionary(row => row.GetProperty("id").GetGuid());
        if (!rows[own.Id].GetProperty("done").GetBoolean()) return "should do the caller's own row";
        var row = rows[cell.Target.Id];
        var done = row.GetProperty("done").GetBoolean();
        if (done != (cell.InReach && !cell.WrongState && !cell.Target.OfOthers)) return done ? "did what it should refuse" : "refused what it should do";
        if (cell.Target.OfOthers) return row.GetProperty("code").GetString() == "instrument.not-entrusted" ? null : "should say that it is entrusted to others";
        if (cell.InReach) return null;
        return row.GetProperty("code").GetString() == cell.Probe.MissingCode ? Alike(cell, answer with { Text = row.GetRawText() }) : "should be as good as missing";
    }

    /// <summary>Foreign, deleted and missing must be answered alike: same status, same words, but for the id.</summary>
    string? Alike(Cell cell, Answer answer)
    {
        var words = answer.Without(cell.Target.Key, cell.Target.Marker);
        var first = _unseen.GetOrAdd((cell.Probe, cell.Principal), words);
        return first == words ? null : $"is answered unlike the others out of reach: {first}";
    }

    /// <summary>Nor may the time it takes tell them apart: the same is asked of the database, whether there is something to hide or nothing (R-7).</summary>
    string? WorkedAlike(Cell cell, Answer answer)
    {
        var first = _work.GetOrAdd((cell.Probe, cell.Principal), answer.Work);
        return first == answer.Work ? null : $"asks the database otherwise than for the others out of reach:\n{first}\n-- but\n{answer.Work}";
    }

    /// <summary>Whether the answer's word is not enough that nothing was changed.</summary>
    static bool Watches(Cell cell) => cell.Changes && cell.Probe.Style == Style.Bulk && cell.Target.Exists && !(cell.InReach && !cell.WrongState && !cell.Target.OfOthers);

    async Task<string?> Untouched(Cell cell, int? before) => Watches(cell) && await world.VersionNow(cell.Target) != before ? "changed it all the same" : null;

    [GeneratedRegex("MK[0-9A-F]{6}Z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    public static partial Regex Marker { get; }
}
