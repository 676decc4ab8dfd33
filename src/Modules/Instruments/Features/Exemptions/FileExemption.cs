using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.Instruments;

/// <summary>The region's S&amp;T department puts the statement on record 备案: its instruments need not join from today on. Or it refuses (I-6, IM 13).</summary>
/// <param name="File">Whether it is put on record.</param>
/// <param name="FilingNumber">备案号; needed to file.</param>
/// <param name="Reason">Needed to refuse.</param>
internal sealed record FileExemption(bool File, string? FilingNumber, string? Reason, int Version) : IRequest<SavedExemption>
{
    internal Guid ExemptionId { get; init; }
}

internal sealed class FileExemptionEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/exemptions/{exemptionId:guid}/file", async (Guid exemptionId, FileExemption command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { ExemptionId = exemptionId }, ct)))
        .RequirePermission(Permissions.ExemptionsFile, DataScope.Organisation)
        .Idempotent();
}

internal sealed class FileExemptionValidator : AbstractValidator<FileExemption>
{
    public FileExemptionValidator()
    {
        RuleFor(c => c.FilingNumber).NotEmpty().MaximumLength(50).When(c => c.File);
        RuleFor(c => c.Reason).MaximumLength(1000);
        RuleFor(c => c.Reason).NotEmpty().When(c => !c.File);
    }
}

internal sealed class FileExemptionHandler(InstrumentsDb db, CurrentUser user, TimeProvider clock) : IRequestHandler<FileExemption, SavedExemption>
{
    public async Task<SavedExemption> Handle(FileExemption request, CancellationToken cancellationToken)
    {
        var exemption = await db.ExemptionInReach(request.ExemptionId, user, cancellationToken);
        var (now, action, reason) = (clock.GetUtcNow(), request.File ? "filed" : "refused", request.Reason?.Trim());
        if (request.File) exemption.File(request.FilingNumber!.Trim(), request.Version, now, clock.Today());
        else exemption.Refuse(request.Version, now);
        db.TellExemption(exemption, action, reason, user, now);
        return await db.KeepStep(exemption, action, reason, user, clock, cancellationToken);
    }
}
