using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Modular.Instruments.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Upkeep : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "ExpectedBackOn",
                schema: "instruments",
                table: "revisions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "StatusSince",
                schema: "instruments",
                table: "revisions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ExpectedBackOn",
                schema: "instruments",
                table: "instruments",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "StatusSince",
                schema: "instruments",
                table: "instruments",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "custodians",
                schema: "instruments",
                columns: table => new
                {
                    InstrumentId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_custodians", x => new { x.InstrumentId, x.AccountId });
                    table.ForeignKey(
                        name: "FK_custodians_instruments_InstrumentId",
                        column: x => x.InstrumentId,
                        principalSchema: "instruments",
                        principalTable: "instruments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "repairs",
                schema: "instruments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    InstrumentId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    Fault = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Work = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    DoneBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    CostFen = table.Column<long>(type: "bigint", nullable: true),
                    AttachmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    EnteredBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    EnteredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    StruckAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    StruckBecause = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_repairs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_repairs_instruments_InstrumentId",
                        column: x => x.InstrumentId,
                        principalSchema: "instruments",
                        principalTable: "instruments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_custodians_AccountId",
                schema: "instruments",
                table: "custodians",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_repairs_From_Id",
                schema: "instruments",
                table: "repairs",
                columns: new[] { "From", "Id" },
                descending: new bool[0]);

            migrationBuilder.CreateIndex(
                name: "IX_repairs_InstrumentId_From",
                schema: "instruments",
                table: "repairs",
                columns: new[] { "InstrumentId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_repairs_ongoing",
                schema: "instruments",
                table: "repairs",
                column: "InstrumentId",
                unique: true,
                filter: "\"Until\" IS NULL AND \"StruckAt\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "custodians",
                schema: "instruments");

            migrationBuilder.DropTable(
                name: "repairs",
                schema: "instruments");

            migrationBuilder.DropColumn(
                name: "ExpectedBackOn",
                schema: "instruments",
                table: "revisions");

            migrationBuilder.DropColumn(
                name: "StatusSince",
                schema: "instruments",
                table: "revisions");

            migrationBuilder.DropColumn(
                name: "ExpectedBackOn",
                schema: "instruments",
                table: "instruments");

            migrationBuilder.DropColumn(
                name: "StatusSince",
                schema: "instruments",
                table: "instruments");
        }
    }
}
