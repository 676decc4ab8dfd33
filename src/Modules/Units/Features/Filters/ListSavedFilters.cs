using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Units;

/// <summary>The filters I keep for a list, and those that colleagues of my organisation lend.</summary>
internal sealed record ListSavedFilters(string List) : IRequest<IReadOnlyList<SavedFilterRow>>;

/// <param name="Mine">Whether I may change it.</param>
/// <param name="By">Who lends it; my own name where it is mine.</param>
internal sealed record SavedFilterRow(Guid Id, string Name, string Query, bool Shared, bool IsDefault, bool Mine, string By);

internal sealed class ListSavedFiltersEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/account/filters", async ([AsParameters] ListSavedFilters query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
        .RequireAccount();
}

internal sealed class ListSavedFiltersValidator : AbstractValidator<ListSavedFilters>
{
    public ListSavedFiltersValidator() => RuleFor(q => q.List).NotEmpty().MaximumLength(40);
}

internal sealed class ListSavedFiltersHandler(UnitsDb db, CurrentUser user) : IRequestHandler<ListSavedFilters, IReadOnlyList<SavedFilterRow>>
{
    public async Task<IReadOnlyList<SavedFilterRow>> Handle(ListSavedFilters request, CancellationToken cancellationToken)
    {
        var (me, ours) = (user.AccountId, user.OrganisationId);
        return await db.SavedFilters.AsNoTracking()
            .Where(f => f.List == request.List && (f.AccountId == me || f.Shared && f.Account.OrganisationId == ours && !f.Account.Disabled))
            .OrderBy(f => f.AccountId != me).ThenBy(f => f.Name).ThenBy(f => f.Id).Take(200)
            .Select(f => new SavedFilterRow(f.Id, f.Name, f.Query, f.Shared, f.IsDefault && f.AccountId == me, f.AccountId == me, f.Account.DisplayName))
            .ToListAsync(cancellationToken);
    }
}
