using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Modular.Instruments.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Carriers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "carriers",
                schema: "instruments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
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
                    Number = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    NameZh = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    NameEn = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    ShortName = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    Category = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    Construction = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    Level = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    ConstructionCostFen = table.Column<long>(type: "bigint", nullable: true),
                    AcceptedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EstablishedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CompetentDepartment = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    SupportingUnit = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    ApprovingDepartment = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Accredited = table.Column<bool>(type: "boolean", nullable: true),
                    RoomArea = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: true),
                    Disciplines = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Introduction = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ScientificFocus = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Functions = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    ServicesOffered = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    UserNotes = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    FeeStandard = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    DomesticUsers = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ForeignUsers = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Achievements = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Website = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Video = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true),
                    RegionCode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true, collation: "C"),
                    Street = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    ContactName = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    ContactPhone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    ContactEmail = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    ContactPosition = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    ContactOrganisation = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    ContactAddress = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Postcode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true),
                    ScientistName = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    ScientistPhone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    ScientistEmail = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    ScientistPosition = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    ScientistOrganisation = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    OperatorName = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    OperatorPhone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    OperatorEmail = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    OperatorPosition = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    OperatorOrganisation = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    LayoutImage = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true),
                    KeyPartImage = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true),
                    ExperimentImage = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true),
                    OrganisationRules = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true),
                    OpeningRules = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true),
                    ApplicationRules = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true),
                    ResearchFiles = table.Column<string>(type: "character varying(760)", maxLength: 760, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_carriers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "carrier_revisions",
                schema: "instruments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CarrierId = table.Column<Guid>(type: "uuid", nullable: false),
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
                    table.PrimaryKey("PK_carrier_revisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_carrier_revisions_carriers_CarrierId",
                        column: x => x.CarrierId,
                        principalSchema: "instruments",
                        principalTable: "carriers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_instruments_UnitId_CarrierNumber",
                schema: "instruments",
                table: "instruments",
                columns: new[] { "UnitId", "CarrierNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_carrier_revisions_CarrierId_Version",
                schema: "instruments",
                table: "carrier_revisions",
                columns: new[] { "CarrierId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_carriers_UnitId_Kind_Number",
                schema: "instruments",
                table: "carriers",
                columns: new[] { "UnitId", "Kind", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_carriers_UnitPath_LifeCycle",
                schema: "instruments",
                table: "carriers",
                columns: new[] { "UnitPath", "LifeCycle" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "carrier_revisions",
                schema: "instruments");

            migrationBuilder.DropTable(
                name: "carriers",
                schema: "instruments");

            migrationBuilder.DropIndex(
                name: "IX_instruments_UnitId_CarrierNumber",
                schema: "instruments",
                table: "instruments");
        }
    }
}
