using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modular.Shared;
using Modular.Units;
using Shouldly;
using Xunit;

namespace Modular.Tests.Platform;

// With every filter set and in every order, so that each query is made at least once: on this provider it runs, for the other it translates (see OtherProvider).
public partial class EveryListTests(App app)
{
    [Fact]
    public async Task Every_read_answers_with_every_filter_set_and_in_every_order()
    {
        var reads = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal) && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET", StringComparer.Ordinal) == true)
            .ToList();
        reads.Count.ShouldBeGreaterThan(20);
        var officer = await app.SignedIn("policyOfficer");

        var orders = 0;
        foreach (var read in reads)
        {
            var path = RouteValue().Replace(read.RoutePattern.RawText!, match => match.Value.Contains(":guid", StringComparison.Ordinal) ? Guid.CreateVersion7().ToString() : "1");
            var parameters = ParametersOf(read.Metadata.GetRequiredMetadata<MethodInfo>()).ToList();
            var filters = parameters.Where(IsFilter).Select(filter => $"{filter.Name}={Uri.EscapeDataString(ValueFor(filter.Name, filter.Type))}").ToList();
            (await Answered(officer, $"{path}?{string.Join('&', filters)}")).ShouldNotBe(400, $"{path} with {string.Join(' ', filters)}");
            foreach (var order in await OrdersOf(officer, path, parameters))
            {
                (await Answered(officer, $"{path}?sort={order}")).ShouldBe(200);
                (await Answered(officer, $"{path}?sort={(char.IsUpper(order[0]) ? "" : "-")}{order}&page=2&size=1")).ShouldBe(200);
                orders++;
            }
        }

        orders.ShouldBeGreaterThan(10);
        OtherProvider.Translated.ShouldBeGreaterThan(40);
    }

    // The control: what only PostgreSQL understands is found.
    [Fact]
    public async Task A_query_that_only_one_provider_understands_is_refused()
    {
        var failure = await app.InDatabase<UnitsDb, int>(db => db.Organisations.CountAsync(o => EF.Functions.ILike(o.Name, "a%"))).ShouldThrowAsync<InvalidOperationException>();

        failure.Message.ShouldContain("does not translate for the other database provider");
    }

    static async Task<int> Answered(Client client, string address)
    {
        using var answer = await client.Send(HttpMethod.Get, address);
        return (int)answer.StatusCode;
    }

    /// <summary>A list that is asked for an order it does not have names those it has.</summary>
    static async Task<IReadOnlyList<string>> OrdersOf(Client client, string path, IEnumerable<(string Name, Type Type)> parameters)
    {
        if (parameters.SingleOrDefault(IsOrder) is { Type: { IsEnum: true } codes }) return Enum.GetNames(codes);
        using var answer = await client.Send(HttpMethod.Get, $"{path}?sort=nothing-of-the-kind");
        if ((int)answer.StatusCode != 400 || await Refusal.Read(answer) is not { Code: "list.unknown-sort" } refusal) return [];
        return refusal.Message[(refusal.Message.IndexOf("It can by: ", StringComparison.Ordinal) + 11)..refusal.Message.IndexOf(".\"", StringComparison.Ordinal)].Split(", ");
    }

    static IEnumerable<(string Name, Type Type)> ParametersOf(MethodInfo endpoint) => endpoint.GetParameters()
        .SelectMany(parameter => parameter.GetCustomAttribute<AsParametersAttribute>() is null
            ? [(Name: parameter.Name!, Type: parameter.ParameterType)]
            : parameter.ParameterType.GetConstructors().Single().GetParameters().Select(inner => (Name: inner.Name!, Type: inner.ParameterType)))
        .Select(parameter => (parameter.Name, Plain(parameter.Type)));

    static Type Plain(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? Plain(inner)
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Coded<>) ? type.GetGenericArguments()[0] : type;

    static bool IsOrder((string Name, Type Type) parameter) => string.Equals(parameter.Name, "sort", StringComparison.OrdinalIgnoreCase);

    static bool IsFilter((string Name, Type Type) parameter) => !IsOrder(parameter) && parameter.Name.ToUpperInvariant() is not ("PAGE" or "SIZE")
        && (parameter.Type == typeof(string) || parameter.Type.IsEnum || parameter.Type.IsPrimitive || parameter.Type == typeof(Guid) || parameter.Type == typeof(DateTimeOffset) || parameter.Type == typeof(DateOnly));

    static string ValueFor(string name, Type type) => type switch
    {
        { IsEnum: true } => Enum.GetNames(type)[0],
        _ when type == typeof(bool) => "true",
        _ when type == typeof(Guid) => Guid.CreateVersion7().ToString(),
        _ when type == typeof(DateTimeOffset) => "2026-01-05T08:00:00Z",
        _ when type == typeof(DateOnly) => "2026-01-05",
        { IsPrimitive: true } => "1",
        _ => name.ToUpperInvariant() switch
        {
            "CLASSCODE" => "010100",
            "REGIONCODE" or "LEAGUECODE" => Some.LeagueCode,
            "ROLE" => "liaison",
            "FORMAT" => "csv",
            "CUSTODIAN" => "mine",
            _ => "电镜 sem",
        },
    };

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RouteValue();
}
