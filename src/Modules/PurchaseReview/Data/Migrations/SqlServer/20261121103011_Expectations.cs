using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Modular.PurchaseReview.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Expectations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "expectations",
                schema: "purchase-review",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    WishId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Piece = table.Column<int>(type: "int", nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    NameZh = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Model = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    PromisedHours = table.Column<decimal>(type: "decimal(7,1)", precision: 7, scale: 1, nullable: true),
                    PromisedExternalHours = table.Column<decimal>(type: "decimal(7,1)", precision: 7, scale: 1, nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    InstrumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    MetOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_expectations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_expectations_cases_CaseId",
                        column: x => x.CaseId,
                        principalSchema: "purchase-review",
                        principalTable: "cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_expectations_CaseId",
                schema: "purchase-review",
                table: "expectations",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_expectations_DueOn",
                schema: "purchase-review",
                table: "expectations",
                column: "DueOn");

            migrationBuilder.CreateIndex(
                name: "IX_expectations_UnitId_MetOn",
                schema: "purchase-review",
                table: "expectations",
                columns: new[] { "UnitId", "MetOn" });

            migrationBuilder.CreateIndex(
                name: "IX_expectations_WishId_Piece",
                schema: "purchase-review",
                table: "expectations",
                columns: new[] { "WishId", "Piece" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "expectations",
                schema: "purchase-review");
        }
    }
}
