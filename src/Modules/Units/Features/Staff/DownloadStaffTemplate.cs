using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;
using Modular.Shared.Sheets;

namespace Modular.Units;

/// <summary>The list to fill in, with the people of my own unit in it (U-3). Sent back as it is, it changes nothing.</summary>
internal sealed record DownloadStaffTemplate : IRequest<SheetDownload>;

internal sealed class DownloadStaffTemplateEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/staff/template", async (IMediator mediator, CancellationToken ct) => await mediator.Send(new DownloadStaffTemplate(), ct))
        .Produces(StatusCodes.Status200OK, contentType: SheetDownload.Xlsx)
        .RequirePermission(Permissions.StaffEdit, DataScope.OwnOrganisation);
}

internal sealed class DownloadStaffTemplateHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<DownloadStaffTemplate, SheetDownload>
{
    static readonly string[] Advice =
    [
        "每人一行；标题为粗体的列，新增人员必须填写。",
        "列的次序可以改变，不用的列可以删除；请不要改动表头文字。",
        "已有人员先按工号、再按姓名和出生年月识别：识别到的更新原记录，空单元格不会清除已有内容。",
        "同名同出生年月的人员，请都填写工号。",
        "出生年月写作 1985-06，也可写 1985年6月、198506；从事分析测试年限以年为单位，填整数。",
        "已离岗的人员填写离岗日期，不要删除：调查按标准时点统计在岗人员。表中没有列出的人员保持不变。",
        "不收集身份证号码。",
        "导入前显示每一行的处理结果；有一行被拒绝，整表都不写入。",
    ];

    public async Task<SheetDownload> Handle(DownloadStaffTemplate request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var staff = await db.Staff.AsNoTracking().Where(m => m.UnitId == user.OrganisationId && (m.LeftOn == null || m.LeftOn > today)).OrderBy(m => m.Name).ThenBy(m => m.Id).ToListAsync(cancellationToken);
        var list = SheetContent.Of(StaffSheet.Name, [.. StaffSheet.Columns.Select(column => column.Written)], staff.Select(m => StaffSheet.Row(m.Facts(), StaffSight.Clear, today.Year)));
        var advice = SheetContent.Of("填报说明", [new SheetColumn("填报说明", Width: 100)], Advice.Select(line => (IReadOnlyList<object?>)[line]));
        return new SheetDownload($"staff-template-{today:yyyyMMdd}", [list, advice]);
    }
}
