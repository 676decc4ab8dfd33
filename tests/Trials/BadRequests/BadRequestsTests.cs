using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Trials.BadRequests;

/// <summary>
/// S3: requests that are wrong in types, lengths, encodings, depth, numbers, sort and filter slots, made from the platform's own API document and sent
/// over a real connection by everybody who may do something. Whatever is asked, the fault is never ours: no answer of 500 or above.
/// </summary>
public sealed class BadRequestsTests(App app)
{
    const int InShort = 4_000;

    static readonly ApiOperation Fragile = new(HttpMethod.Get, "/api/fragile/{number}", [new ApiParameter("number", true, JsonNode.Parse("""{"type":"string"}""")!)], null, null);

    [Fact]
    public async Task No_request_however_bad_is_answered_with_a_fault_of_ours()
    {
        var trial = Trial.Of("s3-bad-requests", InShort);
        await using var front = await Front.Open(app);
        var people = await front.People();
        var shapes = new ApiShapes(await front.Document());
        var (finds, answers, faults, slowest) = (new Finds(), new ConcurrentDictionary<int, int>(), new ConcurrentQueue<string>(), new ConcurrentDictionary<string, double>(StringComparer.Ordinal));
        var (requests, shut) = (new Requests(new Values(shapes, finds), finds), new ConcurrentDictionary<(ApiOperation, Person), bool>());

        await Parallel.ForAsync(0, trial.Cases, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, ct) =>
        {
            var dice = trial.Dice(number);
            var operation = shapes.Operations[dice.Next(shapes.Operations.Count)];
            var person = people[dice.Next(people.Count)];
            // Who was told once that it is not theirs need not be told so every time.
            for (var tries = 0; tries < 3 && shut.ContainsKey((operation, person)); tries++) person = people[dice.Next(people.Count)];
            using var request = requests.Make(operation, dice);
            var asked = $"{request.Method} {request.RequestUri!.OriginalString}";
            var began = trial.Took;
            var (status, answer, fault) = await person.Send(operation, request, ct);
            slowest.AddOrUpdate(operation.ToString(), (trial.Took - began).TotalSeconds, (_, before) => Math.Max(before, (trial.Took - began).TotalSeconds));
            answers.AddOrUpdate(status, 1, (_, count) => count + 1);
            if (status == 403) shut.TryAdd((operation, person), true);
            if (fault is not null) faults.Enqueue($"case {number}: {person.Role} {asked[..Math.Min(asked.Length, 300)]}: {fault}\n    {front.LastFault}");
            else if (status < 300) finds.Take(operation, answer);
        });

