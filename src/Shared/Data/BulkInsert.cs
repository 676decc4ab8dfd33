using System.Data;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Modular.Shared;

/// <summary>Writes many new rows of one table through the database's own bulk path, within the context's current transaction.</summary>
public static class BulkInsert
{
    const int RowsAhead = 250;

    /// <summary>Identity columns are left to the database; everything else is taken from the entities as EF Core would write it.</summary>
    /// <returns>How many rows were written.</returns>
    public static async Task<long> BulkInsertAsync<T>(this ModuleDbContext db, IEnumerable<T> rows, CancellationToken ct)
        where T : class
    {
        if (rows is IEnumerable<AuditEntry> lines) db.Mark(lines);
        var columns = ColumnsOf<T>(db);
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            return db.Database.GetDbConnection() is NpgsqlConnection postgres
                ? await Copy(db, postgres, columns, rows, ct)
                : await BulkCopy(db, (SqlConnection)db.Database.GetDbConnection(), columns, rows, ct);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
            db.NoteWrite();
        }
    }

    static async Task<long> Copy<T>(DbContext db, NpgsqlConnection connection, Column<T>[] columns, IEnumerable<T> rows, CancellationToken ct)
    {
        var list = string.Join(", ", columns.Select(c => db.GetService<ISqlGenerationHelper>().DelimitIdentifier(c.Name)));
        await using var import = await connection.BeginBinaryImportAsync($"COPY {TableOf<T>(db)} ({list}) FROM STDIN (FORMAT BINARY)", ct);
        var count = 0L;
        using var chunks = rows.Chunk(RowsAhead).GetEnumerator();
        object?[][]? Next() => chunks.MoveNext() ? [.. chunks.Current.Select(row => Array.ConvertAll(columns, column => column.Read(row)))] : null;
        var next = Task.Run(Next, ct);
        while (await next is { } values)
        {
            // What the database shall be told next is worked out while it takes in what it is being told.
            next = Task.Run(Next, ct);
            foreach (var row in values)
            {
                await import.StartRowAsync(ct);
                for (var i = 0; i < columns.Length; i++)
                {
                    if (row[i] is { } value) await import.WriteAsync(value, columns[i].StoreType, ct);
                    else await import.WriteNullAsync(ct);
                }
            }

            count += values.Length;
        }

        await import.CompleteAsync(ct);
        return count;
    }

    static async Task<long> BulkCopy<T>(DbContext db, SqlConnection connection, Column<T>[] columns, IEnumerable<T> rows, CancellationToken ct)
    {
        var transaction = (SqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
        using var copy = new SqlBulkCopy(connection, SqlBulkCopyOptions.CheckConstraints | SqlBulkCopyOptions.FireTriggers, transaction)
        {
            DestinationTableName = TableOf<T>(db),
            EnableStreaming = true,
            BulkCopyTimeout = 0,
        };
        foreach (var column in columns) copy.ColumnMappings.Add(column.Name, column.Name);
        var count = 0L;
        foreach (var chunk in rows.Chunk(10_000))
        {
            using var table = new DataTable();
            foreach (var column in columns) table.Columns.Add(column.Name, column.ClrType);
            foreach (var row in chunk) table.Rows.Add([.. columns.Select(column => column.Read(row) ?? DBNull.Value)]);
            await copy.WriteToServerAsync(table, ct);
            count += chunk.Length;
        }

        return count;
    }

    static string TableOf<T>(DbContext db)
    {
        var entity = db.Model.FindEntityType(typeof(T))!;
        return db.GetService<ISqlGenerationHelper>().DelimitIdentifier(entity.GetTableName()!, entity.GetSchema());
    }

    static Column<T>[] ColumnsOf<T>(DbContext db)
    {
        var entity = db.Model.FindEntityType(typeof(T))!;
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
        return [.. entity.GetProperties()
            .Where(property => property.GetColumnName(table) is not null && !(property.ValueGenerated == ValueGenerated.OnAdd && property.ClrType == typeof(long)))
            .Where(property => property.PropertyInfo is not null)
            .Select(property => Column<T>.Of(property, table))];
    }

    sealed record Column<T>(string Name, Type ClrType, string StoreType, Func<T, object?> Read)
    {
        public static Column<T> Of(IProperty property, StoreObjectIdentifier table)
        {
            var converter = property.GetTypeMapping().Converter;
            var getter = property.GetGetter();
            var provider = converter?.ProviderClrType ?? property.ClrType;
            var column = provider.IsEnum ? Enum.GetUnderlyingType(provider) : Nullable.GetUnderlyingType(provider) ?? provider;
            return new Column<T>(property.GetColumnName(table)!, column, StoreTypeOf(property), row =>
            {
                var value = getter.GetClrValue(row!);
                if (value is null) return null;
                value = converter is null ? value : converter.ConvertToProvider(value);
                return value is Enum ? Convert.ChangeType(value, column) : value;
            });
        }

        // COPY wants the type without its length: "character varying(100)" is "character varying".
        static string StoreTypeOf(IProperty property)
        {
            var type = property.GetRelationalTypeMapping().StoreType;
            var open = type.IndexOf('(', StringComparison.Ordinal);
            return open < 0 ? type : type[..open].TrimEnd();
        }
    }
}
