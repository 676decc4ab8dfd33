using Microsoft.EntityFrameworkCore.Design;
using Modular.Shared;

namespace Modular.Evaluation;

internal sealed class EvaluationPostgreSqlDesign : IDesignTimeDbContextFactory<EvaluationPostgreSqlDb>
{
    public EvaluationPostgreSqlDb CreateDbContext(string[] args) => new(DesignTime.Options<EvaluationPostgreSqlDb>(DatabaseProvider.PostgreSql, EvaluationModule.Name));
}

internal sealed class EvaluationSqlServerDesign : IDesignTimeDbContextFactory<EvaluationSqlServerDb>
{
    public EvaluationSqlServerDb CreateDbContext(string[] args) => new(DesignTime.Options<EvaluationSqlServerDb>(DatabaseProvider.SqlServer, EvaluationModule.Name));
}
