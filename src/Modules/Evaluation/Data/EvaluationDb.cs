using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Evaluation;

// A new migration for each provider: npm run db:add -- Evaluation <Name>
internal abstract class EvaluationDb(DbContextOptions options) : ModuleDbContext(options, EvaluationModule.Name);

internal sealed class EvaluationPostgreSqlDb(DbContextOptions<EvaluationPostgreSqlDb> options) : EvaluationDb(options);

internal sealed class EvaluationSqlServerDb(DbContextOptions<EvaluationSqlServerDb> options) : EvaluationDb(options);
