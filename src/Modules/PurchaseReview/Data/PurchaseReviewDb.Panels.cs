using Microsoft.EntityFrameworkCore;
using Modular.Shared;
using static Modular.Shared.JsonColumns;

namespace Modular.PurchaseReview;

internal abstract partial class PurchaseReviewDb
{
    public DbSet<ReviewRound> Rounds => Set<ReviewRound>();

    public DbSet<RoundMember> RoundMembers => Set<RoundMember>();

    public DbSet<PanelExpert> PanelExperts => Set<PanelExpert>();

    public DbSet<Ballot> Ballots => Set<Ballot>();

    public DbSet<Expectation> Expectations => Set<Expectation>();

    void ConfigurePanels(ModelBuilder model)
    {
        model.Entity<ReviewRound>(round =>
        {
            round.ToTable("rounds");
            round.Property(r => r.RegionPath).HasMaxLength(40).UseCollation(this.BinaryCollation());
            round.Property(r => r.Name).HasMaxLength(100);
            round.Property(r => r.Minutes).HasMaxLength(ReviewRound.LongestMinutes);
            round.Property(r => r.State).HasConversion<string>().HasMaxLength(20);
            round.Property(r => r.Version).IsConcurrencyToken();
            round.HasIndex(r => r.RegionPath);
            round.HasMany(r => r.Members).WithOne().HasForeignKey(m => m.RoundId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<RoundMember>(member =>
        {
            member.ToTable("round_members");
            member.HasKey(m => new { m.RoundId, m.AccountId });
            member.Property(m => m.Name).HasMaxLength(200);
            member.Property(m => m.OrganisationName).HasMaxLength(200);
            member.Property(m => m.Seat).HasConversion<string>().HasMaxLength(10);
            member.HasIndex(m => m.AccountId);
        });
        model.Entity<PanelExpert>(expert =>
        {
            expert.ToTable("experts");
            expert.HasKey(e => e.AccountId);
            expert.Property(e => e.AccountId).ValueGeneratedNever();
            expert.Property(e => e.Seat).HasConversion<string>().HasMaxLength(10);
            AsJson(expert.Property(e => e.Fields)).HasMaxLength(1000);
            AsJson(expert.Property(e => e.Projects)).HasMaxLength(LongestText);
            expert.Property(e => e.Version).IsConcurrencyToken();
        });
        model.Entity<Ballot>(ballot =>
        {
            ballot.ToTable("ballots");
            ballot.HasKey(b => new { b.CaseId, b.AccountId });
            ballot.Property(b => b.Name).HasMaxLength(200);
            ballot.Property(b => b.Seat).HasConversion<string>().HasMaxLength(10);
            ballot.Property(b => b.Conflict).HasConversion<string>().HasMaxLength(20);
            ballot.Property(b => b.ConflictReason).HasMaxLength(1000);
            ballot.Property(b => b.Opinion).HasMaxLength(Ballot.LongestOpinion);
            ballot.Property(b => b.Recommendation).HasConversion<string>().HasMaxLength(10);
            ballot.Property(b => b.Vote).HasConversion<string>().HasMaxLength(10);
            ballot.Property(b => b.VoteComment).HasMaxLength(1000);
            ballot.Property(b => b.Version).IsConcurrencyToken();
            ballot.HasIndex(b => b.AccountId);
        });
        model.Entity<Expectation>(expectation =>
        {
            expectation.ToTable("expectations");
            expectation.Property(e => e.NameZh).HasMaxLength(200);
            expectation.Property(e => e.Model).HasMaxLength(200);
            expectation.Property(e => e.EndReason).HasMaxLength(Expectation.LongestReason);
            expectation.Property(e => e.EndedBy).HasMaxLength(400);
            expectation.Property(e => e.Version).IsConcurrencyToken().HasDefaultValue(1);
            expectation.Property(e => e.PromisedHours).HasPrecision(7, 1);
            expectation.Property(e => e.PromisedExternalHours).HasPrecision(7, 1);
            expectation.HasIndex(e => new { e.WishId, e.Piece }).IsUnique();
            expectation.HasIndex(e => new { e.UnitId, e.MetOn });
            expectation.HasIndex(e => e.DueOn);
            expectation.HasOne(e => e.Case).WithMany().HasForeignKey(e => e.CaseId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
