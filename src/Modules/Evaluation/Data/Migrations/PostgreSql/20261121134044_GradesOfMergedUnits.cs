using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Modular.Evaluation.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class GradesOfMergedUnits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "SuccessorId",
                schema: "evaluation",
                table: "grades",
                type: "uuid",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "SuccessorId",
                schema: "evaluation",
                table: "grades");
        }
    }
}
