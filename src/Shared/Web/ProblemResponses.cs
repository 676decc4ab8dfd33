using System.Diagnostics;
using FluentValidation;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Modular.Shared;

/// <summary>Turns everything that is thrown into a problem document. What has no name here is our fault: 500.</summary>
public sealed partial class ProblemResponses(IProblemDetailsService problems, ILogger<ProblemResponses> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken ct)
    {
        if (exception is OperationCanceledException && context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var answer = Describe(exception);
        if (answer.Status >= 500) LogFault(log, exception, context.Request.Method, context.Request.Path);
        context.Response.StatusCode = answer.Status!.Value;
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = answer, Exception = exception });
    }

    static ProblemDetails Describe(Exception exception) => exception switch
    {
        Problem problem => Make(problem.Status, problem.Code, problem.Message, problem.Errors),
        ValidationException invalid => Make(400, "request.invalid", "Some fields need mending.", FaultsOf(invalid)),
        BadHttpRequestException bad => Make(bad.StatusCode, bad.StatusCode == 413 ? "request.too-large" : "request.malformed",
            bad.StatusCode == 413 ? "The request is larger than this address accepts." : "The request could not be read: a value has the wrong type or shape."),
        DbUpdateConcurrencyException => Make(409, "record.changed-meanwhile",
            "Somebody else changed this in the meantime. Load it again, compare, and save once more."),
        DbUpdateException update when Databases.IsUniqueViolation(update) => Make(409, "record.exists", "A record with this key is there already."),
        _ => Make(500, "server.fault", "Something went wrong on our side. It has been logged; please try again."),
    };

    static ProblemDetails Make(int status, string code, string detail, IReadOnlyDictionary<string, FieldFault[]>? errors = null)
    {
        var problem = new ProblemDetails { Status = status, Detail = detail };
        problem.Extensions["code"] = code;
        if (errors is { Count: > 0 }) problem.Extensions["errors"] = errors;
        return problem;
    }

    static Dictionary<string, FieldFault[]> FaultsOf(ValidationException invalid) => invalid.Errors
        .GroupBy(failure => JsonNames.Path(failure.PropertyName), StringComparer.Ordinal)
        .ToDictionary(field => field.Key, field => field.Select(f => new FieldFault(f.ErrorCode, f.ErrorMessage)).ToArray(), StringComparer.Ordinal);

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed")]
    static partial void LogFault(ILogger log, Exception exception, string method, string path);

    /// <summary>Adds the code for the answers that ASP.NET Core itself makes (401, 403, 404, 405, 415), and the correlation id to all.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        problem.Extensions.TryAdd("code", problem.Status switch
        {
            401 => "session.required",
            403 => "permission.missing",
            404 => "address.not-found",
            405 => "method.not-allowed",
            415 => "request.media-type",
            429 => "request.too-many",
            _ => "request.refused",
        });
        problem.Detail ??= problem.Status switch
        {
            401 => "Please sign in.",
            403 => "Your role does not include this.",
            404 => "There is nothing at this address.",
            429 => "Too many requests from here. Please wait a little.",
            _ => null,
        };
        problem.Extensions["traceId"] = Activity.Current?.Id ?? context.HttpContext.TraceIdentifier;
    }
}

/// <summary>Property paths as they stand in JSON: <c>Record.NameZh</c> is <c>record.nameZh</c>.</summary>
static class JsonNames
{
    public static string Path(string property) => string.Join('.', property.Split('.').Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName));
}
