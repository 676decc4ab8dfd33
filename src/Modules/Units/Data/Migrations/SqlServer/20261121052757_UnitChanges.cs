using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Modular.Units.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class UnitChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "ClosedOn",
                schema: "units",
                table: "managing_units",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "MergedIntoId",
                schema: "units",
                table: "managing_units",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "unit_events",
                schema: "units",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    By = table.Column<string>(type: "nvarchar(320)", maxLength: 320, nullable: false),
                    DecidedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Before = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    After = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    OtherUnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    FormerPath = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unit_events", x => x.Id);
                    table.ForeignKey(
                        name: "FK_unit_events_managing_units_UnitId",
                        column: x => x.UnitId,
                        principalSchema: "units",
                        principalTable: "managing_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_managing_units_MergedIntoId",
                schema: "units",
                table: "managing_units",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_unit_events_FormerPath",
                schema: "units",
                table: "unit_events",
                column: "FormerPath");

            migrationBuilder.CreateIndex(
                name: "IX_unit_events_UnitId",
                schema: "units",
                table: "unit_events",
                column: "UnitId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "unit_events",
                schema: "units");

            migrationBuilder.DropIndex(
                name: "IX_managing_units_MergedIntoId",
                schema: "units",
                table: "managing_units");

            migrationBuilder.DropColumn(
                name: "ClosedOn",
                schema: "units",
                table: "managing_units");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                schema: "units",
                table: "managing_units");
        }
    }
}
