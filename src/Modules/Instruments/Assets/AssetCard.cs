namespace Modular.Instruments;

/// <summary>How a card came to its instrument.</summary>
internal enum CardLink
{
    /// <summary>Both have the same number.</summary>
    Number,

    /// <summary>Somebody said so.</summary>
    Hand,

    /// <summary>The instrument was entered from the card.</summary>
    Draft,
}

/// <summary>
/// One asset card 资产卡片 of the unit's asset system and the instrument it stands for (I-8): a later package updates it instead of doubling it.
/// Several cards may stand for one instrument.
/// </summary>
internal sealed class AssetCard
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid UnitId { get; set; }

    public required string UnitPath { get; set; }

    /// <summary>Unique within the unit.</summary>
    public required string CardNumber { get; init; }

    public string? AssetNumber { get; private set; }

    /// <summary>Null: not yet in the registry.</summary>
    public Guid? InstrumentId { get; private set; }

    public CardLink? LinkedBy { get; private set; }

    public string NameZh { get; private set; } = "";

    public string? Model { get; private set; }

    public string? Supplier { get; private set; }

    public long ValueFen { get; private set; }

    public DateOnly? BookedOn { get; private set; }

    public string? Department { get; private set; }

    /// <summary>What the card says of the instrument, as a record; a draft is made of it.</summary>
    public string Record { get; private set; } = "{}";

    /// <summary>The last package that had it.</summary>
    public Guid LastPackageId { get; private set; }

    public DateTimeOffset LastSeenAt { get; private set; }

    /// <summary>When a package first came without it.</summary>
    public DateTimeOffset? GoneAt { get; set; }

    public int Version { get; private set; } = 1;

    public void See(ReadCard card, Guid packageId, DateTimeOffset at)
    {
        (AssetNumber, NameZh, Model, Supplier) = (card.Record.AssetNumber, card.Record.NameZh!, card.Record.Model, card.Supplier);
        (ValueFen, BookedOn, Department, Record) = (card.ValueFen, card.Record.BookedOn, card.Record.Department, RecordJson.Write(card.Record));
        (LastPackageId, LastSeenAt, GoneAt) = (packageId, at, null);
        Version++;
    }

    public void Link(Guid instrumentId, CardLink by)
    {
        (InstrumentId, LinkedBy) = (instrumentId, by);
        Version++;
    }

    public void Unlink()
    {
        (InstrumentId, LinkedBy) = (null, null);
        Version++;
    }
}

/// <summary>A card as a package has it.</summary>
internal sealed record ReadCard(
    string CardNumber, InstrumentRecord Record, string? Supplier, string? Voucher, string? Contract, string? AssetClass, string? Standing, string File, string Sheet, int Row)
{
    public long ValueFen => Record.OriginalValueFen ?? 0;
}
