using Modular.Shared;

namespace Modular.Instruments;

internal enum FindingKind
{
    /// <summary>A card without an instrument.</summary>
    MissingHere,

    /// <summary>The linked card is gone from the asset system: disposed of?</summary>
    VanishedThere,

    /// <summary>The card's value is not the registry's.</summary>
    ValueMoved,

    /// <summary>One purchase perhaps split into cards below the line (P-10: no splitting).</summary>
    PerhapsSplit,

    /// <summary>An instrument at or above the line that no card stands for.</summary>
    NoCard,
}

internal enum FindingState
{
    Open,

    /// <summary>Acted upon.</summary>
    Done,

    /// <summary>Looked at and left as it is.</summary>
    Dismissed,

    /// <summary>Still open when a newer package was taken, whose findings stand in its place.</summary>
    Superseded,
}

internal enum FindingAction
{
    /// <summary>Enter an instrument as a draft; of several cards one.</summary>
    Draft,

    /// <summary>The card stands for an instrument that is there.</summary>
    Link,

    /// <summary>The registry takes the card's value.</summary>
    TakeValue,

    /// <summary>Proposed for retirement: the operating status becomes 待报废.</summary>
    AwaitDisposal,

    /// <summary>Off the platform for good.</summary>
    Retire,

    /// <summary>Left as it is; does not come again while nothing about it changes.</summary>
    Dismiss,
}

/// <summary>What makes a suggested instrument look like the card's.</summary>
internal enum Likeness
{
    /// <summary>The number, written in another way.</summary>
    Number,

    /// <summary>Name, model and value.</summary>
    Everything,

    /// <summary>Two of name, model and value.</summary>
    Partly,
}

/// <summary>One card of a finding.</summary>
internal sealed record FindingCard(string CardNumber, string NameZh, string? Model, long ValueFen, DateOnly? BookedOn, string? Department, string? Supplier, string Record)
{
    public static FindingCard Of(ReadCard card) => new(
        card.CardNumber, card.Record.NameZh!, card.Record.Model, card.ValueFen, card.Record.BookedOn, card.Record.Department, card.Supplier, RecordJson.Write(card.Record));

    public static FindingCard Of(AssetCard card) => new(card.CardNumber, card.NameZh, card.Model, card.ValueFen, card.BookedOn, card.Department, card.Supplier, card.Record);
}

/// <summary>What has to be known to take an action back.</summary>
internal sealed record FindingUndo(Guid InstrumentId, int InstrumentVersion, long? ValueFen = null, OperatingStatus? Status = null);

/// <summary>One difference between the registry, the package before and the new one, and what was done about it.</summary>
internal sealed class AssetFinding
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PackageId { get; init; }

    public required Guid UnitId { get; init; }

    public required string UnitPath { get; set; }

    public required FindingKind Kind { get; init; }

    public FindingState State { get; private set; } = FindingState.Open;

    /// <summary>What it is about, values included: the same difference again has the same.</summary>
    public required string Fingerprint { get; init; }

    public required string Name { get; init; }

    public string? Model { get; init; }

    public List<FindingCard> Cards { get; init; } = [];

    /// <summary>The instrument it is about; for cards without one, that which was made or chosen.</summary>
    public Guid? InstrumentId { get; set; }

    public Guid? SuggestedId { get; init; }

    public Likeness? SuggestedBy { get; init; }

    /// <summary>The registry's value.</summary>
    public long? RegistryFen { get; init; }

    /// <summary>The cards' value in the package before.</summary>
    public long? PreviousFen { get; init; }

    /// <summary>The cards' value in this package.</summary>
    public long? CardFen { get; init; }

    /// <summary>Most valuable first.</summary>
    public long Rank { get; init; }

    public FindingAction? Action { get; private set; }

    public string? Note { get; private set; }

    public string? SettledBy { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    public FindingUndo? Undo { get; private set; }

    public int Version { get; private set; } = 1;

    public IEnumerable<string> Numbers => Cards.Select(card => card.CardNumber);

    public static bool Allows(FindingKind kind, FindingAction action) => action == FindingAction.Dismiss || kind switch
    {
        FindingKind.MissingHere or FindingKind.PerhapsSplit => action is FindingAction.Draft or FindingAction.Link,
        FindingKind.ValueMoved => action == FindingAction.TakeValue,
        _ => action is FindingAction.AwaitDisposal or FindingAction.Retire,
    };

    public void RefuseUnlessOpen(int version, FindingAction action)
    {
        if (version != Version) throw Problem.ChangedMeanwhile("finding");
        if (State == FindingState.Superseded) throw AssetProblems.Superseded();
        if (State != FindingState.Open) throw AssetProblems.Settled();
        if (!Allows(Kind, action)) throw AssetProblems.NotForKind();
    }

    public void Settle(FindingAction action, string? note, string by, DateTimeOffset now, FindingUndo? undo = null)
    {
        State = action == FindingAction.Dismiss ? FindingState.Dismissed : FindingState.Done;
        (Action, Note, SettledBy, SettledAt, Undo) = (action, note, by, now, undo);
        if (undo is not null) InstrumentId = undo.InstrumentId;
        Version++;
    }

    public void RefuseUnlessSettled(int version)
    {
        if (version != Version) throw Problem.ChangedMeanwhile("finding");
        if (State is not (FindingState.Done or FindingState.Dismissed)) throw AssetProblems.NotSettled();
    }

    public void Reopen()
    {
        if (Kind is FindingKind.MissingHere or FindingKind.PerhapsSplit) InstrumentId = null;
        State = FindingState.Open;
        (Action, Note, SettledBy, SettledAt, Undo) = (null, null, null, null, null);
        Version++;
    }
}
