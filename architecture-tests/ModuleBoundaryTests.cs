using System.Reflection;
using System.Text.RegularExpressions;
using MediatR;
using Modular.Shared;
using Mono.Cecil;
using Shouldly;
using Xunit;

namespace Modular.ArchitectureTests;

public class ModuleBoundaryTests
{
    static readonly string[] Allowed = ["Contracts", "Shared"];

    // Words of the field: a mechanism that knows one of them belongs into a module.
    static readonly string[] DomainWords =
    [
        "Instrument", "ManagingUnit", "Supervisor", "Custodian", "Liaison", "Reviewer", "Census", "Campaign", "Evaluation", "Indicator", "Subsidy", "Voucher",
        "Purchase", "Sharing", "Booking", "Laborator", "Universit", "Catalogue", "CreditCode", "AssetNumber",
    ];

    public static TheoryData<string> Modules => [.. Repository.Modules];

    [Fact]
    public void All_modules_are_found() => Repository.Modules.Count.ShouldBe(6);

    [Theory, MemberData(nameof(Modules))]
    public void A_module_project_references_only_Contracts_and_Shared(string module) =>
        Repository.ProjectReferences(Repository.ModuleProjects.Single(project => Path.GetFileNameWithoutExtension(project) == module)).Except(Allowed).ShouldBeEmpty();

    // The compiler drops references that are used for constants only, so the project file alone is not enough, and neither is the assembly.
    [Theory, MemberData(nameof(Modules))]
    public void A_module_uses_types_of_Contracts_and_Shared_only(string module)
    {
        using var compiled = ModuleDefinition.ReadModule(Repository.AssemblyFile(module));
        var foreign = compiled.GetTypeReferences()
            .Where(type => type.Namespace.StartsWith("Modular.", StringComparison.Ordinal))
            .Where(type => !Allowed.Contains(type.Scope.Name["Modular.".Length..], StringComparer.Ordinal))
            .Select(type => type.FullName);

        foreign.ShouldBeEmpty();
        compiled.AssemblyReferences.Select(reference => reference.Name).Where(name => name.StartsWith("Modular.", StringComparison.Ordinal))
            .Except(Allowed.Select(name => $"Modular.{name}")).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Modules))]
    public void A_module_shows_the_host_one_class(string module) =>
        Repository.AssemblyOf(module).GetExportedTypes().Where(type => !IsMigration(type)).Select(type => type.Name).ShouldBe([$"{module}Module"]);

    [Theory, MemberData(nameof(Modules))]
    public void A_module_lives_in_its_own_namespace(string module) =>
        Repository.TypesOf(module).Where(type => type.Namespace != $"Modular.{module}" && !type.Namespace!.StartsWith($"Modular.{module}.", StringComparison.Ordinal))
            .Select(type => type.FullName).ShouldBeEmpty();

    [Theory, MemberData(nameof(Modules))]
    public void A_module_names_no_other_module(string module)
    {
        var others = string.Join('|', Repository.Modules.Except([module]));
        var naming = new Regex($@"\bModular\.({others})\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        Repository.Files($"src/Modules/{module}", ".cs").Where(file => naming.IsMatch(File.ReadAllText(file))).Select(Repository.Relative).ShouldBeEmpty();
    }

    [Fact]
    public void Contracts_and_Shared_know_no_module()
    {
        Repository.ProjectReferences(Path.Combine(Repository.Root, "src/Contracts/Contracts.csproj")).ShouldBeEmpty();
        Repository.ProjectReferences(Path.Combine(Repository.Root, "src/Shared/Shared.csproj")).Except(["Contracts", "SqlServerTypes"]).ShouldBeEmpty();
    }

    // Interfaces ask, records and enums tell; lists of constants and the field's fixed vocabulary are the same for everybody.
    [Fact]
    public void Contracts_holds_interfaces_records_enums_and_the_vocabulary_of_the_field()
    {
        var vocabulary = Repository.Files("src/Contracts", ".cs")
            .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) is "Reference" or "Vocabulary")
            .Select(file => Path.GetFileNameWithoutExtension(file)).ToHashSet(StringComparer.Ordinal);
        Repository.AssemblyOf("Contracts").GetExportedTypes()
            .Where(type => !(type.IsInterface || type.IsEnum || IsRecord(type) || HoldsConstantsOnly(type) || vocabulary.Contains(type.Name)))
            .Select(type => type.FullName).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Modules))]
    public void Handlers_never_send_messages_on(string module)
    {
        var handlers = Repository.TypesOf(module).Where(type => type.GetInterfaces().Any(i => i.IsGenericType
            && (i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>) || i.GetGenericTypeDefinition() == typeof(INotificationHandler<>))) || type.IsAssignableTo(typeof(IJobWork)));
        handlers.Where(handler => handler.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
                .Any(constructor => constructor.GetParameters().Any(parameter => parameter.ParameterType.IsAssignableTo(typeof(IMediator)))))
            .Select(handler => handler.Name).ShouldBeEmpty();
    }

    [Fact]
    public void Shared_has_no_word_of_the_field()
    {
        var word = new Regex(string.Join('|', DomainWords), RegexOptions.IgnoreCase, TimeSpan.FromSeconds(5));
        var comment = new Regex("//.*$", RegexOptions.Multiline, TimeSpan.FromSeconds(5));
        var found = from file in Repository.Files("src/Shared", ".cs")
                    from Match match in word.Matches(comment.Replace(File.ReadAllText(file), ""))
                    select $"{Repository.Relative(file)}: {match.Value}";
        found.ShouldBeEmpty();
    }

    static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null || type is { IsValueType: true } && type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null;

    static bool HoldsConstantsOnly(Type type) => type is { IsAbstract: true, IsSealed: true }
        && type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly).All(member => member is FieldInfo { IsLiteral: true });

    // Written by dotnet ef, which makes them public.
    static bool IsMigration(Type type) => type.IsAssignableTo(typeof(Microsoft.EntityFrameworkCore.Migrations.Migration));
}
