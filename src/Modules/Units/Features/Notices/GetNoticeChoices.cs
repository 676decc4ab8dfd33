using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Which notices come to me by e-mail too, and where to.</summary>
internal sealed record GetNoticeChoices : IRequest<NoticeChoices>;

/// <param name="Email">Null while none is known: notices then come in the page only.</param>
/// <param name="Kinds">The kinds that my roles can bring me.</param>
internal sealed record NoticeChoices(string? Email, bool WantsMail, IReadOnlyList<NoticeChoice> Kinds, int Version);

internal sealed record NoticeChoice(string Kind, bool ByMail);

internal sealed class GetNoticeChoicesEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/account/notice-choices", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetNoticeChoices(), ct)))
        .RequireAccount();
}

internal sealed class GetNoticeChoicesHandler(UnitsDb db, CurrentUser user) : IRequestHandler<GetNoticeChoices, NoticeChoices>
{
    public async Task<NoticeChoices> Handle(GetNoticeChoices request, CancellationToken cancellationToken) =>
        Of(await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == user.AccountId, cancellationToken));

    public static NoticeChoices Of(Account account)
    {
        var permissions = Roles.PermissionsOf(account.Roles);
        var kinds = NoticeTexts.All.Where(text => text.Permission.Length == 0 || permissions.Contains(text.Permission, StringComparer.Ordinal));
        return new NoticeChoices(account.Email, !account.MailOff, [.. kinds.Select(text => new NoticeChoice(text.Kind, !account.NoMailOf.Contains(text.Kind, StringComparer.Ordinal)))], account.Version);
    }
}