        var slow = slowest.MaxBy(pair => pair.Value);
        trial.Report($"{shapes.Operations.Count} operations; {string.Join(", ", answers.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} × {pair.Value}"))}; slowest {slow.Value:F1} s {slow.Key}{string.Concat(faults.Take(40).Select(fault => $"\n  {fault}"))}");
        faults.ShouldBeEmpty($"seed {trial.Seed}");
        answers.Keys.ShouldContain(200);
        answers.Keys.ShouldContain(400);
    }

    [Fact]
    public async Task An_endpoint_that_breaks_on_bad_input_is_found()
    {
        var trial = Trial.Of("s3-control", 200);
        await using var front = await Front.Open(app);
        var anybody = front.Anonymous();
        var shapes = new ApiShapes(await front.Document());
        var requests = new Requests(new Values(shapes, new Finds()), new Finds());

        var found = 0;
        for (var number = 0; number < 200 && found == 0; number++)
        {
            using var request = requests.Make(Fragile, trial.Dice(number));
            if ((await anybody.Send(Fragile, request, TestContext.Current.CancellationToken)).Fault is not null) found++;
        }

        found.ShouldBe(1, $"seed {trial.Seed}");
    }

    /// <summary>The platform behind a real server, with one endpoint more: one that trusts its input.</summary>
    sealed class Front : IAsyncDisposable
    {
        readonly App _app;
        readonly WebApplicationFactory<Program> _host;
        readonly FaultBook _faults = new();
        readonly Uri _address;

        Front(App app)
        {
            _app = app;
            _host = app.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
            {
                services.AddSingleton<IStartupFilter, FragileEndpoint>();
                services.AddLogging(logging => logging.AddProvider(_faults));
            }));
            _host.UseKestrel(0);
            _host.StartServer();
            _address = _host.ClientOptions.BaseAddress;
        }

        public string LastFault => _faults.Last;

        public static Task<Front> Open(App app) => Task.FromResult(new Front(app));

        public async Task<JsonNode> Document()
        {
            using var http = new HttpClient { BaseAddress = _address };
            return JsonNode.Parse(await http.GetStringAsync("/openapi/v1.json"))!;
        }

        public Person Anonymous() => new(_address, "anonymous", null);

        /// <summary>In a region of their own: what they do to it is nobody else's. They know the words that count, so that some requests succeed.</summary>
        public async Task<IReadOnlyList<Person>> People()
        {
            var region = await _app.NewRegion();
            var office = await _app.NewOffice(region);
            var bureau = await _app.Supervisor(region);
            var unit = await _app.Unit(bureau);
            var people = new List<Person> { Anonymous() };
            foreach (var role in Roles.All)
            {
                var organisation = role.Tier switch { Tier.Unit => unit, Tier.Supervisor => bureau, Tier.Region => office, Tier.Expert => _app.ExpertPool, Tier.ServiceUser => _app.ServiceUser, _ => null };
                if (organisation is null) continue;
                people.Add(new Person(_address, role.Name, () => _app.Account(organisation, [role.Name])));
            }

            return people;
        }

        public async ValueTask DisposeAsync() => await _host.DisposeAsync();
    }

    /// <summary>Somebody who signs in again, as somebody new, after a request has signed them out or locked them out.</summary>
    sealed class Person(Uri address, string role, Func<Task<Account>>? account) : IDisposable
    {
        readonly SemaphoreSlim _signingIn = new(1, 1);
        HttpClient _http = NewClient(address);
        bool _signedIn;

        public string Role => role;

        public async Task<(int Status, JsonNode? Answer, string? Fault)> Send(ApiOperation operation, HttpRequestMessage request, CancellationToken ct)
        {
            var http = await SignedIn(ct);
            request.RequestUri = new Uri(request.RequestUri!.OriginalString.Replace("http://localhost", address.ToString().TrimEnd('/'), StringComparison.Ordinal), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
            try
            {
                using var answer = await http.SendAsync(request, ct);
                var status = (int)answer.StatusCode;
                if (status == 401 && account is not null) _signedIn = false;
                if (status >= 500) return (status, null, $"{status}");
                if (status >= 400 && answer.Content.Headers.ContentType?.MediaType is not "application/problem+json" && answer.Content.Headers.ContentLength is not 0) return (status, null, $"{status} without a problem document");
                // Who asks for a packed answer gets one.
                var readable = answer.Content.Headers.ContentType?.MediaType == "application/json" && answer.Content.Headers.ContentEncoding.Count == 0;
                if (status >= 300 || !readable) return (status, null, null);
                return (status, JsonNode.Parse(await answer.Content.ReadAsByteArrayAsync(ct)), null);
            }
            catch (TaskCanceledException) when (!ct.IsCancellationRequested)
            {
                return (0, null, $"no answer within {http.Timeout.TotalSeconds:F0} s");
            }
            catch (HttpRequestException dropped)
            {
                return (0, null, $"no answer: {dropped.Message} {dropped.InnerException?.Message}");
            }
            catch (JsonException unreadable)
            {
                return (0, null, $"an answer that is not JSON: {unreadable.Message}");
            }
        }

        public void Dispose() => _http.Dispose();

        async Task<HttpClient> SignedIn(CancellationToken ct)
        {
            if (_signedIn || account is null) return _http;
            await _signingIn.WaitAsync(ct);
            try
            {
                if (_signedIn) return _http;
                var http = NewClient(address);
                (await http.PostAsJsonAsync("/api/units/session", new { (await account()).UserName, App.Password }, JsonShape.Options, ct)).EnsureSuccessStatusCode();
                (_http, _signedIn) = (http, true);
                return _http;
            }
            finally
            {
                _signingIn.Release();
            }
        }

        static HttpClient NewClient(Uri address) => new(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false, RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
    }

    sealed class FragileEndpoint : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => application =>
        {
            application.Map("/api/fragile", branch => branch.Run(context =>
            {
                context.Response.StatusCode = int.Parse(context.Request.Path.Value!.TrimStart('/'), CultureInfo.InvariantCulture) is 0 ? 200 : 204;
                return Task.CompletedTask;
            }));
            next(application);
        };
    }

    sealed class FaultBook : ILoggerProvider, ILogger
    {
        public string Last { get; private set; } = "";

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is not null) Last = string.Join('\n', exception.ToString().Split('\n').Take(6));
        }

        public void Dispose()
        {
        }
    }
}
