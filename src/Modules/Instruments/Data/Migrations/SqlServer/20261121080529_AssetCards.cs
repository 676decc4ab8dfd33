using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Modular.Instruments.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class AssetCards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "asset_cards",
                schema: "instruments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UnitPath = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CardNumber = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AssetNumber = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    InstrumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    LinkedBy = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true),
                    NameZh = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Model = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Supplier = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    ValueFen = table.Column<long>(type: "bigint", nullable: false),
                    BookedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Department = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Record = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    LastPackageId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LastSeenAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    GoneAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_asset_cards", x => x.Id);
                    table.ForeignKey(
                        name: "FK_asset_cards_instruments_InstrumentId",
                        column: x => x.InstrumentId,
                        principalSchema: "instruments",
                        principalTable: "instruments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "asset_packages",
                schema: "instruments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UnitPath = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    UnitName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    FileHash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    SizeBytes = table.Column<long>(type: "bigint", nullable: false),
                    SaidUnit = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    ThresholdFen = table.Column<long>(type: "bigint", nullable: false),
                    PolicyVersion = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    TakenAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    TakenBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Counts = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Faults = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Sheets = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    LeftOut = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_asset_packages", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "asset_findings",
                schema: "instruments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PackageId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UnitPath = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Fingerprint = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Model = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Cards = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    InstrumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SuggestedId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SuggestedBy = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    RegistryFen = table.Column<long>(type: "bigint", nullable: true),
                    PreviousFen = table.Column<long>(type: "bigint", nullable: true),
                    CardFen = table.Column<long>(type: "bigint", nullable: true),
                    Rank = table.Column<long>(type: "bigint", nullable: false),
                    Action = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    Note = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    SettledBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    SettledAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Undo = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_asset_findings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_asset_findings_asset_packages_PackageId",
                        column: x => x.PackageId,
                        principalSchema: "instruments",
                        principalTable: "asset_packages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_asset_cards_InstrumentId",
                schema: "instruments",
                table: "asset_cards",
                column: "InstrumentId");

            migrationBuilder.CreateIndex(
                name: "IX_asset_cards_UnitId_CardNumber",
                schema: "instruments",
                table: "asset_cards",
                columns: new[] { "UnitId", "CardNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_asset_cards_UnitPath_CardNumber",
                schema: "instruments",
                table: "asset_cards",
                columns: new[] { "UnitPath", "CardNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_asset_findings_PackageId_Kind_State",
                schema: "instruments",
                table: "asset_findings",
                columns: new[] { "PackageId", "Kind", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_asset_findings_UnitId_State",
                schema: "instruments",
                table: "asset_findings",
                columns: new[] { "UnitId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_asset_packages_UnitId_TakenAt",
                schema: "instruments",
                table: "asset_packages",
                columns: new[] { "UnitId", "TakenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_asset_packages_UnitPath_CreatedAt",
                schema: "instruments",
                table: "asset_packages",
                columns: new[] { "UnitPath", "CreatedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "asset_cards",
                schema: "instruments");

            migrationBuilder.DropTable(
                name: "asset_findings",
                schema: "instruments");

            migrationBuilder.DropTable(
                name: "asset_packages",
                schema: "instruments");
        }
    }
}
