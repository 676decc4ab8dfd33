using System.Net.Mail;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Says where my e-mails go, and of which kinds of notices I want none.</summary>
/// <param name="NoMailOf">Kinds that come in the page only.</param>
internal sealed record SetNoticeChoices(string? Email, bool WantsMail, IReadOnlyList<string> NoMailOf, int Version) : IRequest<NoticeChoices>;

internal sealed class SetNoticeChoicesEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/account/notice-choices", async (SetNoticeChoices command, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(command, ct)))
        .RequireAccount();
}

internal sealed class SetNoticeChoicesValidator : AbstractValidator<SetNoticeChoices>
{
    public SetNoticeChoicesValidator()
    {
        RuleFor(c => c.Email).MaximumLength(200).Must(IsAddress).WithErrorCode("email.malformed").WithMessage("Not an e-mail address.");
        RuleFor(c => c.NoMailOf).NotNull().Must(kinds => kinds is null || kinds.All(kind => kind is not null && NoticeTexts.Knows(kind)))
            .WithErrorCode("notice.unknown-kind").WithMessage("Not a kind of notice.");
    }

    // Only what every mail server takes, and nothing that could begin another header or name a second recipient.
    static bool IsAddress(string? email) => string.IsNullOrEmpty(email)
        || email.All(c => c is > ' ' and < (char)127 and not (',' or ';' or ':' or '<' or '>' or '(' or ')' or '[' or ']' or '"' or '\\'))
        && MailAddress.TryCreate(email, out var address) && address.Address == email && address.Host.Contains('.', StringComparison.Ordinal);
}

internal sealed class SetNoticeChoicesHandler(UnitsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<SetNoticeChoices, NoticeChoices>
{
    public async Task<NoticeChoices> Handle(SetNoticeChoices request, CancellationToken cancellationToken)
    {
        var account = await db.Accounts.Include(a => a.Organisation).SingleAsync(a => a.Id == user.AccountId, cancellationToken);
        if (account.Version != request.Version) throw Problem.ChangedMeanwhile("account");
        var before = new { account.Email, account.MailOff, account.NoMailOf };
        account.Email = string.IsNullOrEmpty(request.Email) ? null : request.Email;
        account.NormalizedEmail = account.Email?.ToUpperInvariant();
        (account.MailOff, account.NoMailOf, account.Version) = (!request.WantsMail, [.. request.NoMailOf.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], account.Version + 1);
        db.Record(user, clock, "account.mail-chosen", account.Id, account.Organisation.Path, before, new { account.Email, account.MailOff, account.NoMailOf });
        await db.SaveChangesAsync(cancellationToken);
        return GetNoticeChoicesHandler.Of(account);
    }
}
