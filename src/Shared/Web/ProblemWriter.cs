using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Modular.Shared;

/// <summary>
/// Writes the problem document whatever the caller says it accepts. The framework's own writer stays silent towards who asks for another kind, which
/// turned every refusal into an empty answer and every exception into a 500.
/// </summary>
sealed class ProblemWriter(IOptions<ProblemDetailsOptions> options) : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        // The framework's title and type for the status.
        var problem = TypedResults.Problem(context.ProblemDetails);
        options.Value.CustomizeProblemDetails?.Invoke(context);
        await context.HttpContext.Response.WriteAsJsonAsync(problem.ProblemDetails, problem.ProblemDetails.GetType(), options: null, problem.ContentType, context.HttpContext.RequestAborted);
    }
}
