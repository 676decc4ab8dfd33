using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Units;

/// <summary>The mail outbox: what waits, what went out, what was given up, to people of my subtree; newest first.</summary>
/// <param name="Search">Part of the recipient's name, the address or the subject.</param>
internal sealed record ListMails(string? Search, Coded<MailState>? State, int? Page, int? Size) : IRequest<Page<MailRow>>;

internal sealed record MailRow(
    Guid Id, string Kind, string Name, string OrganisationName, string Address, string Subject, string Text, MailState State, int Attempts,
    DateTimeOffset CreatedAt, DateTimeOffset? NextAttemptAt, DateTimeOffset? SentAt, string? Error);

internal sealed class ListMailsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/mails", async ([AsParameters] ListMails query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
        .RequirePermission(Permissions.OperationsRead, DataScope.Organisation);
}

internal sealed class ListMailsValidator : AbstractValidator<ListMails>
{
    public ListMailsValidator() => RuleFor(q => q.Search).MaximumLength(200);
}

internal sealed class ListMailsHandler(UnitsDb db, CurrentUser user) : IRequestHandler<ListMails, Page<MailRow>>
{
    public Task<Page<MailRow>> Handle(ListMails request, CancellationToken cancellationToken)
    {
        var mails = db.Mails.AsNoTracking().Where(m => m.Organisation.Path.StartsWith(user.ScopePath));
        if (request.State is { Value: var state }) mails = mails.Where(m => m.State == state);
        if (!string.IsNullOrWhiteSpace(request.Search))
        {
            var text = request.Search.Trim();
            mails = mails.Where(m => m.Name.Contains(text) || m.Address.Contains(text) || m.Subject.Contains(text));
        }

        return mails.OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id)
            .Select(m => new MailRow(m.Id, m.Kind, m.Name, m.Organisation.Name, m.Address, m.Subject, m.Text, m.State, m.Attempts, m.CreatedAt,
                m.State == MailState.Waiting ? m.NextAttemptAt : null, m.SentAt, m.Error))
            .ToPage(request.Page, request.Size, cancellationToken);
    }
}
