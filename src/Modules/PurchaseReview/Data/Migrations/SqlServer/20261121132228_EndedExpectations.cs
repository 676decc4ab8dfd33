using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Modular.PurchaseReview.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class EndedExpectations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "EndReason",
                schema: "purchase-review",
                table: "expectations",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "EndedBy",
                schema: "purchase-review",
                table: "expectations",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "EndedOn",
                schema: "purchase-review",
                table: "expectations",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                schema: "purchase-review",
                table: "expectations",
                type: "int",
                nullable: false,
                defaultValue: 1);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "EndReason",
                schema: "purchase-review",
                table: "expectations");

            migrationBuilder.DropColumn(
                name: "EndedBy",
                schema: "purchase-review",
                table: "expectations");

            migrationBuilder.DropColumn(
                name: "EndedOn",
                schema: "purchase-review",
                table: "expectations");

            migrationBuilder.DropColumn(
                name: "Version",
                schema: "purchase-review",
                table: "expectations");
        }
    }
}
