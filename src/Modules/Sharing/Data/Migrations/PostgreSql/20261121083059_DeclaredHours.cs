using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Modular.Sharing.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class DeclaredHours : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "At",
                schema: "sharing",
                table: "usage_declarations",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<string>(
                name: "By",
                schema: "sharing",
                table: "usage_declarations",
                type: "character varying(320)",
                maxLength: 320,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Version",
                schema: "sharing",
                table: "usage_declarations",
                type: "integer",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "At",
                schema: "sharing",
                table: "usage_declarations");

            migrationBuilder.DropColumn(
                name: "By",
                schema: "sharing",
                table: "usage_declarations");

            migrationBuilder.DropColumn(
                name: "Version",
                schema: "sharing",
                table: "usage_declarations");
        }
    }
}
