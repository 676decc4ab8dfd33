using System.Net.Http.Json;
using System.Text.Json;
using Modular.Shared;

namespace Modular.Tests.Access;

/// <summary>What a right answer looks like when the caller may ask.</summary>
enum Style
{
    /// <summary>No object: the same for everybody who may call.</summary>
    Plain,

    /// <summary>One object, addressed: done when it is in reach, otherwise as good as missing.</summary>
    One,

    /// <summary>A list: exactly the rows in reach that match, and counted so.</summary>
    Rows,

    /// <summary>Several objects at once, each judged by itself.</summary>
    Bulk,
}

/// <summary>One place in one endpoint's requests where an id can stand, with a valid request for it.</summary>
/// <param name="Where">path, query, search, body or bulk.</param>
/// <param name="Kind">What the id stands for.</param>
sealed record Probe(Style Style, string Where, Kind Kind, Func<Target, HttpRequestMessage> Request)
{
    /// <summary>The state an object has to be in.</summary>
    public string State { get; init; } = "";

    /// <summary>States in which the request must be refused though the object is in reach.</summary>
    public string[] WrongStates { get; init; } = [];

    /// <summary>How an object that is missing, or as good as missing, is answered.</summary>
    public int Hidden { get; init; } = 404;

    /// <summary>The code of a row of a bulk command that is missing, or as good as missing.</summary>
    public string MissingCode { get; init; } = "instrument.not-found";

    /// <summary>The rows a list consists of.</summary>
    public Kind Listed { get; init; }

    /// <summary>Which rows match what the request asks for.</summary>
    public Func<Target, Target, bool> Matches { get; init; } = (_, _) => true;

    /// <summary>Of the rows in reach only those of the caller's very own organisation.</summary>
    public bool OwnOnly { get; init; }

    /// <summary>A permission without which these rows are left out of an answer that the caller may have.</summary>
    public string? Needs { get; init; }

    /// <summary>Whether the answer tells a count, and it is all of the rows' own.</summary>
    public bool Counted { get; init; } = true;

    /// <summary>The answer is one page of the list: its rows are among the right ones, its count is of all of them.</summary>
    public bool OnePage { get; init; }

    /// <summary>Looks at an answer more closely: the answer, and the rows that the caller reaches.</summary>
    public Func<JsonElement, IReadOnlyList<Target>, string?>? Check { get; init; }

    /// <summary>The request changes the caller's own session or password, so somebody just like the caller sends it.</summary>
    public bool Double { get; init; }

    /// <summary>Set where the public sees what this says, whoever asks; nobody sees more there.</summary>
    public Func<Target, bool>? Public { get; init; }

    /// <summary>The status of a right answer where it is not just any success.</summary>
    public int? Success { get; init; }

    /// <summary>What the request needs besides, of the caller's own: the instrument among which the object stands, the import that names it.</summary>
    public Kind Companion { get; init; }

    /// <summary>A request about the object in question together with the caller's own.</summary>
    public Func<Target, Target, HttpRequestMessage>? TogetherWith { get; init; }

    /// <summary>Judges an answer that is given either way, by whether the object is in reach.</summary>
    public Func<bool, JsonElement, string?>? Verdict { get; init; }

    /// <summary>Only for whoever sits on the case's panel, whatever they may see by office.</summary>
    public bool Seated { get; init; }

    /// <summary>The answer repeats what the caller wrote.</summary>
    public bool Echoes { get; init; }
}

/// <summary>An endpoint, by method and route as the router names it, and the places where an id stands in its requests.</summary>
sealed record Door(string Endpoint, params Probe[] Probes);

/// <summary>Short words for the table of doors.</summary>
static class Probes
{
    public static Probe Plain(HttpMethod method, string address, object? body = null) => new(Style.Plain, "-", Kind.Nothing, _ => Send(method, address, body));

    public static Probe One(string where, Kind kind, string state, Func<Target, HttpRequestMessage> request) => new(Style.One, where, kind, request) { State = state };

    public static Probe Rows(Kind rows, string address) => new(Style.Rows, "-", Kind.Nothing, _ => Get(address)) { Listed = rows };

    public static Probe Rows(Kind rows, string where, Kind kind, Func<Target, string> address, Func<Target, Target, bool> matches) =>
        new(Style.Rows, where, kind, target => Get(address(target))) { Listed = rows, Matches = matches };

    /// <summary>The first row of a list, which makes the server count the others.</summary>
    public static Probe FirstRow(Kind rows, string where, Kind kind, Func<Target, string> address, Func<Target, Target, bool> matches) =>
        Rows(rows, where, kind, address, matches) with { OnePage = true };

    public static Probe Bulk(Kind kind, string state, Func<Target, Target, HttpRequestMessage> request) =>
        new(Style.Bulk, "bulk", kind, target => request(target, target)) { State = state, Companion = kind, TogetherWith = request };

    public static Probe Together(Style style, string where, Kind kind, Kind companion, Func<Target, Target, HttpRequestMessage> request) =>
        new(style, where, kind, target => request(target, target)) { Companion = companion, TogetherWith = request };

    public static HttpRequestMessage Get(string address) => Send(HttpMethod.Get, address);

    public static HttpRequestMessage Send(HttpMethod method, string address, object? body = null) =>
        new(method, address) { Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: JsonShape.Options) };
}
