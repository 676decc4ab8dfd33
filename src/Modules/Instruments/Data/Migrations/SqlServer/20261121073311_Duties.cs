using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Modular.Instruments.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Duties : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Openness",
                schema: "instruments",
                table: "instruments",
                type: "int",
                nullable: false,
                computedColumnSql: "CASE WHEN [LifeCycle] = 'Retired' OR ([FundingSources] <> '' AND [FundingSources] NOT LIKE '%Central%' AND [FundingSources] NOT LIKE '%Local%') THEN 0 WHEN [LifeCycle] = 'Listed' AND COALESCE([SharingMode], '') <> 'None' THEN 2 ELSE 1 END",
                stored: true);

            migrationBuilder.CreateIndex(
                name: "IX_instruments_Openness_AcceptedOn_Id",
                schema: "instruments",
                table: "instruments",
                columns: new[] { "Openness", "AcceptedOn", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_instruments_Openness_AcceptedOn_Id",
                schema: "instruments",
                table: "instruments");

            migrationBuilder.DropColumn(
                name: "Openness",
                schema: "instruments",
                table: "instruments");
        }
    }
}
