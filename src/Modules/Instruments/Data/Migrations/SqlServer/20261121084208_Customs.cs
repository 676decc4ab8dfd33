using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Modular.Instruments.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Customs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "customs_notices",
                schema: "instruments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstrumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Matter = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Number = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    Place = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Note = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    EnteredBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    EnteredAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    StruckAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    StruckBecause = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customs_notices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_customs_notices_instruments_InstrumentId",
                        column: x => x.InstrumentId,
                        principalSchema: "instruments",
                        principalTable: "instruments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_instruments_CustomsReleasedOn",
                schema: "instruments",
                table: "instruments",
                column: "CustomsReleasedOn",
                filter: "[CustomsSupervised] = 1");

            migrationBuilder.CreateIndex(
                name: "IX_customs_notices_InstrumentId_IssuedOn",
                schema: "instruments",
                table: "customs_notices",
                columns: new[] { "InstrumentId", "IssuedOn" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "customs_notices",
                schema: "instruments");

            migrationBuilder.DropIndex(
                name: "IX_instruments_CustomsReleasedOn",
                schema: "instruments",
                table: "instruments");
        }
    }
}
