using System.Net.Http.Json;
using System.Text.Json;
using Modular.Shared;
using Shouldly;

namespace Modular.Tests;

/// <summary>Somebody with a browser: sends requests, reads the answers. Every request is watched: no fault of ours, at most ten statements (P11).</summary>
public sealed class Client(HttpClient http)
{
    public const int MaximumStatements = 10;

    /// <summary>How many statements the last request sent to the database.</summary>
    public int Statements { get; private set; }

    public Task<T> Get<T>(string address) => Ask<T>(HttpMethod.Get, address, null);

    public Task<T> Post<T>(string address, object? body = null) => Ask<T>(HttpMethod.Post, address, body);

    public Task Post(string address, object? body = null) => Ask(HttpMethod.Post, address, body);

    public Task<T> Put<T>(string address, object body) => Ask<T>(HttpMethod.Put, address, body);

    public Task Put(string address, object body) => Ask(HttpMethod.Put, address, body);

    public Task Delete(string address) => Ask(HttpMethod.Delete, address, null);

    /// <summary>Sends anything and hands back whatever is answered, refusals included.</summary>
    public async Task<HttpResponseMessage> Send(HttpRequestMessage request)
    {
        var watch = RequestWatch.Begin();
        var answer = await http.SendAsync(request);
        Statements = watch.Statements.Count;
        if ((int)answer.StatusCode >= 500)
            throw new ShouldAssertException($"{request.Method} {request.RequestUri} answered {(int)answer.StatusCode}: {string.Join("\n", watch.Faults)}");
        if (Statements > MaximumStatements)
            throw new ShouldAssertException($"{request.Method} {request.RequestUri} took {Statements} statements:\n{string.Join("\n", watch.Statements)}");
        return answer;
    }

    public Task<HttpResponseMessage> Send(HttpMethod method, string address, object? body = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, address) { Content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body, body.GetType(), options: JsonShape.Options)) };
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return Send(request);
    }

    /// <summary>
    /// Asserts that a list costs the same number of statements however many rows it has (P11). Page 1 must not be full either time: then the count is
    /// asked for or not, alike.
    /// </summary>
    public async Task ShouldCostTheSame(string address, Func<Task> withMoreRows)
    {
        var few = await CostOf(address);
        await withMoreRows();
        (await CostOf(address)).ShouldBe(few, $"{address} costs more statements when there are more rows");
    }

    // The session is looked up again every few seconds: the cheaper of two is the cost of the request itself.
    async Task<int> CostOf(string address)
    {
        (await Send(HttpMethod.Get, address)).EnsureSuccessStatusCode();
        var first = Statements;
        (await Send(HttpMethod.Get, address)).EnsureSuccessStatusCode();
        return Math.Min(first, Statements);
    }

    async Task<T> Ask<T>(HttpMethod method, string address, object? body)
    {
        using var answer = await Accepted(method, address, body);
        return await answer.Content.ReadFromJsonAsync<T>(JsonShape.Options) ?? throw new ShouldAssertException($"{method} {address} answered null");
    }

    async Task Ask(HttpMethod method, string address, object? body) => (await Accepted(method, address, body)).Dispose();

    async Task<HttpResponseMessage> Accepted(HttpMethod method, string address, object? body)
    {
        var answer = await Send(method, address, body);
        if (!answer.IsSuccessStatusCode) throw await Refusal.Read(answer);
        return answer;
    }
}

/// <summary>A request that was answered with a problem document.</summary>
public sealed class Refusal(int status, string code, string text, IDictionary<string, FieldFault[]> errors) : Exception($"Refused with {status} {code}: {text}")
{
    public int Status => status;

    public string Code => code;

    /// <summary>The faults by field.</summary>
    public IDictionary<string, FieldFault[]> Errors => errors;

    public static async Task<Refusal> Read(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json", $"A refusal must be a problem document: {(int)answer.StatusCode} {text}");
        var problem = JsonSerializer.Deserialize<JsonElement>(text);
        var errors = problem.TryGetProperty("errors", out var faults)
            ? faults.Deserialize<Dictionary<string, FieldFault[]>>(JsonShape.Options)!
            : [];
        return new Refusal((int)answer.StatusCode, problem.GetProperty("code").GetString()!, text, errors);
    }
}

public static class RefusalAssertions
{
    /// <summary>Asserts that the call is refused with this status and code.</summary>
    public static async Task<Refusal> ShouldBeRefused(this Task call, int status, string code)
    {
        var refusal = await call.ShouldThrowAsync<Refusal>();
        (refusal.Status, refusal.Code).ShouldBe((status, code), refusal.Message);
        return refusal;
    }
}
