using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Evaluation;

// A new migration for each provider: npm run db:add -- Evaluation <Name>
internal abstract class EvaluationDb(DbContextOptions options) : ModuleDbContext(options, EvaluationModule.Name)
{
    public DbSet<UnitGrade> Grades => Set<UnitGrade>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.Entity<UnitGrade>(grade =>
        {
            grade.ToTable("grades");
            grade.Property(g => g.UnitPath).HasMaxLength(40).UseCollation(this.BinaryCollation());
            grade.Property(g => g.UnitName).HasMaxLength(200);
            grade.Property(g => g.Grade).HasConversion<string>().HasMaxLength(20);
            grade.Property(g => g.DecidedBy).HasMaxLength(GradeFactsRules.LongestName);
            grade.Property(g => g.Document).HasMaxLength(GradeFactsRules.LongestDocument);
            grade.Property(g => g.RectifiedNote).HasMaxLength(GradeFactsRules.LongestReason);
            grade.Property(g => g.WithdrawReason).HasMaxLength(GradeFactsRules.LongestReason);
            grade.Property(g => g.ChangedBy).HasMaxLength(400);
            grade.Property(g => g.Version).IsConcurrencyToken();
            // One grade for a year, however many were withdrawn.
            grade.HasIndex(g => new { g.UnitId, g.Year }).IsUnique().HasFilter(Database.IsSqlServer() ? "[WithdrawnOn] IS NULL" : "\"WithdrawnOn\" IS NULL");
            grade.HasIndex(g => new { g.UnitPath, g.Year });
        });
    }
}

internal sealed class EvaluationPostgreSqlDb(DbContextOptions<EvaluationPostgreSqlDb> options) : EvaluationDb(options);

internal sealed class EvaluationSqlServerDb(DbContextOptions<EvaluationSqlServerDb> options) : EvaluationDb(options);
