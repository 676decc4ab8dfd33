using System.Reflection;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Modular.Contracts;
using Modular.Shared;
using Shouldly;
using Xunit;

namespace Modular.ArchitectureTests;

public class WiringTests
{
    // Told to the world, not to a module: nobody here has to react.
    static readonly HashSet<string> PublicNews = new(StringComparer.Ordinal) { "InstrumentListed", "InstrumentChanged", "InstrumentRetired", "IntegrityRecordOpened", "IntegrityRecordEnded", "PurchaseDecided" };

    static readonly IReadOnlyList<string> Permissions = [.. typeof(Permissions).GetFields().Select(field => (string)field.GetRawConstantValue()!)];

    public static TheoryData<string> Modules => [.. Repository.Modules];

    [Theory, MemberData(nameof(Modules))]
    public void Every_message_has_one_handler(string module)
    {
        var handled = Repository.TypesOf(module).SelectMany(HandledBy).ToLookup(message => message);
        Messages(module).Where(message => handled[message].Count() != 1).Select(message => $"{message.Name}: {handled[message].Count()}").ShouldBeEmpty();
    }

    [Fact]
    public void Every_endpoint_says_who_may_call_it_and_the_router_enforces_that()
    {
        Platform.Endpoints.Count.ShouldBeGreaterThan(30);
        foreach (var endpoint in Platform.Endpoints)
        {
            var rule = endpoint.Metadata.GetMetadata<AccessRule>().ShouldNotBeNull($"{endpoint.Name()} has no access rule");
            var open = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            var demanded = endpoint.Metadata.OfType<AuthorizationPolicy>().SelectMany(policy => policy.Requirements).OfType<PermissionRequirement>().ToList();

            open.ShouldBe(rule.Scope == DataScope.Public, endpoint.Name());
            demanded.Select(requirement => requirement.Permission).ShouldBe(open ? [] : [rule.Permission], endpoint.Name());
        }
    }

    [Fact]
    public void What_belongs_to_organisations_needs_a_permission() => Platform.Endpoints
        .Where(endpoint => endpoint.Metadata.GetMetadata<AccessRule>() is { Permission: null, Scope: DataScope.Organisation or DataScope.Platform })
        .Select(endpoint => endpoint.Name()).ShouldBeEmpty();

    [Fact]
    public void Every_permission_an_endpoint_asks_for_is_listed() => Platform.Endpoints
        .Select(endpoint => endpoint.Metadata.GetMetadata<AccessRule>()?.Permission).OfType<string>().Except(Permissions).ShouldBeEmpty();

    [Theory, MemberData(nameof(Modules))]
    public void A_module_answers_below_its_own_prefix_only(string module)
    {
        var mark = MarkOf(module);
        var endpoints = Platform.Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<ModuleMark>()?.Name == mark.Name).ToList();
        endpoints.Where(endpoint => !$"{endpoint.RoutePattern.RawText}/".StartsWith($"/api/{mark.Name}/", StringComparison.Ordinal)).Select(endpoint => endpoint.Name()).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Modules))]
    public void Every_endpoint_class_opens_a_door(string module)
    {
        var opening = Platform.Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<MethodInfo>()?.DeclaringType?.DeclaringType).ToHashSet();
        Repository.TypesOf(module).Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(IEndpoint)) && !opening.Contains(type)).Select(type => type.Name).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Modules))]
    public void Every_table_stands_in_its_modules_schema(string module)
    {
        var mark = MarkOf(module);
        foreach (var context in Contexts.Of(module))
        {
            using (context)
            {
                context.Model.GetEntityTypes().Where(entity => Microsoft.EntityFrameworkCore.RelationalEntityTypeExtensions.GetSchema(entity) != mark.Name)
                    .Select(entity => entity.Name).ShouldBeEmpty();
            }
        }
    }

    [Fact]
    public void Every_event_is_heard_or_is_public_news()
    {
        var heard = Repository.Modules.SelectMany(Repository.TypesOf).SelectMany(type => type.GetInterfaces())
            .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(INotificationHandler<>)).Select(i => i.GetGenericArguments()[0].Name).ToHashSet(StringComparer.Ordinal);
        var events = Repository.AssemblyOf("Contracts").GetExportedTypes().Where(type => type is { IsInterface: false } && type.IsAssignableTo(typeof(IEvent))).Select(type => type.Name).ToList();

        events.ShouldNotBeEmpty();
        events.Except(heard).Except(PublicNews).ShouldBeEmpty();
        PublicNews.Except(events).ShouldBeEmpty("listed as public news, but no longer an event");
    }

    [Theory, MemberData(nameof(Modules))]
    public void Every_reaction_says_when_it_does_what(string module)
    {
        var reactions = Repository.TypesOf(module).Where(type => type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(INotificationHandler<>)));
        reactions.Where(type => !type.Name.StartsWith("When", StringComparison.Ordinal) || !File.Exists(Path.Combine(Repository.FolderOf(module), "Reactions", $"{type.Name}.cs")))
            .Select(type => type.Name).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Modules))]
    public void Every_slice_stands_in_the_file_of_its_name(string module)
    {
        var files = Repository.Files($"src/Modules/{module}", ".cs").Where(file => Repository.Relative(file).Contains("/Features/", StringComparison.Ordinal))
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText, StringComparer.Ordinal);
        Messages(module).Where(message => !files.TryGetValue(message.Name, out var text) || !Declares(text, message.Name) || !Declares(text, $"{message.Name}Handler"))
            .Select(message => message.Name).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Modules))]
    public void Every_slice_has_its_tests(string module)
    {
        var tests = Repository.Files("tests", ".cs").Select(file => Path.GetFileNameWithoutExtension(file)).ToHashSet(StringComparer.Ordinal);
        Messages(module).Select(message => $"{message.Name}Tests").Where(name => !tests.Contains(name)).ShouldBeEmpty();
    }

    static bool Declares(string text, string name) => System.Text.RegularExpressions.Regex.IsMatch(text, $@"\b(record|class) {name}\b", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));

    static IEnumerable<Type> Messages(string module) => Repository.TypesOf(module).Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(IBaseRequest)));

    static IEnumerable<Type> HandledBy(Type type) => type.IsAbstract ? [] : type.GetInterfaces()
        .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)).Select(i => i.GetGenericArguments()[0]);

    static ModuleMark MarkOf(string module) => Platform.Services.GetServices<ModuleEntry>().Single(entry => entry.Assembly == Repository.AssemblyOf(module)).Mark;
}
