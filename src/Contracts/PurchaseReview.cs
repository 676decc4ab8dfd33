namespace Modular.Contracts.PurchaseReview;

/// <summary>A panel has decided on a purchase 购置评议决定 (R-4, P-7).</summary>
/// <param name="Outcome">passed, adjusted or rejected.</param>
/// <param name="GrantedFen">What may be spent together.</param>
public sealed record PurchaseDecided(Guid CaseId, Guid UnitId, string Outcome, long GrantedFen, DateOnly DecidedOn) : IEvent;
