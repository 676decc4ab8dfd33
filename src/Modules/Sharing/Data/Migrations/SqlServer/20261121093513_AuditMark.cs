using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Modular.Sharing.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class AuditMark : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Note",
                schema: "sharing",
                table: "leases",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Mark",
                schema: "sharing",
                table: "audit",
                type: "varchar(64)",
                unicode: false,
                maxLength: 64,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Note",
                schema: "sharing",
                table: "leases");

            migrationBuilder.DropColumn(
                name: "Mark",
                schema: "sharing",
                table: "audit");
        }
    }
}
