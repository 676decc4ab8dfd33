using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Modular.Instruments.Data.Migrations.PostgreSql
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
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Signature = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    Mapping = table.Column<string>(type: "text", nullable: false),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerPath = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    FileHash = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    FileName = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    SizeBytes = table.Column<long>(type: "bigint", nullable: false),
                    FileKind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    State = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Failure = table.Column<string>(type: "text", nullable: true),
                    Sheets = table.Column<string>(type: "text", nullable: false),
                    Signature = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    Mapping = table.Column<string>(type: "text", nullable: false),
                    Remembered = table.Column<bool>(type: "boolean", nullable: false),
                    UnitName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Counts = table.Column<string>(type: "text", nullable: false),
                    FaultGroups = table.Column<string>(type: "text", nullable: false),
                    JobId = table.Column<Guid>(type: "uuid", nullable: true),
                    Result = table.Column<string>(type: "text", nullable: true),
                    FinishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    UnitName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    AssetNumber = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    InstrumentId = table.Column<Guid>(type: "uuid", nullable: true),
                    InstrumentVersion = table.Column<int>(type: "integer", nullable: true),
                    Cells = table.Column<string>(type: "text", nullable: false),
                    Mended = table.Column<string>(type: "text", nullable: true),
                    LeftOut = table.Column<bool>(type: "boolean", nullable: false),
                    Record = table.Column<string>(type: "text", nullable: true),
                    Changes = table.Column<string>(type: "text", nullable: true),
                    Faults = table.Column<string>(type: "text", nullable: true),
                    FaultCodes = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
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
