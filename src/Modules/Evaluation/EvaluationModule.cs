using Microsoft.Extensions.DependencyInjection;
using Modular.Contracts.Evaluation;
using Modular.Shared;

namespace Modular.Evaluation;

/// <summary>Evaluation 评价考核: indicators, grades, subsidies, rectification.</summary>
public static class EvaluationModule
{
    public const string Name = "evaluation";

    public static IServiceCollection AddEvaluation(this IServiceCollection services, DatabaseSettings database) => services
        .AddModule<EvaluationDb, EvaluationPostgreSqlDb, EvaluationSqlServerDb>(Name, database)
        .AddScoped<Grades>()
        .AddScoped<IUnitEvaluations, UnitEvaluations>()
        .AddScoped<IDemoSeed, DemoGrades>();
}
