using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Modular.Shared;

namespace Modular.Host;

/// <summary>The OpenAPI document: complete, and true about refusals.</summary>
internal static class ApiDocument
{
    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "Open sharing of large research instruments", Version = "v1" };
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
            document.Components.Schemas["Problem"] = ProblemSchema();
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Describe(operation, context);
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            DescribeCode(schema, context.JsonTypeInfo.Type);
            DescribeText(schema, context.JsonTypeInfo.Type, context.JsonPropertyInfo?.IsGetNullable ?? false);
            return Task.CompletedTask;
        });
    });

    /// <summary>Writes the document without serving anything or touching a database.</summary>
    public static async Task Write(WebApplication app, string path)
    {
        // Endpoints are known to the document only once the pipeline has taken them up, which serving would do.
        ((IApplicationBuilder)app).UseEndpoints(_ => { });
        var provider = app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1");
        var document = await provider.GetOpenApiDocumentAsync();
        var json = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        await File.WriteAllTextAsync(path, json + "\n");
    }

    static void DescribeCode(OpenApiSchema schema, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(Coded<>)) return;
        schema.Type = JsonSchemaType.String;
        schema.Enum = [.. Enum.GetNames(type.GetGenericArguments()[0]).Select(name => (System.Text.Json.Nodes.JsonNode)System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name))];
        (schema.Properties, schema.Required, schema.Pattern) = (null, null, null);
    }

    // Text has a converter of its own (JsonShape), behind which the generator cannot see what it is.
    static void DescribeText(OpenApiSchema schema, Type type, bool nullable)
    {
        if (type == typeof(string)) schema.Type = nullable ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
        else if (type.IsAssignableTo(typeof(IEnumerable<string>))) schema.Items = new OpenApiSchema { Type = JsonSchemaType.String };
        else if (type.IsAssignableTo(typeof(IEnumerable<KeyValuePair<string, string>>))) schema.AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String };
    }

    static void Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(p => p.In == ParameterLocation.Query))
            parameter.Name = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);

        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var rule = metadata.OfType<AccessRule>().LastOrDefault();
        operation.Responses ??= [];
        DescribeFiles(operation.Responses, metadata);
        var refusals = new List<(string Status, string Text)> { ("400", "A value is missing, malformed or against its rules; faults stand by field.") };
        if (rule is { Scope: not DataScope.Public }) refusals.Add(("401", "Nobody is signed in."));
        if (rule?.Permission is not null) refusals.Add(("403", $"Needs the permission {rule.Permission}."));
        if (context.Description.RelativePath?.Contains('{', StringComparison.Ordinal) == true) refusals.Add(("404", "Not there, or not the caller's to see."));
        if (context.Description.HttpMethod is "POST" or "PUT" or "DELETE")
        {
            refusals.Add(("409", "Clashes with what is stored, or was changed meanwhile."));
            refusals.Add(("422", "A rule of the field says no."));
        }

        foreach (var (status, text) in refusals)
        {
            operation.Responses.TryAdd(status, new OpenApiResponse
            {
                Description = text,
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference("Problem", context.Document) },
                },
            });
        }

        if (metadata.OfType<IdempotentMark>().Any())
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = Idempotency.Header,
                In = ParameterLocation.Header,
                Description = "The same key with the same request is carried out once; a repeat gets the first answer.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 100 },
            });
        }
    }

    // Without a type to describe, the generator says nothing of what is sent.
    static void DescribeFiles(OpenApiResponses responses, IList<object> metadata)
    {
        foreach (var file in metadata.OfType<IProducesResponseTypeMetadata>().Where(answer => answer.Type is null || answer.Type == typeof(void)))
        {
            if (!responses.TryGetValue($"{file.StatusCode}", out var answer) || answer is not OpenApiResponse { Content: null or { Count: 0 } } response) continue;
            response.Content = file.ContentTypes.ToDictionary(type => type, _ => new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } }, StringComparer.Ordinal);
        }
    }

    static OpenApiSchema ProblemSchema()
    {
        static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "RFC 9457",
            Required = new HashSet<string>(StringComparer.Ordinal) { "status", "code" },
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
            {
                ["type"] = Text(),
                ["title"] = Text(),
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
                ["detail"] = Text(),
                ["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Stable; the client has the words for it." },
                ["traceId"] = Text(),
                ["errors"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    AdditionalProperties = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Array,
                        Items = new OpenApiSchema
                        {
                            Type = JsonSchemaType.Object,
                            Required = new HashSet<string>(StringComparer.Ordinal) { "code", "message" },
                            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal) { ["code"] = Text(), ["message"] = Text() },
                        },
                    },
                },
            },
        };
    }
}
