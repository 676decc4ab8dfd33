using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>What somebody may be about to type: kinds of instruments, models, units, each with how many listed instruments stand behind it (S-1).</summary>
internal sealed record SuggestCatalogue(string? Q) : IRequest<IReadOnlyList<CatalogueSuggestion>>;

internal sealed class SuggestCatalogueEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/catalogue/suggest", async ([AsParameters] SuggestCatalogue query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct)))
        .Public();
}

internal sealed class SuggestCatalogueValidator : AbstractValidator<SuggestCatalogue>
{
    public SuggestCatalogueValidator() => RuleFor(q => q.Q).MaximumLength(100);
}

internal sealed class SuggestCatalogueHandler(Catalogue catalogue) : IRequestHandler<SuggestCatalogue, IReadOnlyList<CatalogueSuggestion>>
{
    public Task<IReadOnlyList<CatalogueSuggestion>> Handle(SuggestCatalogue request, CancellationToken cancellationToken) =>
        Task.FromResult(string.IsNullOrWhiteSpace(request.Q) ? [] : catalogue.Index.Suggest(request.Q.Trim()));
}
