using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Modular.Units.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class UnsealedLines : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_audit_unsealed",
                schema: "units",
                table: "audit",
                column: "Sequence",
                filter: "\"SealedAs\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_audit_unsealed",
                schema: "units",
                table: "audit");
        }
    }
}
