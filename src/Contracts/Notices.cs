namespace Modular.Contracts.Units;

/// <summary>Whose people a notice is for, seen from the organisation it is about.</summary>
public enum NoticeTo
{
    /// <summary>The organisation's own.</summary>
    Organisation,

    /// <summary>Those of the organisation right above it.</summary>
    Supervisor,

    /// <summary>Those of the offices of its region.</summary>
    Region,
}

/// <summary>
/// Something that people should be told of, in the page and, where they wish, by e-mail. Announced by any module in the transaction of the change;
/// Units, where accounts live, finds the recipients: active accounts with the permission.
/// </summary>
/// <param name="Kind">Stable, e.g. <c>instruments.submitted</c>; worded in Units' notice-texts.tsv for mails and in the client's notices.json.</param>
/// <param name="OrganisationId">The organisation it is about; <paramref name="To"/> says whose people are told.</param>
/// <param name="Permission">What recipients must be allowed; empty where anybody is told.</param>
/// <param name="Link">Path of the page where it is dealt with.</param>
/// <param name="Words">What the text's places are filled with; plain text.</param>
/// <param name="DueOn">The day until which something is to be done.</param>
/// <param name="AccountId">Where it concerns one person only.</param>
public sealed record NoticeRaised(
    string Kind, Guid OrganisationId, string Permission, string Link, IReadOnlyDictionary<string, string> Words, DateOnly? DueOn = null,
    NoticeTo To = NoticeTo.Organisation, Guid? AccountId = null) : IEvent
{
    /// <summary>The same when the news arrives twice.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();
}
