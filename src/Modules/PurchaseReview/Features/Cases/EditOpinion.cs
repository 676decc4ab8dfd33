using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modular.Contracts;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>An officer of the centre edits the opinion that was generated with the check 分析意见, until a panel has the case.</summary>
internal sealed record EditOpinion(string? Text, int Version) : IRequest<SavedCase>
{
    internal Guid CaseId { get; init; }

    internal Guid WishId { get; init; }
}

internal sealed class EditOpinionEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/cases/{caseId:guid}/wishes/{wishId:guid}/opinion", async (Guid caseId, Guid wishId, EditOpinion command, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(command with { CaseId = caseId, WishId = wishId }, ct)))
        .RequirePermission(Permissions.PurchasesConvene, DataScope.Organisation);
}

internal sealed class EditOpinionValidator : AbstractValidator<EditOpinion>
{
    public EditOpinionValidator() => RuleFor(c => c.Text).NotEmpty().MaximumLength(PurchaseWish.LongestOpinion);
}

internal sealed class EditOpinionHandler(CaseReach reach, CaseDesk desk, CurrentUser user, TimeProvider clock) : IRequestHandler<EditOpinion, SavedCase>
{
    public async Task<SavedCase> Handle(EditOpinion request, CancellationToken cancellationToken)
    {
        var edited = await reach.Case(request.CaseId, cancellationToken);
        var wish = edited.Wish(request.WishId);
        edited.Step(CaseAction.EditOpinion, request.Version, clock.GetUtcNow());
        var before = wish.Opinion;
        wish.EditOpinion(request.Text!, $"{user.OrganisationName} {user.DisplayName}");
        // What stood there goes into the step: an opinion is changed, never replaced unseen.
        return await desk.Keep(edited, "opinion-edited", wish.NameZh, before is null ? [] : [new CaseRemark($"wishes.{wish.Position}.opinion", before)], cancellationToken);
    }
}
