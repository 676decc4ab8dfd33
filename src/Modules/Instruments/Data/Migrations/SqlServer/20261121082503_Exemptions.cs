using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Modular.Instruments.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Exemptions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "duty_reminders",
                schema: "instruments",
                columns: table => new
                {
                    InstrumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    AcceptedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_duty_reminders", x => new { x.InstrumentId, x.Kind, x.AcceptedOn });
                    table.ForeignKey(
                        name: "FK_duty_reminders_instruments_InstrumentId",
                        column: x => x.InstrumentId,
                        principalSchema: "instruments",
                        principalTable: "instruments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "exemptions",
                schema: "instruments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UnitPath = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    UnitName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Explanation = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    UnitReference = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    Count = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    FilingNumber = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    SubmittedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    FiledOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_exemptions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "exemption_items",
                schema: "instruments",
                columns: table => new
                {
                    ExemptionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstrumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Live = table.Column<bool>(type: "bit", nullable: false),
                    AssetNumber = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    NameZh = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Model = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    OriginalValueFen = table.Column<long>(type: "bigint", nullable: true),
                    AcceptedOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_exemption_items", x => new { x.ExemptionId, x.InstrumentId });
                    table.ForeignKey(
                        name: "FK_exemption_items_exemptions_ExemptionId",
                        column: x => x.ExemptionId,
                        principalSchema: "instruments",
                        principalTable: "exemptions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "exemption_steps",
                schema: "instruments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ExemptionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    OrganisationName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Action = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_exemption_steps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_exemption_steps_exemptions_ExemptionId",
                        column: x => x.ExemptionId,
                        principalSchema: "instruments",
                        principalTable: "exemptions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_exemption_items_InstrumentId",
                schema: "instruments",
                table: "exemption_items",
                column: "InstrumentId",
                unique: true,
                filter: "[Live] = 1");

            migrationBuilder.CreateIndex(
                name: "IX_exemption_steps_ExemptionId_Version",
                schema: "instruments",
                table: "exemption_steps",
                columns: new[] { "ExemptionId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_exemptions_UnitPath_State",
                schema: "instruments",
                table: "exemptions",
                columns: new[] { "UnitPath", "State" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "duty_reminders",
                schema: "instruments");

            migrationBuilder.DropTable(
                name: "exemption_items",
                schema: "instruments");

            migrationBuilder.DropTable(
                name: "exemption_steps",
                schema: "instruments");

            migrationBuilder.DropTable(
                name: "exemptions",
                schema: "instruments");
        }
    }
}
