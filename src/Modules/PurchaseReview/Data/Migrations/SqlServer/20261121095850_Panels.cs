using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Modular.PurchaseReview.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Panels : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "GrantedPriceFen",
                schema: "purchase-review",
                table: "wishes",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "GrantedQuantity",
                schema: "purchase-review",
                table: "wishes",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "DecidedOn",
                schema: "purchase-review",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DecisionNumber",
                schema: "purchase-review",
                table: "cases",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DecisionReason",
                schema: "purchase-review",
                table: "cases",
                type: "nvarchar(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Outcome",
                schema: "purchase-review",
                table: "cases",
                type: "nvarchar(10)",
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Rank",
                schema: "purchase-review",
                table: "cases",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RoundId",
                schema: "purchase-review",
                table: "cases",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ballots",
                schema: "purchase-review",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Seat = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    DeclaredAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Conflict = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    ConflictReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    RecusedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Opinion = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Recommendation = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true),
                    OpinionAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Vote = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true),
                    VoteComment = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    VotedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ballots", x => new { x.CaseId, x.AccountId });
                    table.ForeignKey(
                        name: "FK_ballots_cases_CaseId",
                        column: x => x.CaseId,
                        principalSchema: "purchase-review",
                        principalTable: "cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "experts",
                schema: "purchase-review",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Seat = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Fields = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Projects = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_experts", x => x.AccountId);
                });

            migrationBuilder.CreateTable(
                name: "rounds",
                schema: "purchase-review",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RegionPath = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Annual = table.Column<bool>(type: "bit", nullable: false),
                    BudgetFen = table.Column<long>(type: "bigint", nullable: true),
                    ApplyUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    MeetingOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Minutes = table.Column<string>(type: "nvarchar(max)", maxLength: 20000, nullable: true),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Quorum = table.Column<int>(type: "int", nullable: false),
                    MajorityPercent = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rounds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "round_members",
                schema: "purchase-review",
                columns: table => new
                {
                    RoundId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    OrganisationName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Seat = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_round_members", x => new { x.RoundId, x.AccountId });
                    table.ForeignKey(
                        name: "FK_round_members_rounds_RoundId",
                        column: x => x.RoundId,
                        principalSchema: "purchase-review",
                        principalTable: "rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_cases_RoundId",
                schema: "purchase-review",
                table: "cases",
                column: "RoundId");

            migrationBuilder.CreateIndex(
                name: "IX_ballots_AccountId",
                schema: "purchase-review",
                table: "ballots",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_round_members_AccountId",
                schema: "purchase-review",
                table: "round_members",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_rounds_RegionPath",
                schema: "purchase-review",
                table: "rounds",
                column: "RegionPath");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ballots",
                schema: "purchase-review");

            migrationBuilder.DropTable(
                name: "experts",
                schema: "purchase-review");

            migrationBuilder.DropTable(
                name: "round_members",
                schema: "purchase-review");

            migrationBuilder.DropTable(
                name: "rounds",
                schema: "purchase-review");

            migrationBuilder.DropIndex(
                name: "IX_cases_RoundId",
                schema: "purchase-review",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "GrantedPriceFen",
                schema: "purchase-review",
                table: "wishes");

            migrationBuilder.DropColumn(
                name: "GrantedQuantity",
                schema: "purchase-review",
                table: "wishes");

            migrationBuilder.DropColumn(
                name: "DecidedOn",
                schema: "purchase-review",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "DecisionNumber",
                schema: "purchase-review",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "DecisionReason",
                schema: "purchase-review",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "Outcome",
                schema: "purchase-review",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "Rank",
                schema: "purchase-review",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "RoundId",
                schema: "purchase-review",
                table: "cases");
        }
    }
}
