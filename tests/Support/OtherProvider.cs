using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
using Modular.Shared;

namespace Modular.Tests;

/// <summary>
/// Holds every query that runs under one provider against the other: it must translate there too. The tests run on PostgreSQL;
/// a query that SQL Server could not be asked fails the test that made it, with EF Core's own reason.
/// </summary>
static class OtherProvider
{
    static readonly ConcurrentDictionary<string, Lazy<Exception?>> Seen = new(StringComparer.Ordinal);

    static readonly MethodInfo Compile = typeof(OtherProvider).GetMethod(nameof(CompileFor), BindingFlags.NonPublic | BindingFlags.Static)!;

    [ThreadStatic]
    static bool _translating;

    /// <summary>How many different queries have been translated for the other provider.</summary>
    public static int Translated => Seen.Count;

    public static void Check(QueryExpressionEventData compiling)
    {
        if (_translating || compiling.Context is not ModuleDbContext db) return;
        var fault = Seen.GetOrAdd($"{db.Schema} {compiling.ExpressionPrinter.PrintExpression(compiling.Expression)}", _ => new Lazy<Exception?>(() => Translate(db, compiling.Expression))).Value;
        if (fault is not null) throw new InvalidOperationException($"This query does not translate for the other database provider: {fault.Message}", fault);
    }

    static Exception? Translate(ModuleDbContext db, Expression query)
    {
        using var twin = TwinOf(db);
        var rebase = new Rebase(twin);
        var rebased = rebase.Visit(query);
        if (rebase.FoundRawSql) return null;
        _translating = true;
        try
        {
            var result = rebased.Type.IsAssignableTo(typeof(IQueryable)) ? typeof(IEnumerable<>).MakeGenericType(rebased.Type.GetGenericArguments()[0]) : rebased.Type;
            Compile.MakeGenericMethod(result).Invoke(null, [twin, rebased]);
            return null;
        }
        catch (TargetInvocationException failure)
        {
            return failure.InnerException;
        }
        finally
        {
            _translating = false;
        }
    }

    static void CompileFor<T>(DbContext db, Expression query) => db.GetService<IDatabase>().CompileQuery<T>(query, async: false);

    static ModuleDbContext TwinOf(ModuleDbContext db) => db.GetType().Assembly.GetTypes()
        .Where(type => type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IDesignTimeDbContextFactory<>)))
        .Select(factory => (ModuleDbContext)factory.GetMethod("CreateDbContext")!.Invoke(Activator.CreateInstance(factory, nonPublic: true), [Array.Empty<string>()])!)
        .Single(twin => twin.GetType() != db.GetType());

    /// <summary>Lets a query begin at the twin's tables.</summary>
    sealed class Rebase(DbContext twin) : ExpressionVisitor
    {
        /// <summary>Written by hand, for whichever provider its writer had in mind: nothing to translate.</summary>
        public bool FoundRawSql { get; private set; }

        protected override Expression VisitExtension(Expression node)
        {
            if (node is not QueryRootExpression) return base.VisitExtension(node);
            if (node.GetType() == typeof(EntityQueryRootExpression) && twin.Model.FindEntityType(((EntityQueryRootExpression)node).EntityType.Name) is { } entity) return new EntityQueryRootExpression(entity);
            FoundRawSql = true;
            return node;
        }
    }
}
