using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Shared;

namespace Modular.Units;

/// <summary>Keeps a list's filters under a name. The same name again takes the place of the one before.</summary>
/// <param name="Query">As in the address bar, without the question mark.</param>
/// <param name="Shared">Lent to the colleagues of my organisation.</param>
/// <param name="IsDefault">What my list opens with; at most one of a list.</param>
internal sealed record SaveFilter(string List, string Name, string Query, bool Shared, bool IsDefault) : IRequest<SavedFilterRow>;

internal sealed class SaveFilterEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/account/filters", async (SaveFilter command, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(command, ct)))
        .RequireAccount();
}

internal sealed class SaveFilterValidator : AbstractValidator<SaveFilter>
{
    public SaveFilterValidator()
    {
        RuleFor(c => c.List).NotEmpty().MaximumLength(40);
        RuleFor(c => c.Name).NotEmpty().MaximumLength(60);
        RuleFor(c => c.Query).NotNull().MaximumLength(2000);
    }
}

internal sealed class SaveFilterHandler(UnitsDb db, CurrentUser user) : IRequestHandler<SaveFilter, SavedFilterRow>
{
    public async Task<SavedFilterRow> Handle(SaveFilter request, CancellationToken cancellationToken)
    {
        var name = request.Name.Trim();
        var mine = await db.SavedFilters.Where(f => f.AccountId == user.AccountId && f.List == request.List).ToListAsync(cancellationToken);
        var filter = mine.SingleOrDefault(f => string.Equals(f.Name, name, StringComparison.Ordinal));
        if (filter is null)
        {
            if (mine.Count >= SavedFilter.MostOfAList) throw UnitProblems.TooManyFilters();
            filter = new SavedFilter { AccountId = user.AccountId, List = request.List, Name = name, Query = request.Query };
            db.SavedFilters.Add(filter);
        }

        if (request.IsDefault) mine.ForEach(other => other.IsDefault = false);
        (filter.Query, filter.Shared, filter.IsDefault) = (request.Query, request.Shared, request.IsDefault);
        await db.SaveChangesAsync(cancellationToken);
        return new SavedFilterRow(filter.Id, filter.Name, filter.Query, filter.Shared, filter.IsDefault, true, user.DisplayName);
    }
}
