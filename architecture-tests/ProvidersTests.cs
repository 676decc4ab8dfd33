using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Modular.ArchitectureTests;

// That every query translates on both providers is checked where the queries are made: by the integration tests, see SqlServerTranslation there.
public class ProvidersTests
{
    public static TheoryData<string> Modules => [.. Repository.Modules];

    [Theory, MemberData(nameof(Modules))]
    public void A_module_has_a_context_for_each_provider(string module)
    {
        var contexts = Contexts.Of(module);
        contexts.Select(context => context.Database.IsSqlServer()).ShouldBe([true, false], ignoreOrder: true);
        foreach (var context in contexts) context.Dispose();
    }

    [Theory, MemberData(nameof(Modules))]
    public void The_migrations_of_both_providers_hold_the_whole_model(string module)
    {
        foreach (var context in Contexts.Of(module))
        {
            using (context)
            {
                context.Database.GetMigrations().ShouldNotBeEmpty();
                context.Database.HasPendingModelChanges().ShouldBeFalse($"{context.GetType().Name} has changes without a migration: npm run db:add -- {module} <Name>");
            }
        }
    }

    [Theory, MemberData(nameof(Modules))]
    public void Both_providers_have_the_same_tables_and_columns(string module)
    {
        var shapes = Contexts.Of(module).Select(context =>
        {
            using (context)
            {
                return context.Model.GetEntityTypes()
                    .SelectMany(entity => entity.GetProperties().Select(property => $"{entity.GetTableName()}.{property.GetColumnName()} {(property.IsNullable ? "null" : "not null")} {property.GetMaxLength()}"))
                    .Order(StringComparer.Ordinal).ToList();
            }
        }).ToList();

        shapes[0].ShouldBe(shapes[1]);
    }
}
