using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Modular.Instruments.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Imports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "import_mappings",
                schema: "instruments",
                columns: table => new
                {
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Signature = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    Mapping = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_mappings", x => new { x.OrganisationId, x.Signature });
                });

            migrationBuilder.CreateTable(
                name: "imports",
                schema: "instruments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OwnerPath = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    OrganisationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AccountName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    FileHash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    SizeBytes = table.Column<long>(type: "bigint", nullable: false),
                    FileKind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Failure = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Sheets = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Signature = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    Mapping = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Remembered = table.Column<bool>(type: "bit", nullable: false),
                    UnitName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Counts = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    FaultGroups = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    JobId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Result = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    FinishedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_imports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "import_rows",
                schema: "instruments",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Outcome = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    UnitName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    AssetNumber = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true),
                    InstrumentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    InstrumentVersion = table.Column<int>(type: "int", nullable: true),
                    Cells = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Mended = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    LeftOut = table.Column<bool>(type: "bit", nullable: false),
                    Record = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Changes = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Faults = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    FaultCodes = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_rows", x => new { x.ImportId, x.Number });
                    table.ForeignKey(
                        name: "FK_import_rows_imports_ImportId",
                        column: x => x.ImportId,
                        principalSchema: "instruments",
                        principalTable: "imports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_import_rows_ImportId_AssetNumber",
                schema: "instruments",
                table: "import_rows",
                columns: new[] { "ImportId", "AssetNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_import_rows_ImportId_Outcome_Number",
                schema: "instruments",
                table: "import_rows",
                columns: new[] { "ImportId", "Outcome", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_imports_OwnerPath_CreatedAt",
                schema: "instruments",
                table: "imports",
                columns: new[] { "OwnerPath", "CreatedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "import_mappings",
                schema: "instruments");

            migrationBuilder.DropTable(
                name: "import_rows",
                schema: "instruments");

            migrationBuilder.DropTable(
                name: "imports",
                schema: "instruments");
        }
    }
}
