using Microsoft.EntityFrameworkCore;

namespace Modular.Units;

// Who works at the units' instruments (U-3).
internal abstract partial class UnitsDb
{
    public DbSet<StaffMember> Staff => Set<StaffMember>();

    public DbSet<StaffTraining> StaffTrainings => Set<StaffTraining>();

    static void MapStaff(ModelBuilder model)
    {
        model.Entity<StaffMember>(member =>
        {
            member.ToTable("staff");
            member.Property(m => m.MatchKey).HasMaxLength(60);
            member.Property(m => m.Name).HasMaxLength(50);
            member.Property(m => m.StaffNumber).HasMaxLength(30);
            member.Property(m => m.Gender).HasConversion<string>().HasMaxLength(10);
            member.Property(m => m.BornIn).HasMaxLength(7).IsUnicode(false);
            member.Property(m => m.Education).HasConversion<string>().HasMaxLength(20);
            member.Property(m => m.Title).HasMaxLength(50);
            member.Property(m => m.Speciality).HasMaxLength(100);
            member.Property(m => m.Department).HasMaxLength(100);
            member.Property(m => m.Post).HasMaxLength(100);
            member.Property(m => m.Instruments).HasMaxLength(500);
            member.Property(m => m.Certificates).HasMaxLength(300);
            member.Property(m => m.Phone).HasMaxLength(30);
            member.Property(m => m.Version).IsConcurrencyToken();
            member.HasOne(m => m.Unit).WithMany().HasForeignKey(m => m.UnitId).OnDelete(DeleteBehavior.Restrict);
            // Two lists of the same people at once: one of them wins.
            member.HasIndex(m => new { m.UnitId, m.MatchKey }).IsUnique();
        });
        model.Entity<StaffTraining>(training =>
        {
            training.ToTable("staff_trainings");
            training.Property(t => t.Kind).HasConversion<string>().HasMaxLength(20);
            training.Property(t => t.Topic).HasMaxLength(200);
            training.Property(t => t.Organiser).HasMaxLength(200);
            training.Property(t => t.Certificate).HasMaxLength(100);
            training.Property(t => t.EnteredBy).HasMaxLength(320);
            training.HasOne<StaffMember>().WithMany(m => m.Trainings).HasForeignKey(t => t.MemberId);
            training.HasIndex(t => new { t.MemberId, t.From });
        });
    }
}
