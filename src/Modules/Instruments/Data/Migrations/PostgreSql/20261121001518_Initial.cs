using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Modular.Instruments.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "instruments");

            migrationBuilder.CreateTable(
                name: "audit",
                schema: "instruments",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Action = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Subject = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerPath = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Before = table.Column<string>(type: "text", nullable: true),
                    After = table.Column<string>(type: "text", nullable: true),
                    Why = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    SealedAs = table.Column<long>(type: "bigint", nullable: true),
                    Seal = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "idempotent_commands",
                schema: "instruments",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    RequestHash = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    Status = table.Column<int>(type: "integer", nullable: false),
                    Body = table.Column<string>(type: "text", nullable: true),
                    Location = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_idempotent_commands", x => new { x.AccountId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "instruments",
                schema: "instruments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitPath = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    UnitName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    LifeCycle = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SubmittedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ListedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RetiredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReturnReasonCode = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    ReturnReason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    Remarks = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    AssetNumber = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    NameZh = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    NameEn = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Model = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Manufacturer = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    OriginCountry = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    ClassCode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true, collation: "C"),
                    Acquisition = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    Generality = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    OriginalValueFen = table.Column<long>(type: "bigint", nullable: true),
                    BookedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    InUseSince = table.Column<DateOnly>(type: "date", nullable: true),
                    AcceptedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Department = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    TechnicalSpecifications = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Functions = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Disciplines = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    FundingSources = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ServicesOffered = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Achievements = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    UserNotes = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    FeeStandard = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    BookingUrl = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true),
                    RegionCode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true, collation: "C"),
                    Street = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    CarrierType = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    CarrierNumber = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    CarrierName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    ContactName = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    ContactPhone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    ContactEmail = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    ContactAddress = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Postcode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true),
                    OperatingStatus = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    SharingMode = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    CustomsSupervised = table.Column<bool>(type: "boolean", nullable: true),
                    CustomsDeclarationNumber = table.Column<string>(type: "character varying(18)", maxLength: 18, nullable: true),
                    CustomsItemNumber = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    CustomsReleasedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CustomsName = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    HoursYear = table.Column<int>(type: "integer", nullable: true),
                    AnnualHours = table.Column<decimal>(type: "numeric(7,1)", precision: 7, scale: 1, nullable: true),
                    ExternalHours = table.Column<decimal>(type: "numeric(7,1)", precision: 7, scale: 1, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_instruments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "jobs",
                schema: "instruments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Input = table.Column<string>(type: "text", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountName = table.Column<string>(type: "text", nullable: false),
                    OwnerPath = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    State = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Done = table.Column<int>(type: "integer", nullable: false),
                    Total = table.Column<int>(type: "integer", nullable: false),
                    Result = table.Column<string>(type: "text", nullable: true),
                    Error = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    CancelRequested = table.Column<bool>(type: "boolean", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    FinishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Runner = table.Column<Guid>(type: "uuid", nullable: true),
                    LeaseUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_jobs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "leases",
                schema: "instruments",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Holder = table.Column<Guid>(type: "uuid", nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_leases", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                schema: "instruments",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Aggregate = table.Column<Guid>(type: "uuid", nullable: false),
                    Type = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Payload = table.Column<string>(type: "text", nullable: false),
                    OccurredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    NextAttemptAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DeliveredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DeadAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Error = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "revisions",
                schema: "instruments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    InstrumentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    OrganisationName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Action = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    Changes = table.Column<string>(type: "text", nullable: false),
                    Remarks = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_revisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_revisions_instruments_InstrumentId",
                        column: x => x.InstrumentId,
                        principalSchema: "instruments",
                        principalTable: "instruments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_audit_OwnerPath_Sequence",
                schema: "instruments",
                table: "audit",
                columns: new[] { "OwnerPath", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_SealedAs",
                schema: "instruments",
                table: "audit",
                column: "SealedAs",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_audit_Subject_Sequence",
                schema: "instruments",
                table: "audit",
                columns: new[] { "Subject", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_instruments_ClassCode",
                schema: "instruments",
                table: "instruments",
                column: "ClassCode");

            migrationBuilder.CreateIndex(
                name: "IX_instruments_LifeCycle_SubmittedAt",
                schema: "instruments",
                table: "instruments",
                columns: new[] { "LifeCycle", "SubmittedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_instruments_OriginalValueFen_Id",
                schema: "instruments",
                table: "instruments",
                columns: new[] { "OriginalValueFen", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_instruments_UnitId_AssetNumber",
                schema: "instruments",
                table: "instruments",
                columns: new[] { "UnitId", "AssetNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_instruments_UnitPath_LifeCycle",
                schema: "instruments",
                table: "instruments",
                columns: new[] { "UnitPath", "LifeCycle" });

            migrationBuilder.CreateIndex(
                name: "IX_instruments_UpdatedAt_Id",
                schema: "instruments",
                table: "instruments",
                columns: new[] { "UpdatedAt", "Id" },
                descending: new[] { true, false });

            migrationBuilder.CreateIndex(
                name: "IX_jobs_AccountId_CreatedAt",
                schema: "instruments",
                table: "jobs",
                columns: new[] { "AccountId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_jobs_State_CreatedAt",
                schema: "instruments",
                table: "jobs",
                columns: new[] { "State", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_pending",
                schema: "instruments",
                table: "outbox",
                column: "Sequence",
                filter: "\"DeliveredAt\" IS NULL AND \"DeadAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_revisions_InstrumentId_Version",
                schema: "instruments",
                table: "revisions",
                columns: new[] { "InstrumentId", "Version" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit",
                schema: "instruments");

            migrationBuilder.DropTable(
                name: "idempotent_commands",
                schema: "instruments");

            migrationBuilder.DropTable(
                name: "jobs",
                schema: "instruments");

            migrationBuilder.DropTable(
                name: "leases",
                schema: "instruments");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "instruments");

            migrationBuilder.DropTable(
                name: "revisions",
                schema: "instruments");

            migrationBuilder.DropTable(
                name: "instruments",
                schema: "instruments");
        }
    }
}
