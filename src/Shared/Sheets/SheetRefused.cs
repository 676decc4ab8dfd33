namespace Modular.Shared.Sheets;

/// <summary>The file is not read any further: a stable code for the client's words, and a plain sentence for everybody else.</summary>
public sealed class SheetRefused(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    public string Code { get; } = code;

    internal static SheetRefused TooLarge(long bytes) =>
        new("sheet.too-large", $"The file is larger than {bytes >> 20} MiB.");

    internal static SheetRefused ExpandsTooMuch() =>
        new("sheet.expands-too-much", "The file expands to far more than a spreadsheet would; it is not read.");

    internal static SheetRefused TooManyRows(int rows) =>
        new("sheet.too-many-rows", $"A sheet has more than {rows} rows.");

    internal static SheetRefused TooManyColumns(int columns) =>
        new("sheet.too-many-columns", $"A sheet has more than {columns} columns.");

    internal static SheetRefused TooManySheets(int sheets) =>
        new("sheet.too-many-sheets", $"The workbook has more than {sheets} sheets.");

    internal static SheetRefused CellTooLong(int chars) =>
        new("sheet.cell-too-long", $"A cell holds more than {chars} characters.");

    internal static SheetRefused TooMuchText() =>
        new("sheet.too-much-text", "The workbook holds more text than can be read.");

    internal static SheetRefused Encrypted() =>
        new("sheet.encrypted", "The workbook is protected with a password. Save it without one and send it again.");

    internal static SheetRefused NotASpreadsheet() =>
        new("sheet.not-a-spreadsheet", "The file is neither a workbook (xlsx, xls) nor a list in text form (csv, tsv, txt).");

    internal static SheetRefused OtherFormat(string format) =>
        new("sheet.other-format", $"The file is {format}. Open it in a spreadsheet program, save it as xlsx and send it again.");

    internal static SheetRefused Damaged(Exception? inner = null) =>
        new("sheet.damaged", "The file is damaged and cannot be read to its end. Open it, save it again and send it again.", inner);

    internal static SheetRefused PackageOfTooManyFiles(int files) =>
        new("package.too-many-files", $"The package holds more than {files} files.");

    internal static SheetRefused PackageWithBadName() =>
        new("package.bad-name", "The package holds a file whose name points outside of it, or two of the same name; it is not read.");

    internal static SheetRefused PackageInPackage(string name) =>
        new("package.nested", $"The package holds another archive ({name}). Unpack it and pack the lists themselves.");

    internal static SheetRefused PackageWithoutLists() =>
        new("package.no-lists", "The package holds no workbook (xlsx, xls) and no list in text form (csv, tsv, txt).");

    internal static SheetRefused InPackage(string name, SheetRefused reason) =>
        new(reason.Code, $"{name}: {reason.Message}", reason);

    internal static SheetRefused Empty() =>
        new("sheet.empty", "The file is empty.");
}
