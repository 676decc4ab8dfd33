using System.Text.Json.Nodes;

namespace Modular.Tests.Trials.BadRequests;

sealed record ApiParameter(string Name, bool InPath, JsonNode Schema);

/// <summary>One thing that the platform's own API document says may be asked.</summary>
sealed record ApiOperation(HttpMethod Method, string Path, IReadOnlyList<ApiParameter> Parameters, JsonNode? Json, JsonNode? Form)
{
    public bool Reads => Method == HttpMethod.Get;

    /// <summary>What comes before the first id: objects found by an operation are used by those below the same address.</summary>
    public string Collection => Path.IndexOf('{', StringComparison.Ordinal) is >= 0 and var at ? Path[..at].TrimEnd('/') : Path;

    public override string ToString() => $"{Method} {Path}";
}

/// <summary>The operations and shapes of an OpenAPI document.</summary>
sealed class ApiShapes(JsonNode document)
{
    public IReadOnlyList<ApiOperation> Operations { get; } =
    [
        .. from path in document["paths"]!.AsObject()
           where path.Key.StartsWith("/api/", StringComparison.Ordinal)
           from operation in path.Value!.AsObject()
           select new ApiOperation(
               HttpMethod.Parse(operation.Key),
               path.Key,
               [
                   .. from parameter in operation.Value!["parameters"]?.AsArray() ?? []
                      let place = parameter["in"]!.GetValue<string>()
                      where place is "path" or "query"
                      select new ApiParameter(parameter["name"]!.GetValue<string>(), place == "path", parameter["schema"]!),
               ],
               operation.Value["requestBody"]?["content"]?["application/json"]?["schema"],
               operation.Value["requestBody"]?["content"]?["multipart/form-data"]?["schema"]),
    ];

    /// <summary>The shape itself where a reference stands, and one of the alternatives where there are several.</summary>
    public JsonNode Resolve(JsonNode schema, Random dice)
    {
        while (true)
        {
            if (schema["$ref"]?.GetValue<string>() is { } reference) schema = document["components"]!["schemas"]![reference[(reference.LastIndexOf('/') + 1)..]]!;
            else if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray { Count: > 0 } choices) schema = choices[dice.Next(choices.Count)]!;
            else return schema;
        }
    }
}
