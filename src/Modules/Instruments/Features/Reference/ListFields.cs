using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>The fields of an instrument's record with names, lengths, code lists and what demands them: behind forms, imports and remarks.</summary>
internal sealed record ListFields : IRequest<FieldList>;

/// <param name="Countries">Short names by GB/T 2659.</param>
/// <param name="Carriers">The fields of what instruments can belong to, by kind (I-1).</param>
internal sealed record FieldList(IReadOnlyList<FieldRow> Fields, IReadOnlyList<DisciplineRow> Disciplines, IReadOnlyList<string> Countries, IReadOnlyList<CarrierFieldList> Carriers);

internal sealed record CarrierFieldList(CarrierType Kind, IReadOnlyList<FieldRow> Fields);

/// <param name="MaxLength">Characters; null where it does not apply.</param>
/// <param name="Codes">The codes of a choice; empty for other kinds.</param>
internal sealed record FieldRow(
    string Key, string Group, string NameZh, string NameEn, FieldKind Kind, int? MaxLength, bool Required, bool NationalRequired, string? NationalKey, IReadOnlyList<string> Codes);

internal sealed record DisciplineRow(string Code, string Name);

internal sealed class ListFieldsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/fields", async (IMediator mediator, HttpContext http, CancellationToken ct) =>
        {
            http.Response.Headers.CacheControl = "public, max-age=3600";
            return TypedResults.Ok(await mediator.Send(new ListFields(), ct));
        })
        .Public();
}

internal sealed class ListFieldsHandler : IRequestHandler<ListFields, FieldList>
{
    static readonly FieldList Answer = new(
        Rows(InstrumentFields.All),
        [.. Disciplines.All.Select(d => new DisciplineRow(d.Code, d.NameZh))],
        [.. Countries.All.Select(c => c.NameZh)],
        [.. CarrierFields.Kinds.Select(kind => new CarrierFieldList(kind, Rows(CarrierFields.Of(kind))))]);

    static IReadOnlyList<FieldRow> Rows(IReadOnlyList<RecordField> fields) =>
        [.. fields.Select(f => new FieldRow(f.Key, f.Group, f.NameZh, f.NameEn, f.Kind, f.MaxLength, f.Required, f.NationalRequired, f.NationalKey, f.Codes))];

    public Task<FieldList> Handle(ListFields request, CancellationToken cancellationToken) => Task.FromResult(Answer);
}
