using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Modular.Census.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class AuditMark : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Note",
                schema: "census",
                table: "leases",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Mark",
                schema: "census",
                table: "audit",
                type: "character varying(64)",
                unicode: false,
                maxLength: 64,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Note",
                schema: "census",
                table: "leases");

            migrationBuilder.DropColumn(
                name: "Mark",
                schema: "census",
                table: "audit");
        }
    }
}
