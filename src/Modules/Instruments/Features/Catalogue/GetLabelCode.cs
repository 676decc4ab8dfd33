using System.Xml.Linq;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modular.Shared;
using QRCoder;

namespace Modular.Instruments;

/// <summary>The code on an instrument's label 二维码标签: whoever points a telephone at it sees the instrument's public page.</summary>
/// <param name="Site">Scheme, host and port by which people reach the platform.</param>
internal sealed record GetLabelCode(Guid InstrumentId, string Site) : IRequest<string>;

internal sealed class GetLabelCodeEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/catalogue/{instrumentId:guid}/label-code", async (Guid instrumentId, HttpRequest http, IMediator mediator, CancellationToken ct) =>
            TypedResults.Text(await mediator.Send(new GetLabelCode(instrumentId, $"{http.Scheme}://{http.Host}"), ct), "image/svg+xml"))
        .Produces<string>(200, "image/svg+xml")
        .Public();
}

internal sealed class GetLabelCodeHandler(InstrumentsDb db) : IRequestHandler<GetLabelCode, string>
{
    const int PixelsPerModule = 8;

    public async Task<string> Handle(GetLabelCode request, CancellationToken cancellationToken)
    {
        var name = await db.Instruments.Where(i => i.Id == request.InstrumentId && i.LifeCycle == LifeCycle.Listed).Select(i => i.NameZh).SingleOrDefaultAsync(cancellationToken)
            ?? throw InstrumentProblems.NotFound(request.InstrumentId);
        // A label is scratched and soiled: a quarter of the code may be lost.
        using var data = QRCodeGenerator.GenerateQrCode($"{request.Site}/catalogue/{request.InstrumentId}", QRCodeGenerator.ECCLevel.Q);
        using var code = new SvgQRCode(data);
        var drawn = XElement.Parse(code.GetGraphic(PixelsPerModule));
        drawn.AddFirst(new XElement(drawn.Name.Namespace + "title", name));
        return drawn.ToString(SaveOptions.DisableFormatting);
    }
}
