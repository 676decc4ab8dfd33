using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Modular.Units.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class UnitOverviews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "unit_overview_revisions",
                schema: "units",
                columns: table => new
                {
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    RoomArea = table.Column<decimal>(type: "decimal(12,2)", precision: 12, scale: 2, nullable: false),
                    Technicians = table.Column<int>(type: "int", nullable: false),
                    Offered = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    By = table.Column<string>(type: "nvarchar(320)", maxLength: 320, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unit_overview_revisions", x => new { x.UnitId, x.Year, x.Version });
                });

            migrationBuilder.CreateTable(
                name: "unit_overviews",
                schema: "units",
                columns: table => new
                {
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    RoomArea = table.Column<decimal>(type: "decimal(12,2)", precision: 12, scale: 2, nullable: false),
                    Technicians = table.Column<int>(type: "int", nullable: false),
                    Offered = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    By = table.Column<string>(type: "nvarchar(320)", maxLength: 320, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unit_overviews", x => new { x.UnitId, x.Year });
                    table.ForeignKey(
                        name: "FK_unit_overviews_managing_units_UnitId",
                        column: x => x.UnitId,
                        principalSchema: "units",
                        principalTable: "managing_units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "unit_overview_revisions",
                schema: "units");

            migrationBuilder.DropTable(
                name: "unit_overviews",
                schema: "units");
        }
    }
}
