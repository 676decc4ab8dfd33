using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts.Vocabulary;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>The classification tree (GB/T 32847-2016), whole, or what a search finds in it with the classes above.</summary>
/// <param name="Search">Part of a name or code, or a common name: 扫描电镜 and SEM find 扫描电镜类.</param>
internal sealed record ListClassification(string? Search) : IRequest<IReadOnlyList<ClassRow>>;

/// <param name="Leaf">Whether an instrument may carry this code.</param>
/// <param name="Match">Whether the search found this class itself; false for the classes above it.</param>
internal sealed record ClassRow(string Code, string? ParentCode, string NameZh, string? NameEn, bool Leaf, bool Match);

internal sealed class ListClassificationEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/classification", async (string? search, IMediator mediator, HttpContext http, CancellationToken ct) =>
        {
            http.Response.Headers.CacheControl = "public, max-age=3600";
            return TypedResults.Ok(await mediator.Send(new ListClassification(search), ct));
        })
        .Public();
}

internal sealed class ListClassificationValidator : AbstractValidator<ListClassification>
{
    public ListClassificationValidator() => RuleFor(q => q.Search).MaximumLength(100);
}

internal sealed class ListClassificationHandler : IRequestHandler<ListClassification, IReadOnlyList<ClassRow>>
{
    static readonly IReadOnlyList<ClassRow> Whole = [.. Classification.All.Select(c => Row(c, match: true))];

    public Task<IReadOnlyList<ClassRow>> Handle(ListClassification request, CancellationToken cancellationToken)
    {
        var text = request.Search?.Trim() ?? "";
        if (text.Length == 0) return Task.FromResult(Whole);

        var found = Classification.All.Where(c => Speaks(c, text)).ToHashSet();
        // What users say (扫描电镜, SEM) is a kind, and every kind has its class.
        if (InstrumentVocabulary.Current.KindOf(text) is { } reading && Classification.Find(reading.Kind.ClassCode) is { } usual) found.Add(usual);
        var shown = found.SelectMany(c => Classification.PathOf(c.Code)).ToHashSet();
        return Task.FromResult<IReadOnlyList<ClassRow>>([.. Classification.All.Where(shown.Contains).Select(c => Row(c, found.Contains(c)))]);
    }

    static bool Speaks(InstrumentClass c, string text) =>
        c.NameZh.Contains(text, StringComparison.OrdinalIgnoreCase) || c.Code.StartsWith(text, StringComparison.Ordinal)
        || c.NameEn?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;

    static ClassRow Row(InstrumentClass c, bool match) => new(c.Code, c.ParentCode, c.NameZh, c.NameEn, c.IsLeaf, match);
}
