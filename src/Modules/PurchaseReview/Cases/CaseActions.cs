using Modular.Contracts;
using Modular.Shared;

namespace Modular.PurchaseReview;

/// <summary>Who has to do with a case in which state.</summary>
internal static class CaseActions
{
    /// <summary>edit, delete, submit, withdraw, object, unitReview, supervisorReview, completeness, return, opinion, decide, answer: those possible for the person at present.</summary>
    public static IEnumerable<string> For(PurchaseCase at, CurrentUser user)
    {
        if (user.Can(Permissions.PurchasesApply))
        {
            if (at.Can(CaseAction.Edit)) yield return "edit";
            if (at.State == CaseState.Draft) yield return "delete";
            if (at.Can(CaseAction.Submit)) yield return "submit";
            if (at.Can(CaseAction.Withdraw)) yield return "withdraw";
            if (at.Can(CaseAction.Object)) yield return "object";
        }

        if (user.Can(Permissions.PurchasesEndorse) && at.Can(CaseAction.EndorseInUnit)) yield return "unitReview";
        if (user.Can(Permissions.PurchasesReview) && at.Can(CaseAction.EndorseBySupervisor)) yield return "supervisorReview";
        if (!user.Can(Permissions.PurchasesConvene)) yield break;
        if (at.Can(CaseAction.FindComplete)) yield return "completeness";
        else if (at.Can(CaseAction.ReturnByCentre)) yield return "return";
        if (at.Can(CaseAction.EditOpinion)) yield return "opinion";
        if (at.Can(CaseAction.Decide)) yield return "decide";
        if (at.Can(CaseAction.AnswerObjection)) yield return "answer";
    }

    public static bool WaitsFor(CaseState state, CurrentUser user) => state switch
    {
        CaseState.Draft or CaseState.Returned => user.Can(Permissions.PurchasesApply),
        CaseState.Submitted => user.Can(Permissions.PurchasesEndorse),
        CaseState.UnitEndorsed => user.Can(Permissions.PurchasesReview),
        CaseState.SupervisorEndorsed or CaseState.Complete or CaseState.Objected => user.Can(Permissions.PurchasesConvene),
        CaseState.UnderReview or CaseState.InDiscussion => user.Can(Permissions.PurchasesAssess) || user.Can(Permissions.PurchasesConvene),
        _ => false,
    };
}
