using Microsoft.Extensions.DependencyInjection;
using Modular.Instruments;
using Modular.Shared;
using Modular.Shared.Sheets;

namespace Modular.Tests.Access;

// Lists of instruments on their way into the registry.
sealed partial class World
{
    async Task<Target> Import(Spot spot, string state, string? ownerPath = null)
    {
        var (unit, marker) = (_units[spot], NewMarker());
        await using var scope = App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InstrumentsDb>();
        using var content = new MemoryStream(Imports.Csv("资产编号,仪器名称", $",{marker}"));
        var stored = await scope.ServiceProvider.GetRequiredService<IFileStore>().Save(content, content.Length, CancellationToken.None);
        using var book = SheetReader.Open(content);
        var (mapping, signature) = ImportInspection.Guess(book);
        var import = new InstrumentImport
        {
            OwnerPath = ownerPath ?? unit.Path, OrganisationId = unit.Id, AccountId = default, AccountName = "Somebody", CreatedAt = App.Clock.GetUtcNow(), FileHash = stored.Hash, FileName = marker,
            SizeBytes = stored.Length, FileKind = book.Kind, Sheets = ImportInspection.SheetsOf(book, 10), Signature = signature, Mapping = mapping with { UnitId = unit.Id },
        };
        db.Imports.Add(import);
        await db.SaveChangesAsync();
        await scope.ServiceProvider.GetRequiredService<ImportCheck>().Run(import, fresh: true, progress: null, CancellationToken.None);
        import.State = Enum.Parse<ImportState>(state);
        await db.SaveChangesAsync();
        return new Target(Kind.Import, spot, state, import.Id.ToString(), unit.Path, marker, import.Version, unit.Id);
    }
}
