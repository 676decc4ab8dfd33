using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Modular.Instruments.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class UnpackedImportRows : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterTable(
                name: "import_rows",
                schema: "instruments")
                .Annotation("Npgsql:StorageParameter:toast_tuple_target", 8160);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterTable(
                name: "import_rows",
                schema: "instruments")
                .OldAnnotation("Npgsql:StorageParameter:toast_tuple_target", 8160);
        }
    }
}
