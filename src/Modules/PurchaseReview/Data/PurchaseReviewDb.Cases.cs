using Microsoft.EntityFrameworkCore;
using Modular.Shared;
using static Modular.Shared.JsonColumns;

namespace Modular.PurchaseReview;

internal abstract partial class PurchaseReviewDb
{
    const int LongestText = 4000;

    public DbSet<PurchaseCase> Cases => Set<PurchaseCase>();

    public DbSet<PurchaseWish> Wishes => Set<PurchaseWish>();

    public DbSet<CaseFile> CaseFiles => Set<CaseFile>();

    public DbSet<CaseStep> CaseSteps => Set<CaseStep>();

    void ConfigureCases(ModelBuilder model)
    {
        model.Entity<PurchaseCase>(purchase =>
        {
            purchase.ToTable("cases");
            purchase.Property(c => c.Number).HasMaxLength(30);
            purchase.Property(c => c.UnitPath).HasMaxLength(40).UseCollation(this.BinaryCollation());
            purchase.Property(c => c.UnitName).HasMaxLength(200);
            purchase.Property(c => c.ProjectNumber).HasMaxLength(60);
            purchase.Property(c => c.ProjectName).HasMaxLength(200);
            AsJson(purchase.Property(c => c.Grounds)).HasMaxLength(200);
            purchase.Property(c => c.Necessity).HasMaxLength(LongestText);
            purchase.Property(c => c.Reasonableness).HasMaxLength(LongestText);
            purchase.Property(c => c.SharingPlan).HasMaxLength(LongestText);
            purchase.Property(c => c.Conditions).HasMaxLength(LongestText);
            purchase.Property(c => c.ContactName).HasMaxLength(50);
            purchase.Property(c => c.ContactPhone).HasMaxLength(30);
            purchase.Property(c => c.State).HasConversion<string>().HasMaxLength(20);
            purchase.Property(c => c.Outcome).HasConversion<string>().HasMaxLength(10);
            purchase.Property(c => c.DecisionNumber).HasMaxLength(60);
            purchase.Property(c => c.DecisionReason).HasMaxLength(LongestText);
            purchase.Property(c => c.Version).IsConcurrencyToken();
            purchase.HasIndex(c => c.RoundId);
            purchase.HasMany(c => c.Ballots).WithOne(b => b.Case).HasForeignKey(b => b.CaseId).OnDelete(DeleteBehavior.Cascade);
            purchase.HasIndex(c => new { c.UnitPath, c.State });
            purchase.HasMany(c => c.Wishes).WithOne(w => w.Case).HasForeignKey(w => w.CaseId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<PurchaseWish>(wish =>
        {
            wish.ToTable("wishes");
            wish.Property(w => w.NameZh).HasMaxLength(200);
            wish.Property(w => w.NameEn).HasMaxLength(200);
            wish.Property(w => w.Model).HasMaxLength(200);
            wish.Property(w => w.Manufacturer).HasMaxLength(200);
            wish.Property(w => w.ClassCode).HasMaxLength(6);
            wish.Property(w => w.Specifications).HasMaxLength(LongestText);
            wish.Property(w => w.Purpose).HasMaxLength(LongestText);
            wish.Property(w => w.BudgetSource).HasConversion<string>().HasMaxLength(10);
            wish.Property(w => w.AnnualHours).HasPrecision(7, 1);
            wish.Property(w => w.ExternalHours).HasPrecision(7, 1);
            wish.Property(w => w.Location).HasMaxLength(200);
            AsJson(wish.Property(w => w.Quotations));
            wish.Property(w => w.Kind).HasMaxLength(100);
            wish.Property(w => w.Band).HasMaxLength(20);
            wish.Property(w => w.Opinion).HasMaxLength(PurchaseWish.LongestOpinion);
            wish.Property(w => w.OpinionBy).HasMaxLength(200);
            wish.HasIndex(w => new { w.CaseId, w.Position });
        });
        model.Entity<CaseFile>(file =>
        {
            file.ToTable("case_files");
            file.Property(f => f.FileName).HasMaxLength(CaseFile.LongestName);
            file.Property(f => f.ContentType).HasMaxLength(100);
            file.Property(f => f.Hash).HasMaxLength(64).IsUnicode(false);
            file.Property(f => f.AddedBy).HasMaxLength(200);
            file.HasIndex(f => f.CaseId);
            file.HasOne<PurchaseCase>().WithMany().HasForeignKey(f => f.CaseId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<CaseStep>(step =>
        {
            step.ToTable("case_steps");
            step.Property(s => s.AccountName).HasMaxLength(200);
            step.Property(s => s.OrganisationName).HasMaxLength(200);
            step.Property(s => s.Action).HasMaxLength(30);
            step.Property(s => s.Reason).HasMaxLength(2000);
            AsJson(step.Property(s => s.Remarks));
            step.HasIndex(s => new { s.CaseId, s.Version }).IsUnique();
            step.HasOne<PurchaseCase>().WithMany().HasForeignKey(s => s.CaseId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
