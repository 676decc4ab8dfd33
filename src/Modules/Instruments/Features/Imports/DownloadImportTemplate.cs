using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Contracts.Units;
using Modular.Shared;
using Modular.Shared.Sheets;

namespace Modular.Instruments;

/// <summary>
/// The list to fill in, in the shape of the national template: for a unit with its own instruments in it, for an office with a column that
/// names the unit. Sent back as it is, it changes nothing.
/// </summary>
internal sealed record DownloadImportTemplate : IRequest<SheetDownload>;

internal sealed class DownloadImportTemplateEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/imports/template", async (IMediator mediator, CancellationToken ct) => await mediator.Send(new DownloadImportTemplate(), ct))
        .Produces(StatusCodes.Status200OK, contentType: SheetDownload.Xlsx)
        .RequirePermission(Permissions.InstrumentsImport, DataScope.OwnOrganisation);
}

internal sealed class DownloadImportTemplateHandler(InstrumentsDb db, IUnitDirectory units, CurrentUser user, TimeProvider clock) : IRequestHandler<DownloadImportTemplate, SheetDownload>
{
    static readonly SheetColumn[] UnitColumns =
    [
        new("所属单位", Width: 24, Note: "单位全称，须在本平台登记", Group: "管理单位", Required: true),
        new("统一社会信用代码", Width: 22, Note: "18 位；填写后以代码为准", Group: "管理单位"),
    ];

    static readonly string[] Advice =
    [
        "每台（套）仪器一行；标题为粗体的列提交审核前必须填写，暂缺的可以先导入为草稿，以后补充。",
        "请不要改动两行表头；列的次序可以改变，不用的列可以删除。",
        "已有仪器按“所在单位仪器编号”识别：编号相同的行会更新原记录，空单元格不会清除已有内容。",
        "没有编号的仪器按名称、型号、原值和建账日期识别。",
        "原值以万元为单位；日期可写 2013-05-01、2013年5月或 2013.5。",
        "导入前会显示每一行的处理结果（新增、更新、不变、拒绝），确认后才写入；原样上传本表不会产生任何变化。",
        "涉密仪器不得填报。",
    ];

    public async Task<SheetDownload> Handle(DownloadImportTemplate request, CancellationToken cancellationToken)
    {
        var unitId = user.OrganisationId;
        var ofUnit = (await units.FindMany([unitId], cancellationToken)).ContainsKey(unitId);
        var list = ofUnit
            ? new SheetContent("大型科研仪器", InstrumentSheet.Columns, Rows(unitId, cancellationToken))
            : SheetContent.Of("大型科研仪器", [.. UnitColumns, .. InstrumentSheet.Columns], []);
        var advice = SheetContent.Of("填报说明", [new SheetColumn("填报说明", Width: 100)], Advice.Select(line => (IReadOnlyList<object?>)[line]));
        return new SheetDownload($"instruments-template-{clock.Today():yyyyMMdd}", [list, advice]);
    }

    async IAsyncEnumerable<IReadOnlyList<object?>> Rows(Guid unitId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var instruments = db.Instruments.AsNoTracking()
            .Where(i => i.UnitId == unitId && i.LifeCycle != LifeCycle.Retired)
            .OrderBy(i => i.AssetNumber).ThenBy(i => i.Id);
        await foreach (var instrument in instruments.AsAsyncEnumerable().WithCancellation(ct)) yield return InstrumentSheet.Row(instrument);
    }
}
