using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Modular.Shared;

namespace Modular.Units;

// A new migration for each provider: npm run db:add -- Units <Name>
internal abstract partial class UnitsDb(DbContextOptions options) : ModuleDbContext(options, UnitsModule.Name)
{
    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<ManagingUnit> ManagingUnits => Set<ManagingUnit>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<UnitEvent> UnitEvents => Set<UnitEvent>();

    public DbSet<IntegrityRecord> IntegrityRecords => Set<IntegrityRecord>();

    public DbSet<Affiliation> Affiliations => Set<Affiliation>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<MachineKey> MachineKeys => Set<MachineKey>();

    public DbSet<PolicyChange> PolicyChanges => Set<PolicyChange>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<Mail> Mails => Set<Mail>();

    public DbSet<SavedFilter> SavedFilters => Set<SavedFilter>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        var binary = this.BinaryCollation();

        model.Entity<Organisation>(organisation =>
        {
            organisation.ToTable("organisations");
            organisation.Property(o => o.Path).HasMaxLength(40).UseCollation(binary);
            organisation.Property(o => o.ScopePath).HasMaxLength(40).UseCollation(binary);
            organisation.Property(o => o.Name).HasMaxLength(200);
            organisation.Property(o => o.RegionCode).HasMaxLength(6);
            organisation.Property(o => o.Tier).HasConversion<string>().HasMaxLength(20);
            organisation.Property(o => o.Version).IsConcurrencyToken();
            organisation.HasIndex(o => o.Path).IsUnique();
            organisation.HasIndex(o => o.ParentId);
            organisation.HasOne<Organisation>().WithMany().HasForeignKey(o => o.ParentId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ManagingUnit>(unit =>
        {
            unit.ToTable("managing_units");
            unit.HasOne(u => u.Organisation).WithOne().HasForeignKey<ManagingUnit>(u => u.Id);
            unit.Property(u => u.CreditCode).HasMaxLength(18);
            unit.Property(u => u.Kind).HasConversion<string>().HasMaxLength(40);
            unit.Property(u => u.LeagueCode).HasMaxLength(6);
            unit.Property(u => u.Address).HasMaxLength(200);
            unit.Property(u => u.Website).HasMaxLength(200);
            unit.Property(u => u.ContactName).HasMaxLength(50);
            unit.Property(u => u.ContactPhone).HasMaxLength(50);
            unit.Property(u => u.Version).IsConcurrencyToken();
            unit.HasIndex(u => u.CreditCode).IsUnique();
            unit.HasIndex(u => u.LeagueCode);
            unit.HasIndex(u => u.MergedIntoId);
        });
        model.Entity<UnitEvent>(happened =>
        {
            happened.ToTable("unit_events");
            happened.Property(e => e.Kind).HasConversion<string>().HasMaxLength(40);
            happened.Property(e => e.By).HasMaxLength(320);
            happened.Property(e => e.DecidedBy).HasMaxLength(200);
            happened.Property(e => e.Reason).HasMaxLength(500);
            happened.Property(e => e.Before).HasMaxLength(200);
            happened.Property(e => e.After).HasMaxLength(200);
            happened.Property(e => e.FormerPath).HasMaxLength(40).UseCollation(binary);
            happened.HasOne<ManagingUnit>().WithMany().HasForeignKey(e => e.UnitId).OnDelete(DeleteBehavior.Restrict);
            happened.HasIndex(e => e.FormerPath);
        });
        model.Entity<IntegrityRecord>(record =>
        {
            record.ToTable("integrity_records");
            record.Property(r => r.Matter).HasConversion<string>().HasMaxLength(40);
            record.Property(r => r.What).HasMaxLength(1000);
            record.Property(r => r.DecidedBy).HasMaxLength(200);
            record.Property(r => r.Document).HasMaxLength(100);
            record.Property(r => r.EndReason).HasMaxLength(500);
            record.Property(r => r.EndedBy).HasMaxLength(320);
            record.Property(r => r.CreatedBy).HasMaxLength(320);
            record.Property(r => r.Version).IsConcurrencyToken();
            record.HasOne(r => r.Unit).WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Affiliation>(affiliation =>
        {
            affiliation.ToTable("affiliations");
            affiliation.Property(a => a.Kind).HasConversion<string>().HasMaxLength(40);
            affiliation.Property(a => a.Note).HasMaxLength(500);
            affiliation.Property(a => a.DeclaredBy).HasMaxLength(320);
            affiliation.Property(a => a.Version).IsConcurrencyToken();
            affiliation.HasOne(a => a.Unit).WithMany().HasForeignKey(a => a.UnitId).OnDelete(DeleteBehavior.Restrict);
            affiliation.HasOne(a => a.OtherUnit).WithMany().HasForeignKey(a => a.OtherUnitId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Account>(account =>
        {
            account.ToTable("accounts");
            account.Property(a => a.UserName).HasMaxLength(100);
            account.Property(a => a.NormalizedUserName).HasMaxLength(100);
            account.Property(a => a.Email).HasMaxLength(200);
            account.Property(a => a.NormalizedEmail).HasMaxLength(200);
            account.Property(a => a.PhoneNumber).HasMaxLength(50);
            account.Property(a => a.DisplayName).HasMaxLength(100);
            account.Property(a => a.ConcurrencyStamp).HasMaxLength(50).IsConcurrencyToken();
            Words(account.Property(a => a.Roles)).HasMaxLength(400);
            account.Property(a => a.TotpSecret).HasMaxLength(400);
            Words(account.Property(a => a.NoMailOf)).HasMaxLength(2000);
            account.HasIndex(a => a.NormalizedUserName).IsUnique();
            account.HasOne(a => a.Organisation).WithMany().HasForeignKey(a => a.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<RecoveryCode>(code =>
        {
            code.ToTable("recovery_codes");
            code.HasKey(c => new { c.AccountId, c.Hash });
            code.Property(c => c.Hash).HasMaxLength(64).IsUnicode(false);
            code.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId);
        });
        MapStaff(model);
        MapOverviews(model);
        // The tables ASP.NET Core Identity's own store works with.
        model.Entity<IdentityUserClaim<Guid>>().ToTable("account_claims");
        model.Entity<IdentityUserLogin<Guid>>(login =>
        {
            login.ToTable("account_logins");
            login.HasKey(l => new { l.LoginProvider, l.ProviderKey });
            login.Property(l => l.LoginProvider).HasMaxLength(128);
            login.Property(l => l.ProviderKey).HasMaxLength(128);
        });
        model.Entity<IdentityUserToken<Guid>>(token =>
        {
            token.ToTable("account_tokens");
            token.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
            token.Property(t => t.LoginProvider).HasMaxLength(128);
            token.Property(t => t.Name).HasMaxLength(128);
        });
        model.Entity<Session>(session =>
        {
            session.ToTable("sessions");
            session.Property(s => s.Address).HasMaxLength(64);
            session.Property(s => s.Device).HasMaxLength(300);
            session.HasOne(s => s.Account).WithMany().HasForeignKey(s => s.AccountId);
            session.HasIndex(s => new { s.AccountId, s.EndedAt });
        });
        model.Entity<MachineKey>(key =>
        {
            key.ToTable("machine_keys");
            key.Property(k => k.Name).HasMaxLength(100);
            key.Property(k => k.Hash).HasMaxLength(64).IsUnicode(false);
            key.Property(k => k.Beginning).HasMaxLength(20);
            Words(key.Property(k => k.Permissions)).HasMaxLength(400);
            key.Property(k => k.CreatedBy).HasMaxLength(200);
            key.Property(k => k.WithdrawnBy).HasMaxLength(200);
            key.Property(k => k.LastUsedFrom).HasMaxLength(64);
            key.Property(k => k.Version).IsConcurrencyToken();
            key.HasOne(k => k.Organisation).WithMany().HasForeignKey(k => k.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            key.HasIndex(k => k.Hash).IsUnique();
        });
        model.Entity<PolicyChange>(change =>
        {
            change.ToTable("policy_changes");
            change.Property(c => c.RegionPath).HasMaxLength(40).UseCollation(binary);
            change.Property(c => c.Key).HasMaxLength(40).IsUnicode(false);
            change.Property(c => c.Source).HasMaxLength(200);
            change.Property(c => c.Reason).HasMaxLength(500);
            change.Property(c => c.ChangedBy).HasMaxLength(200);
            change.Property(c => c.WithdrawnBy).HasMaxLength(200);
            change.Property(c => c.WithdrawnAt).IsConcurrencyToken();
            change.HasIndex(c => new { c.RegionPath, c.Key, c.Number }).IsUnique();
        });
        model.Entity<Notice>(notice =>
        {
            notice.ToTable("notices");
            notice.Property(n => n.Kind).HasMaxLength(100).IsUnicode(false);
            notice.Property(n => n.Link).HasMaxLength(Notice.LongestLink);
            notice.HasOne<Account>().WithMany().HasForeignKey(n => n.AccountId);
            notice.HasIndex(n => new { n.EventId, n.AccountId }).IsUnique();
            notice.HasIndex(n => new { n.AccountId, n.RaisedAt });
            notice.HasIndex(n => n.AccountId, "ix_notices_unread").HasFilter(Database.IsSqlServer() ? "[ReadAt] IS NULL" : "\"ReadAt\" IS NULL");
        });
        model.Entity<Mail>(mail =>
        {
            mail.ToTable("mails");
            mail.Property(m => m.Kind).HasMaxLength(100).IsUnicode(false);
            mail.Property(m => m.Address).HasMaxLength(200);
            mail.Property(m => m.Name).HasMaxLength(100);
            mail.Property(m => m.Subject).HasMaxLength(MailText.LongestSubject);
            mail.Property(m => m.State).HasConversion<string>().HasMaxLength(20);
            mail.Property(m => m.Error).HasMaxLength(500);
            mail.HasOne(m => m.Organisation).WithMany().HasForeignKey(m => m.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            mail.HasIndex(m => new { m.State, m.NextAttemptAt });
            mail.HasIndex(m => m.CreatedAt);
        });
        model.Entity<SavedFilter>(filter =>
        {
            filter.ToTable("saved_filters");
            filter.Property(f => f.List).HasMaxLength(40);
            filter.Property(f => f.Name).HasMaxLength(60).UseCollation(binary);
            filter.Property(f => f.Query).HasMaxLength(2000);
            filter.HasOne(f => f.Account).WithMany().HasForeignKey(f => f.AccountId);
            filter.HasIndex(f => new { f.AccountId, f.List, f.Name }).IsUnique();
        });
        model.Entity<ProtectionKey>(key =>
        {
            key.ToTable("protection_keys");
            key.HasKey(k => k.Name);
            key.Property(k => k.Name).HasMaxLength(100);
        });
    }

    // Roles and permissions are words without commas; a handful of them is kept as one text.
    static PropertyBuilder<List<string>> Words(PropertyBuilder<List<string>> property) => property.HasConversion(
        words => string.Join(',', words),
        text => text.Split(',', StringSplitOptions.RemoveEmptyEntries).ToList(),
        new ValueComparer<List<string>>(
            (left, right) => left!.SequenceEqual(right!, StringComparer.Ordinal),
            words => string.Join(',', words).GetHashCode(StringComparison.Ordinal),
            words => words.ToList()));
}

internal sealed class UnitsPostgreSqlDb(DbContextOptions<UnitsPostgreSqlDb> options) : UnitsDb(options);

internal sealed class UnitsSqlServerDb(DbContextOptions<UnitsSqlServerDb> options) : UnitsDb(options);
