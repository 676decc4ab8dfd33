using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Modular.Tests.Access;

/// <summary>An answer as the caller can read it: status, headers and body; spreadsheets opened.</summary>
sealed partial record Answer(int Status, string Headers, string? Type, string Text)
{
    /// <summary>What was asked of the database for it, which is what its time depends on; who is calling is remembered for a moment, and left out.</summary>
    public string Work { get; init; } = "";

    public bool Succeeded => Status is >= 200 and < 300;

    public bool IsJson => Type is "application/json" or "application/problem+json";

    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);

    public IReadOnlySet<string> Markers { get; } = Matrix.Marker.Matches(Headers + Text).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

    public string Short => $"{Status} {(Text.Length > 300 ? Text[..300] : Text)}";

    public static async Task<Answer> Read(HttpResponseMessage response, RequestWatch watch)
    {
        var body = await response.Content.ReadAsByteArrayAsync();
        var type = response.Content.Headers.ContentType?.MediaType;
        return new Answer((int)response.StatusCode, $"{response.Headers}{response.Content.Headers}", type, type?.Contains("spreadsheetml", StringComparison.Ordinal) == true ? Unzipped(body) : Encoding.UTF8.GetString(body))
        {
            Work = string.Join('\n', watch.Statements.Where(statement => !statement.Contains("units.sessions", StringComparison.Ordinal))),
        };
    }

    public string? Expect(int status, string code) =>
        Status == status && Type == "application/problem+json" && Json.GetProperty("code").GetString() == code ? null : $"should be {status} {code}";

    /// <summary>The answer without what differs from request to request.</summary>
    public string Without(string id, string marker)
    {
        var text = TraceId.Replace($"{Status} {Type} {Text}", "").Replace(id, "ID", StringComparison.Ordinal);
        return marker.Length == 0 ? text : text.Replace(marker, "MARKER", StringComparison.Ordinal);
    }

    static string Unzipped(byte[] archive)
    {
        var text = new StringBuilder();
        using var zip = new ZipArchive(new MemoryStream(archive));
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            text.Append(reader.ReadToEnd());
        }

        return text.ToString();
    }

    [GeneratedRegex("\"traceId\":\"[^\"]*\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TraceId { get; }
}
