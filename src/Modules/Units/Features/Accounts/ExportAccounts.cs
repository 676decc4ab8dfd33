using System.Runtime.CompilerServices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;
using Modular.Shared.Sheets;

namespace Modular.Units;

/// <summary>The accounts as filtered, whole, as a spreadsheet: who has a way in, with which roles, since when, and whether it is used.</summary>
/// <param name="Format">xlsx or csv.</param>
internal sealed record ExportAccounts(string? Format, string? Search, Guid? OrganisationId, string? Role, bool? Disabled, string? Sort) : IRequest<SheetDownload>, IAccountFilter;

internal sealed class ExportAccountsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/accounts/export", async ([AsParameters] ExportAccounts query, IMediator mediator, CancellationToken ct) => await mediator.Send(query, ct))
        .Produces(StatusCodes.Status200OK, contentType: SheetDownload.Xlsx, additionalContentTypes: SheetDownload.Csv)
        .RequirePermission(Permissions.AccountsManage, DataScope.Organisation);
}

internal sealed class ExportAccountsValidator : AccountFilterRules<ExportAccounts>
{
    public ExportAccountsValidator() => RuleFor(q => q.Format).Must(format => format is null or "xlsx" or "csv").WithErrorCode("export.format").WithMessage("xlsx or csv.");
}

internal sealed class ExportAccountsHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<ExportAccounts, SheetDownload>
{
    static readonly SheetColumn[] Columns =
    [
        new("姓名"), new("用户名", Width: 22), new("所属机构", Width: 28), new("角色", Width: 22), new("电子邮箱", Width: 26), new("状态"), new("动态口令"), new("最近登录", Width: 18), new("开通时间", Width: 18),
    ];

    static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["unitAdministrator"] = "单位管理员", ["liaison"] = "联络员", ["custodian"] = "机组负责人", ["reviewer"] = "审核员", ["policyOfficer"] = "政策管理", ["financeOfficer"] = "财政管理",
        ["centreOfficer"] = "中心管理", ["nationalOfficer"] = "国家中心", ["expert"] = "专家", ["requester"] = "服务用户",
    };

    public async Task<SheetDownload> Handle(ExportAccounts request, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var accounts = ListAccountsHandler.Orders.Apply(db.AccountsMatching(request, user), request.Sort);
        // What was searched for may be a name: only that something was.
        db.Record(user, clock, "accounts.exported", user.OrganisationId, user.ScopePath, after: new { request.Format, request.OrganisationId, request.Role, request.Disabled, Searched = request.Search is not null });
        await db.SaveChangesAsync(cancellationToken);
        return new SheetDownload($"accounts-{today:yyyyMMdd}", [new SheetContent("账号", Columns, Rows(accounts, cancellationToken))], csv: request.Format == "csv");
    }

    async IAsyncEnumerable<IReadOnlyList<object?>> Rows(IQueryable<Account> accounts, [EnumeratorCancellation] CancellationToken ct)
    {
        var rows = accounts.Select(a => new
        {
            a.DisplayName, a.UserName, Organisation = a.Organisation.Name, a.Roles, a.Email, a.Disabled, Totp = a.TotpSince != null,
            LastSignInAt = db.Sessions.Where(s => s.AccountId == a.Id).Max(s => (DateTimeOffset?)s.StartedAt), a.CreatedAt,
        });
        await foreach (var a in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return
            [
                a.DisplayName, a.UserName, a.Organisation, string.Join('、', a.Roles.Select(role => Words.GetValueOrDefault(role, role))), a.Email, a.Disabled ? "停用" : "启用", a.Totp ? "已启用" : "未启用",
                $"{a.LastSignInAt?.InRegion():yyyy-MM-dd HH:mm}", $"{a.CreatedAt.InRegion():yyyy-MM-dd HH:mm}",
            ];
        }
    }
}
