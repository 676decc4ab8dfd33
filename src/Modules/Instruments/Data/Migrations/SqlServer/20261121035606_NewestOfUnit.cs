using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Modular.Instruments.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class NewestOfUnit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_instruments_UpdatedAt_Id",
                schema: "instruments",
                table: "instruments");

            migrationBuilder.CreateIndex(
                name: "IX_instruments_UnitPath_UpdatedAt_Id",
                schema: "instruments",
                table: "instruments",
                columns: new[] { "UnitPath", "UpdatedAt", "Id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "IX_instruments_UpdatedAt_Id",
                schema: "instruments",
                table: "instruments",
                columns: new[] { "UpdatedAt", "Id" },
                descending: new bool[0]);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_instruments_UnitPath_UpdatedAt_Id",
                schema: "instruments",
                table: "instruments");

            migrationBuilder.DropIndex(
                name: "IX_instruments_UpdatedAt_Id",
                schema: "instruments",
                table: "instruments");

            migrationBuilder.CreateIndex(
                name: "IX_instruments_UpdatedAt_Id",
                schema: "instruments",
                table: "instruments",
                columns: new[] { "UpdatedAt", "Id" },
                descending: new[] { true, false });
        }
    }
}
