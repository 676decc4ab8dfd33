using Modular.Shared;

namespace Modular.Instruments;

internal static class History
{
    /// <summary>Keeps a step of an instrument's life with what it changed (I-4).</summary>
    public static void Keep(this InstrumentsDb db, Instrument instrument, CurrentUser user, string action, DateTimeOffset at,
        IReadOnlyList<FieldChange>? changes = null, string? reason = null, IReadOnlyList<ReviewRemark>? remarks = null) =>
        db.Revisions.Add(new InstrumentRevision
        {
            InstrumentId = instrument.Id,
            Version = instrument.Version,
            At = at,
            AccountId = user.AccountId,
            AccountName = user.DisplayName,
            OrganisationName = user.OrganisationName,
            Action = action,
            Reason = reason,
            Changes = changes ?? [],
            Remarks = remarks ?? [],
        });
}
